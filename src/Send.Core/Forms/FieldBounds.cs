using System.Text.RegularExpressions;

namespace Send.Core.Forms;

/// <summary>Bounds of a field, with those that its type brings: money is not negative unless the form says so.</summary>
internal static class FieldBounds
{
    public static (decimal? Min, decimal? Max) Of(FormField field) => field.Type switch
    {
        FieldType.Money => (field.Min ?? 0, field.Max),
        FieldType.Text or FieldType.City => (field.Min, field.Max ?? 300),
        FieldType.Long => (field.Min, field.Max ?? 4000),
        FieldType.Table => (field.Min, field.Max ?? 200),
        _ => (field.Min, field.Max),
    };
}

/// <summary>Patterns of forms: the whole text must fit, within a tenth of a second.</summary>
internal static class FieldPattern
{
    public static bool Fits(string pattern, string text) =>
        Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(100));
}
