using CsCheck;
using Send.Core.Deadlines;

namespace Send.Core.Tests.Deadlines;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Italy = Shipped.Reference.Holidays.Calendar("IT");
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 2000].Select(n => new DateOnly(2025, 1, 1).AddDays(n));

    [Theory]
    [InlineData("2027-03-26", 1, "2027-03-30")] // Good Friday is a working day in Italy, Easter Monday is not
    [InlineData("2027-03-27", 1, "2027-03-30")]
    [InlineData("2027-03-30", -1, "2027-03-26")]
    [InlineData("2027-03-28", 0, "2027-03-26")]
    [InlineData("2027-12-24", 6, "2028-01-03")]
    [InlineData("2027-01-04", -5, "2026-12-24")]
    public void Add_OverHolidays_SkipsThem(string day, int count, string expected) => Assert.Equal(Shipped.Day(expected), Italy.Add(Shipped.Day(day), count));

    [Fact]
    public void Add_AnyDay_GivesAWorkingDayWithAsManyWorkingDaysBetween() =>
        Gen.Select(Days, Gen.Int[1, 60]).Sample((day, count) =>
        {
            var later = Italy.Add(day, count);
            return Italy.IsWorkingDay(later) && Italy.WorkingDaysBetween(day.AddDays(1), later) == count;
        });

    [Fact]
    public void Add_ThereAndBack_ReturnsToAWorkingDay() =>
        Gen.Select(Days, Gen.Int[1, 60]).Sample((day, count) =>
        {
            var from = Italy.OnOrBefore(day);
            return Italy.Add(Italy.Add(from, count), -count) == from;
        });

    [Fact]
    public void OnOrBeforeAndAfter_AnyDay_EncloseItWithoutAWorkingDayBetween() =>
        Days.Sample(day =>
        {
            var (before, after) = (Italy.OnOrBefore(day), Italy.OnOrAfter(day));
            return before <= day && day <= after && Italy.WorkingDaysBetween(before, after) == (before == after ? 1 : 2);
        });
}
