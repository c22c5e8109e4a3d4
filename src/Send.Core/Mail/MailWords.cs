using System.Globalization;
using Fluid;
using Fluid.Values;
using Humanizer;

namespace Send.Core.Mail;

/// <summary>Liquid filters of mails: days in words, in the language of the mail.</summary>
internal static class MailWords
{
    public static void AddTo(FilterCollection filters)
    {
        filters.AddFilter("day", (input, _, context) => new StringValue(Day(input) is { } day ? Long(day, context.CultureInfo) : ""));
        filters.AddFilter("add_days", (input, arguments, _) => new StringValue(
            Day(input)?.AddDays((int)arguments.At(0).ToNumberValue()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""));
        filters.AddFilter("when", (input, _, context) => new StringValue(Day(input) is { } day ? Relative(day, Today(context), context.CultureInfo) : ""));
        filters.AddFilter("days", (input, _, context) => new StringValue(Span((int)Math.Abs(input.ToNumberValue()), context.CultureInfo)));
    }

    /// <summary>`Tuesday 12 January 2027`, `martedì 12 gennaio 2027`.</summary>
    public static string Long(DateOnly day, CultureInfo culture) => day.ToString("dddd d MMMM yyyy", culture);

    /// <summary>`today`, `tomorrow`, `in 3 days`, `3 days ago`, and the same in Italian. Whole calendar days.</summary>
    public static string Relative(DateOnly day, DateOnly today, CultureInfo culture)
    {
        var italian = culture.TwoLetterISOLanguageName == "it";
        var days = day.DayNumber - today.DayNumber;
        return days switch
        {
            0 => italian ? "oggi" : "today",
            1 => italian ? "domani" : "tomorrow",
            -1 => italian ? "ieri" : "yesterday",
            > 0 => italian ? $"fra {Span(days, culture)}" : $"in {Span(days, culture)}",
            _ => italian ? $"{Span(-days, culture)} fa" : $"{Span(-days, culture)} ago",
        };
    }

    private static string Span(int days, CultureInfo culture) => TimeSpan.FromDays(days).Humanize(culture: culture, maxUnit: TimeUnit.Day, minUnit: TimeUnit.Day);

    private static DateOnly Today(TemplateContext context) =>
        context.AmbientValues.TryGetValue("today", out var today) ? (DateOnly)today : throw new InvalidOperationException("The mail's day is not set.");

    private static DateOnly? Day(FluidValue input) => input.ToObjectValue() switch
    {
        DateOnly day => day,
        DateTimeOffset at => DateOnly.FromDateTime(at.DateTime),
        DateTime at => DateOnly.FromDateTime(at),
        string text when DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => null,
    };
}
