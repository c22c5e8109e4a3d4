using Send.Core.Deadlines;
using Send.Core.Forms;
using Send.Core.Programmes;

namespace Send.Core.Tests.Programmes;

public sealed class EligibilityCheckTests
{
    private static readonly Programme Training = Shipped.Reference.Programme("initial-vocational-training")!;

    private static readonly EligibilityQuestion Giulia = new()
    {
        Programme = Training, Age = 17, Status = "vocationalStudent", Residence = "IT", ResidenceInProgramme = true, Destination = "ES", DestinationInProgramme = true, Days = 29, PreviousDays = 0,
        Return = Shipped.Day("2027-03-31"), DocumentExpiry = Shipped.Day("2031-05-14"), HasSendingOrganisation = true, HasGuardian = true, LateEntry = false,
    };

    [Fact]
    public void Of_SampleCase_IsAllOk() => Assert.All(EligibilityCheck.Of(Giulia), item => Assert.Equal(CheckState.Ok, item.State));

    public static TheoryData<string, CheckState> Cases => new()
    {
        { "age", CheckState.Fail }, { "status", CheckState.Fail }, { "residence", CheckState.Warn }, { "destination", CheckState.Fail }, { "length", CheckState.Fail },
        { "previous", CheckState.Warn }, { "document", CheckState.Fail }, { "sending", CheckState.Warn }, { "guardian", CheckState.Fail }, { "time", CheckState.Warn },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_OneThingWrong_OnlyItsLineSpeaks(string line, CheckState state)
    {
        var items = EligibilityCheck.Of(line switch
        {
            "age" => Giulia with { Age = 14 },
            "status" => Giulia with { Status = "employee" },
            "residence" => Giulia with { ResidenceInProgramme = false },
            "destination" => Giulia with { Destination = "IT" },
            "length" => Giulia with { Days = 9 },
            "previous" => Giulia with { PreviousDays = 340 },
            "document" => Giulia with { DocumentExpiry = Shipped.Day("2027-03-30") },
            "sending" => Giulia with { HasSendingOrganisation = false },
            "guardian" => Giulia with { HasGuardian = false },
            _ => Giulia with { LateEntry = true },
        });

        Assert.Equal([(line, state)], items.Where(item => item.State != CheckState.Ok).Select(item => (item.Id, item.State)));
    }

    [Fact]
    public void Days_WorkingDayProgramme_LeavesOutWeekendsAndHolidaysOfTheDestination()
    {
        var visit = Shipped.Reference.Programme("CPV")!;

        Assert.Equal(4, StayLength.Days(visit, Shipped.Day("2027-03-29"), Shipped.Day("2027-04-04"), Shipped.Reference.Holidays.Calendar("IT")));
        Assert.Equal(7, StayLength.Days(Training, Shipped.Day("2027-03-29"), Shipped.Day("2027-04-04"), WorkingCalendar.Weekdays));
        Assert.Throws<ArgumentException>(() => StayLength.Days(Training, Shipped.Day("2027-04-04"), Shipped.Day("2027-03-29"), WorkingCalendar.Weekdays));
    }

    [Theory]
    [InlineData(9, StayVerdict.TooShort)]
    [InlineData(10, StayVerdict.Fits)]
    [InlineData(365, StayVerdict.Fits)]
    [InlineData(366, StayVerdict.TooLong)]
    public void Judge_AtTheLimits(int days, StayVerdict verdict) => Assert.Equal(verdict, StayLength.Judge(Training, days));
}
