using System.Globalization;
using Humanizer;

namespace Send.Host.Localization;

/// <summary>Dates and times as people read them, in the reader's language and time zone. Distances count calendar days in that zone.</summary>
public sealed class Dates(TimeProvider clock, Texts texts)
{
    /// <summary>The reader's zone; Europe/Rome until the session says otherwise.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>Today in the reader's zone.</summary>
    public DateOnly Today => DayOf(clock.GetUtcNow());

    /// <summary>The calendar day of an instant in the reader's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>`Thu 4 Mar 2027`, `gio 4 mar 2027`.</summary>
    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>`4 Mar`, with the year when it is not this one.</summary>
    public string Short(DateOnly day) => day.ToString(day.Year == Today.Year ? "d MMM" : "d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>`Thu 4 Mar 2027, 14:05`.</summary>
    public string Moment(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        return $"{Day(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>`today`, `tomorrow`, `in 3 days`, `2 weeks ago`.</summary>
    public string Distance(DateOnly day)
    {
        var days = day.DayNumber - Today.DayNumber;
        return days switch
        {
            0 => texts["dates.today"],
            1 => texts["dates.tomorrow"],
            -1 => texts["dates.yesterday"],
            > 0 => texts["dates.in", Span(days)],
            _ => texts["dates.ago", Span(-days)],
        };
    }

    /// <summary>How long ago an instant was: minutes and hours on the same day, else calendar days.</summary>
    public string Since(DateTimeOffset instant)
    {
        var passed = clock.GetUtcNow() - instant;
        if (DayOf(instant) != Today || passed < TimeSpan.Zero)
        {
            return Distance(DayOf(instant));
        }

        return passed < TimeSpan.FromMinutes(1)
            ? texts["dates.now"]
            : texts["dates.ago", passed.Humanize(1, CultureInfo.CurrentUICulture)];
    }

    /// <summary>`19 days`, `6 weeks`, `5 months`: in days for a month, in whole weeks for a quarter, then in the greatest unit that fits.</summary>
    public static string Span(int days)
    {
        var (shown, unit) = days switch
        {
            <= 30 => (days, TimeUnit.Day),
            < 90 => ((int)Math.Round(days / 7.0) * 7, TimeUnit.Week),
            _ => (days, TimeUnit.Year),
        };
        return TimeSpan.FromDays(shown).Humanize(1, CultureInfo.CurrentUICulture, maxUnit: unit);
    }
}
