using System.Text.Json.Nodes;
using Send.Core.Forms;

namespace Send.Core.Needs;

/// <summary>What is missing between a level now and the level wanted (0 to 5), weighted by importance (1 to 3).</summary>
public sealed record CompetenceGap(string Name, int Current, int Target, int Importance)
{
    /// <summary>Levels to gain; none when the target is reached.</summary>
    public int Levels => Math.Max(0, Target - Current);

    public int Weight => Levels * Importance;

    /// <summary>The gaps of a needs analysis, greatest weight first, reached competences left out.</summary>
    public static IReadOnlyList<CompetenceGap> Of(JsonObject needs)
    {
        ArgumentNullException.ThrowIfNull(needs);
        return
        [
            .. needs.Rows("competences")
                .Select(row => new CompetenceGap(row.Text("name") ?? "", row.Whole("current") ?? 0, row.Whole("target") ?? 0, row.Whole("importance") ?? 1))
                .Where(gap => gap is { Levels: > 0, Name.Length: > 0 })
                .OrderByDescending(gap => gap.Weight).ThenBy(gap => gap.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Rows of a `facts` panel.</summary>
    public static JsonArray ToJson(IEnumerable<CompetenceGap> gaps) =>
        new([.. gaps.Select(gap => new JsonObject { ["competence"] = gap.Name, ["current"] = gap.Current, ["target"] = gap.Target, ["weight"] = gap.Weight })]);
}
