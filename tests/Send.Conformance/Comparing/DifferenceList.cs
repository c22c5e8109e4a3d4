using System.Text.Json;

namespace Send.Conformance.Comparing;

/// <summary>The differences that are there on purpose.</summary>
/// <param name="Reasons">One entry per reason.</param>
public sealed record DifferenceList(IReadOnlyList<KnownDifference> Reasons)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>No difference is on purpose.</summary>
    public static DifferenceList None { get; } = new([]);

    /// <summary>The list that comes with the runner.</summary>
    public static DifferenceList Shipped { get; } = Load(Path.Combine(AppContext.BaseDirectory, "differences.json"));

    /// <summary>Reads a list.</summary>
    public static DifferenceList Load(string file) => new(JsonSerializer.Deserialize<List<KnownDifference>>(File.ReadAllText(file), Options) ?? []);

    /// <summary>Judges the differences of a case.</summary>
    /// <param name="caseName">Name of the case.</param>
    /// <param name="quirk">What the script calls a quirk of Elsa; null if nothing.</param>
    /// <param name="differences">All differences found.</param>
    public CaseResult Judge(string caseName, string? quirk, IReadOnlyList<Difference> differences)
    {
        var hard = differences.Where(difference => !difference.IsSoft).ToList();
        var isListed = Reasons.Any(reason => reason.Lists(caseName));
        var reasons = new List<string>();
        foreach (var difference in hard)
        {
            var match = Reasons.FirstOrDefault(reason => isListed && reason.Of(caseName).Any(pattern => pattern.IsExactly(difference)))
                ?? Reasons.FirstOrDefault(reason => (!isListed || reason.IsGeneral) && reason.IsFor(caseName, quirk) && reason.Patterns?.Any(pattern => pattern.Matches(difference)) == true);
            if (match is null)
            {
                return new(caseName, CaseVerdict.Failed, differences, []);
            }

            reasons.Add(match.Reason);
        }

        if (Reasons.SelectMany(reason => reason.Of(caseName)).FirstOrDefault(listed => !hard.Exists(listed.IsExactly)) is { } gone)
        {
            var stale = new Difference(gone.Path, $"the listed difference ({gone.Expected} became {gone.Actual})", "none: remove it from differences.json");
            return new(caseName, CaseVerdict.Failed, [stale, .. differences], []);
        }

        return new(caseName, hard.Count == 0 ? CaseVerdict.Passed : CaseVerdict.DiffersOnPurpose, differences, [.. reasons.Distinct(StringComparer.Ordinal)]);
    }
}
