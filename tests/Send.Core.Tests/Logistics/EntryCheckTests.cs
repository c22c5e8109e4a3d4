using CsCheck;
using Send.Core.Logistics;

namespace Send.Core.Tests.Logistics;

public sealed class EntryCheckTests
{
    [Theory]
    [InlineData("IT", "IT", "ES", 30, EntryResult.None)]
    [InlineData("IT", "IT", "ES", 120, EntryResult.Registration)]
    [InlineData("IT", "IT", "DE", 20, EntryResult.Registration)]
    [InlineData("IT", "IT", "FR", 200, EntryResult.None)]
    [InlineData("NO", "IT", "AT", 20, EntryResult.Registration)]
    [InlineData("ES", "IT", "ES", 300, EntryResult.None)] // home
    [InlineData("IT", "IT", "TR", 30, EntryResult.Permit)]
    [InlineData("IT", "IT", "GB", 30, EntryResult.Permit)]
    [InlineData("MA", "IT", "ES", 30, EntryResult.Presence)] // lives in Italy with a permit
    [InlineData("MA", "IT", "ES", 120, EntryResult.VisaD)]
    [InlineData("BR", "BR", "IT", 30, EntryResult.None)]
    [InlineData("TN", "TN", "IT", 30, EntryResult.VisaC)]
    [InlineData("TN", "TN", "IT", 91, EntryResult.VisaD)]
    [InlineData("MA", "IT", "IE", 30, EntryResult.Permit)] // not Schengen
    [InlineData("MA,IT", "IT", "ES", 30, EntryResult.None)] // the better nationality counts
    public void Answer_PersonAndStay_NamesWhatIsNeeded(string nationalities, string residence, string destination, int days, EntryResult result)
    {
        var departure = Shipped.Day("2027-03-01");

        var answer = EntryCheck.Answer(
            new EntryQuestion { Nationalities = nationalities.Split(','), Residence = residence, Destination = destination, Departure = departure, Start = departure.AddDays(1), Return = departure.AddDays(days - 1) },
            Shipped.Reference);

        Assert.Equal(result, answer.Result);
        Assert.Equal(days, answer.Days);
        Assert.Equal(result == EntryResult.Registration, answer.RegisterBy is not null);
    }

    [Fact]
    public void Answer_VisaC_AppliesFortyFiveDaysBeforeAndNeedsThreeMonthsOnThePassport()
    {
        var question = new EntryQuestion
        {
            Nationalities = ["TN"], Residence = "TN", Destination = "IT", Departure = Shipped.Day("2027-03-01"), Start = Shipped.Day("2027-03-02"), Return = Shipped.Day("2027-03-30"), DocumentExpiry = Shipped.Day("2027-06-15"),
        };

        var answer = EntryCheck.Answer(question, Shipped.Reference);

        Assert.Equal(Shipped.Day("2027-01-15"), answer.ApplyBy);
        Assert.True(answer.DocumentTooShort);
        Assert.False(EntryCheck.Answer(question with { DocumentExpiry = Shipped.Day("2027-06-30") }, Shipped.Reference).DocumentTooShort);
    }

    [Fact]
    public void Answer_ShortStayAfterLongOnes_OverstaysAndNeedsAnotherVisa()
    {
        var answer = EntryCheck.Answer(
            new EntryQuestion
            {
                Nationalities = ["BR"], Residence = "BR", Destination = "IT", Departure = Shipped.Day("2027-03-01"), Start = Shipped.Day("2027-03-02"), Return = Shipped.Day("2027-03-30"),
                PreviousStays = [new(Shipped.Day("2026-11-01"), Shipped.Day("2027-01-19"))], // 80 days
            },
            Shipped.Reference);

        Assert.Equal((EntryResult.VisaD, Shipped.Day("2027-03-11")), (answer.Result, answer.OverstaysOn!.Value));
    }

    [Fact]
    public void DaysUsed_EntryAndExitDay_BothCount() => Assert.Equal(3, ShortStay.DaysUsed([new(Shipped.Day("2027-03-01"), Shipped.Day("2027-03-03"))], Shipped.Day("2027-03-20")));

    [Fact]
    public void DaysUsed_WindowMovesOn_ForgetsOldDays()
    {
        SchengenStay[] stays = [new(Shipped.Day("2027-01-01"), Shipped.Day("2027-01-10"))];

        Assert.Equal(10, ShortStay.DaysUsed(stays, Shipped.Day("2027-06-29")));
        Assert.Equal(9, ShortStay.DaysUsed(stays, Shipped.Day("2027-06-30")));
        Assert.Equal(0, ShortStay.DaysUsed(stays, Shipped.Day("2027-07-09")));
    }

    [Fact]
    public void FirstDayOver_AnyStays_IsTheFirstDayWithMoreThanNinety() =>
        Gen.Select(Gen.Select(Gen.Int[0, 300], Gen.Int[0, 60]).Array[0, 5], Gen.Int[0, 150]).Sample((earlier, length) =>
        {
            var from = Shipped.Day("2027-01-01");
            SchengenStay[] previous = [.. earlier.Select(e => new SchengenStay(from.AddDays(e.Item1 - 330), from.AddDays(e.Item1 - 330 + Math.Min(e.Item2, 329 - e.Item1))))];
            var planned = new SchengenStay(from, from.AddDays(length));
            SchengenStay[] all = [.. previous, planned];
            var over = ShortStay.FirstDayOver(previous, planned);
            return over is null
                ? Enumerable.Range(0, length + 1).All(day => ShortStay.DaysUsed(all, from.AddDays(day)) <= 90)
                : ShortStay.DaysUsed(all, over.Value) > 90 && (over == from || ShortStay.DaysUsed(all, over.Value.AddDays(-1)) <= 90);
        });

    [Fact]
    public void Kilometres_VicenzaToSevilla_FallIntoTheBandFrom500() => Assert.InRange(Distance.Kilometres(45.5455, 11.5354, 37.3826, -6.0045), 1700, 1720);
}
