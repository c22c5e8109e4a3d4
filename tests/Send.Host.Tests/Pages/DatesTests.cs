using Microsoft.Extensions.Time.Testing;
using Send.Host.Localization;

namespace Send.Host.Tests.Pages;

/// <summary>Dates in words, by calendar days of the reader's zone.</summary>
public sealed class DatesTests
{
    private static readonly DateOnly Today = new(2027, 3, 4);

    [Theory]
    [InlineData("en-GB", "Thu 4 Mar 2027")]
    [InlineData("it-IT", "gio 4 mar 2027")]
    public void Day_Culture_GivesWeekdayDayMonthYear(string culture, string expected)
    {
        using var spoken = new Spoken(culture);

        Assert.Equal(expected, Dates.Day(Today));
    }

    [Theory]
    [InlineData("en-GB", 0, "today")]
    [InlineData("en-GB", 1, "tomorrow")]
    [InlineData("en-GB", -1, "yesterday")]
    [InlineData("en-GB", 3, "in 3 days")]
    [InlineData("en-GB", 19, "in 19 days")]
    [InlineData("en-GB", 41, "in 6 weeks")]
    [InlineData("en-GB", -12, "12 days ago")]
    [InlineData("it-IT", 0, "oggi")]
    [InlineData("it-IT", 3, "tra 3 giorni")]
    [InlineData("it-IT", -12, "12 giorni fa")]
    [InlineData("it-IT", 41, "tra 6 settimane")]
    public void Distance_Days_AreCountedInTheCalendar(string culture, int days, string expected)
    {
        using var spoken = new Spoken(culture);

        Assert.Equal(expected, At("2027-03-04T10:00:00Z").Distance(Today.AddDays(days)));
    }

    [Fact]
    public void Today_LateEveningInUtc_IsTheNextDayInRome() => Assert.Equal(new DateOnly(2027, 3, 5), At("2027-03-04T23:30:00Z").Today);

    [Fact]
    public void Distance_OneMinuteToMidnight_IsStillTomorrow()
    {
        using var spoken = new Spoken("en-GB");

        Assert.Equal("tomorrow", At("2027-03-04T22:59:00Z").Distance(new DateOnly(2027, 3, 5)));
    }

    private static Dates At(string instant) => new(new FakeTimeProvider(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)), new Texts());
}
