using System.Globalization;
using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>What is known when a form is shown or checked: a JSON object with the roots <c>case</c>, <c>participant</c>, <c>sending</c>, <c>host</c>, <c>offer</c>,
/// <c>facts</c>, <c>computed</c>, <c>task</c> and <c>today</c> (a date). <see cref="CaseContext"/> builds it from rows.</summary>
public sealed class FormContext(JsonObject root)
{
    /// <summary>The names a path may start with.</summary>
    public static readonly IReadOnlyList<string> Roots = ["case", "participant", "sending", "host", "offer", "facts", "computed", "task", "today"];

    /// <summary>Nothing is known.</summary>
    public static FormContext Empty { get; } = new([]);

    public JsonObject Root { get; } = root;

    /// <summary>The value at a dotted path (`facts.needs.competences`, `computed.matches.0.offerId`); null when there is none.</summary>
    public JsonNode? Find(string path)
    {
        JsonNode? node = Root;
        foreach (var part in path.Split('.'))
        {
            node = node switch
            {
                JsonObject o => o[part],
                JsonArray a when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < a.Count => a[i],
                _ => null,
            };
            if (node is null)
            {
                return null;
            }
        }

        return node;
    }
}
