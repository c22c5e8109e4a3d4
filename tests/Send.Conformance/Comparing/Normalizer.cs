using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Send.Conformance.Comparing;

/// <summary>
/// Makes values of different runs comparable, as FORMAT.md says: instance ids become <c>&lt;main&gt;</c>, other generated ids
/// <c>&lt;id&gt;</c>, GUIDs <c>&lt;guid&gt;</c>, moments near the step <c>&lt;now+60s&gt;</c>, quoted long numbers <c>'&lt;n&gt;'</c>.
/// </summary>
/// <param name="refOf">The ref of an instance id; null if it is none.</param>
/// <param name="isGenerated">True for an id that the host's generator gave out.</param>
public sealed partial class Normalizer(Func<string, string?> refOf, Func<string, bool> isGenerated)
{
    private static readonly TimeSpan Near = TimeSpan.FromDays(10);

    /// <summary>A copy with every text normalised.</summary>
    public JsonNode? Apply(JsonNode? node, DateTimeOffset now) => node switch
    {
        JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Member(entry.Key, entry.Value, map, now)))),
        JsonArray list => new JsonArray(list.Select(item => Apply(item, now)).ToArray()),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Text(text, now)),
        _ => node?.DeepClone(),
    };

    /// <summary>One text normalised.</summary>
    public string Text(string text, DateTimeOffset now)
    {
        if (Moment().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && (moment - now).Duration() < Near)
        {
            var seconds = (long)Math.Round((moment - now).TotalSeconds / 60, MidpointRounding.AwayFromZero) * 60;
            return seconds == 0 ? "<now>" : string.Create(CultureInfo.InvariantCulture, $"<now{seconds:+0;-0}s>");
        }

        var result = Guids().Replace(text, "<guid>");
        result = Ids().Replace(result, match => refOf(match.Value) is { } name ? $"<{name}>" : isGenerated(match.Value) ? "<id>" : match.Value);
        return LongNumbers().Replace(result, "'<n>'");
    }

    private JsonNode? Member(string key, JsonNode? value, JsonObject owner, DateTimeOffset now)
        => string.Equals(key, "executeAt", StringComparison.Ordinal) && owner.ContainsKey("cronExpression") ? "<next occurrence>" : Apply(value, now);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Guids();

    [GeneratedRegex(@"[0-9a-z]{12,32}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex(@"'\d{9,}'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongNumbers();
}
