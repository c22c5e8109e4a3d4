using System.Text.Json.Nodes;
using Send.Core.Agreements;
using Send.Core.Forms;

namespace Send.Core.Tests.Agreements;

public sealed class WorkingTimeTests
{
    [Fact]
    public void Check_FiveDaysOfSevenHours_SuitsAMinor() => Assert.All(WorkingTime.Check(Week("07:00", "14:30", 30, 5), minor: true), check => Assert.Equal(CheckState.Ok, check.State));

    [Theory]
    [InlineData("07:00", "16:00", 30, 5, "hours-day")]
    [InlineData("07:00", "15:30", 30, 6, "hours-week")]
    [InlineData("08:00", "15:00", 0, 5, "break")]
    [InlineData("08:00", "14:00", 30, 6, "days-off")]
    [InlineData("15:00", "22:30", 30, 5, "night")]
    [InlineData("05:30", "12:30", 30, 5, "night")]
    [InlineData("20:00", "02:00", 30, 5, "night")]
    public void Check_Minor_FindsWhatIsTooMuch(string starts, string ends, int pause, int days, string broken) =>
        Assert.Contains(WorkingTime.Check(Week(starts, ends, pause, days), minor: true), check => check.Id == broken && check.State == CheckState.Fail);

    [Theory]
    [InlineData("15:00", "23:00", 30, 5)]
    [InlineData("07:00", "16:00", 30, 5)]
    [InlineData("22:00", "06:00", 30, 5)]
    public void Check_Adult_MayDoMore(string starts, string ends, int pause, int days) =>
        Assert.All(WorkingTime.Check(Week(starts, ends, pause, days), minor: false), check => Assert.Equal(CheckState.Ok, check.State));

    [Fact]
    public void Check_LateThenEarly_LacksRest()
    {
        WorkDay[] schedule = [new(DayOfWeek.Monday, new(14, 0), new(22, 0), 30), new(DayOfWeek.Tuesday, new(6, 0), new(13, 0), 30)];

        Assert.Equal(CheckState.Fail, WorkingTime.Check(schedule, minor: false).Single(check => check.Id == "rest-day").State);
    }

    [Fact]
    public void Check_SaturdayNightToSundayMorning_LooksAroundTheWeek()
    {
        WorkDay[] schedule = [new(DayOfWeek.Sunday, new(6, 0), new(12, 0), 30), new(DayOfWeek.Saturday, new(15, 0), new(22, 0), 30)];

        Assert.Equal(CheckState.Fail, WorkingTime.Check(schedule, minor: false).Single(check => check.Id == "rest-day").State);
    }

    [Fact]
    public void Check_NoSchedule_Warns() => Assert.Equal(CheckState.Warn, WorkingTime.Check([], minor: true).Single().State);

    [Fact]
    public void Of_FormExample_ReadsEveryRow()
    {
        var placement = FormExamples.Of(Shipped.Forms.Get("host-confirmation"), Shipped.Forms.SampleContext);

        Assert.Equal(5, WorkDay.Of(placement).Count);
        Assert.Empty(WorkDay.Of(new JsonObject { ["schedule"] = new JsonArray(new JsonObject { ["day"] = "mon", ["starts"] = "noon" }) }));
    }

    private static WorkDay[] Week(string starts, string ends, int pause, int days) =>
        [.. Enumerable.Range(1, days).Select(day => new WorkDay((DayOfWeek)day, Clock(starts), Clock(ends), pause))];

    private static TimeOnly Clock(string text) => TimeOnly.ParseExact(text, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
