using CsCheck;
using Send.Core.Deadlines;
using Send.Core.Monitoring;

namespace Send.Core.Tests.Monitoring;

public sealed class MonitoringCadenceTests
{
    [Theory]
    [InlineData(10, false, "3")]
    [InlineData(29, false, "3 10 15m 17 24 25l")]
    [InlineData(29, true, "1 2 3 4 5 6 7 10 14 15m 17 21 24 25l 28")]
    [InlineData(100, false, "3 7 14 21 28 42 50m 56 70 84 96l 98")]
    public void Of_LengthAndAge_GivesTheDays(int days, bool minor, string expected)
    {
        var dates = Stay(days);

        var contacts = MonitoringCadence.Of(dates, minor, Shipped.Reference.Monitoring);

        Assert.Equal(expected, string.Join(' ', contacts.Select(c => (c.On.DayNumber - dates.Start.DayNumber + 1) + c.Reason switch { ContactReason.MidTerm => "m", ContactReason.LastWeek => "l", _ => "" })));
    }

    [Fact]
    public void Of_AnyStay_LiesWithinItWithoutLongSilence() =>
        Gen.Select(Gen.Int[1, 365], Gen.Bool).Sample((days, minor) =>
        {
            var dates = Stay(days);
            var contacts = MonitoringCadence.Of(dates, minor, Shipped.Reference.Monitoring);
            var gaps = contacts.Zip(contacts.Skip(1), (one, next) => next.On.DayNumber - one.On.DayNumber);
            return contacts.Count > 0 && contacts.All(c => c.On >= dates.Start && c.On <= dates.End) && gaps.All(gap => gap is >= 1 and <= 14) && (!minor || days < 14 || gaps.All(gap => gap <= 7));
        });

    [Fact]
    public void Next_AfterTheLast_IsNull()
    {
        var dates = Stay(10);
        var contacts = MonitoringCadence.Of(dates, false, Shipped.Reference.Monitoring);

        Assert.Equal(dates.Start.AddDays(2), MonitoringCadence.Next(contacts, dates.Start));
        Assert.Null(MonitoringCadence.Next(contacts, dates.End));
    }

    private static StayDates Stay(int days)
    {
        var start = Shipped.Day("2027-03-02");
        return new(start.AddDays(-1), start, start.AddDays(days - 1), start.AddDays(days));
    }
}
