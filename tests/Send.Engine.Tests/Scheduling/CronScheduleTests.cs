using System.Globalization;
using Send.Engine.Scheduling;

namespace Send.Engine.Tests.Scheduling;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 0 0 1 1 *", "2027-03-01T09:00:00Z", "2028-01-01T00:00:00Z")]
    [InlineData("*/15 * * * *", "2027-03-01T09:00:00Z", "2027-03-01T09:15:00Z")]
    [InlineData("*/10 * * * * *", "2027-03-01T09:00:59Z", "2027-03-01T09:01:00Z")]
    [InlineData("0 30 8 ? * MON-FRI", "2027-03-05T09:00:00Z", "2027-03-08T08:30:00Z")]
    [InlineData("0 0 9 * * 7", "2027-03-01T09:00:00Z", "2027-03-07T09:00:00Z")]
    [InlineData("0 12 29 2 *", "2027-03-01T00:00:00Z", "2028-02-29T12:00:00Z")]
    [InlineData("59 23 31 DEC *", "2027-12-31T23:59:00Z", "2028-12-31T23:59:00Z")]
    [InlineData("5/20 * * * *", "2027-03-01T09:50:00Z", "2027-03-01T10:05:00Z")]
    [InlineData("0,30 6-8 1,15 * *", "2027-03-01T08:30:00Z", "2027-03-15T06:00:00Z")]
    public void NextAfter_GivesTheFirstLaterTime(string expression, string after, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
        CronSchedule.Parse(expression).NextAfter(DateTimeOffset.Parse(after, CultureInfo.InvariantCulture)));

    [Fact]
    public void NextAfter_ForADayThatNeverComes_IsNull() =>
        Assert.Null(CronSchedule.Parse("0 0 31 2 *").NextAfter(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("", "five fields")]
    [InlineData("* * * *", "five fields")]
    [InlineData("60 * * * *", "minutes")]
    [InlineData("* 24 * * *", "hours")]
    [InlineData("* * 0 * *", "day of month")]
    [InlineData("* * * FOO *", "month")]
    [InlineData("* * * * 5-2", "day of week")]
    [InlineData("*/0 * * * *", "minutes")]
    [InlineData("1-2-3 * * * *", "minutes")]
    public void Parse_OfABadSchedule_NamesTheField(string expression, string field) =>
        Assert.Contains(field, Assert.Throws<FormatException>(() => CronSchedule.Parse(expression)).Message, StringComparison.Ordinal);
}
