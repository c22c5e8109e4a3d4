using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Host.Components.Forms;

/// <summary>An offer as the match ranking of a task has it (`computed.matches`).</summary>
public sealed record Match(string OfferId, string Title, string Where, decimal? Score, IReadOnlyList<MatchReason> Reasons)
{
    /// <summary>Reads the ranking; entries without an offer are left out.</summary>
    public static IReadOnlyList<Match> Read(JsonNode? node) =>
        node is JsonArray items ? [.. items.OfType<JsonObject>().Where(item => item["offerId"] is not null).Select(Of)] : [];

    private static Match Of(JsonObject item) => new(
        Json.Text(item["offerId"]),
        Json.Text(item["title"] ?? item["offer"]),
        string.Join(", ", new[] { Json.Text(item["host"] ?? item["hostName"]), Json.Text(item["city"]) }.Where(part => part.Length > 0)),
        decimal.TryParse(Json.Text(item["score"]), NumberStyles.Float, CultureInfo.InvariantCulture, out var score) ? score : null,
        [.. Lines(item["reasons"], true), .. Lines(item["missing"], false)]);

    private static IEnumerable<MatchReason> Lines(JsonNode? node, bool good) => node is not JsonArray lines
        ? []
        : lines.Where(line => line is not null).Select(line => line!.GetValueKind() == JsonValueKind.Object
            ? new MatchReason(Localised.Text(line["text"] ?? line["label"] ?? line), line["ok"]?.GetValueKind() is { } kind ? kind == JsonValueKind.True : good)
            : new MatchReason(Json.Text(line), good));
}

/// <summary>Why an offer fits, or what it lacks.</summary>
public sealed record MatchReason(string Text, bool Good);
