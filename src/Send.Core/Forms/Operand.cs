using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Send.Core.Forms;

/// <summary>Operands of conditions and examples. A string that starts with `$` names a field or a context path, for dates with an offset in days, weeks or months and
/// for date-times with a clock time in Rome: `$from`, `$case.return+90d`, `$case.departure@09:30`. Everything else stands for itself.</summary>
internal static partial class Operand
{
    private static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    [GeneratedRegex(@"^\$(?<path>[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*)((?<count>[+-]\d{1,4})(?<unit>[dwm]))?(@(?<time>[0-2]\d:[0-5]\d))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    /// <summary>The path that a reference names; null when the node is a plain value.</summary>
    public static string? PathOf(JsonNode? node) =>
        JsonValues.Text(node) is { Length: > 0 } text && text[0] == '$' && Reference().Match(text) is { Success: true } m ? m.Groups["path"].Value : null;

    /// <summary>True for a string that starts with `$` but is no reference.</summary>
    public static bool IsMalformed(JsonNode? node) => JsonValues.Text(node) is { Length: > 0 } text && text[0] == '$' && !Reference().IsMatch(text);

    /// <summary>The value an operand stands for, in nested values too; null when what it names is missing.</summary>
    public static JsonNode? Resolve(JsonNode? node, Func<string, JsonNode?> lookup)
    {
        switch (node)
        {
            case JsonArray array:
                return new JsonArray([.. array.Select(item => Resolve(item, lookup))]);
            case JsonObject o:
                return new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Resolve(p.Value, lookup))));
            default:
                return JsonValues.Text(node) is { Length: > 0 } text && text[0] == '$' && Reference().Match(text) is { Success: true } match
                    ? Shift(lookup(match.Groups["path"].Value), match)
                    : node?.DeepClone();
        }
    }

    private static JsonNode? Shift(JsonNode? value, Match match)
    {
        var day = JsonValues.Date(value);
        if (day is null)
        {
            return value?.DeepClone();
        }

        if (match.Groups["count"].Success)
        {
            var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
            day = match.Groups["unit"].Value switch
            {
                "m" => day.Value.AddMonths(count),
                "w" => day.Value.AddDays(7 * count),
                _ => day.Value.AddDays(count),
            };
        }

        if (!match.Groups["time"].Success)
        {
            return day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var local = day.Value.ToDateTime(TimeOnly.ParseExact(match.Groups["time"].Value, "HH:mm", CultureInfo.InvariantCulture));
        return new DateTimeOffset(local, Office.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
