using System.Text.Json;
using System.Text.RegularExpressions;

namespace Send.Conformance.Comparing;

/// <summary>A difference that is there on purpose, from differences.json.</summary>
/// <param name="Cases">Names of the cases; one that ends with <c>*</c> stands for all that begin so.</param>
/// <param name="Path">Regular expression for the whole path.</param>
/// <param name="Expected">Regular expression for the whole expected value.</param>
/// <param name="Actual">Regular expression for the whole value found.</param>
/// <param name="Reason">Why we differ.</param>
public sealed record KnownDifference(IReadOnlyList<string> Cases, string Path, string Expected, string Actual, string Reason)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>True if the difference is exactly this one.</summary>
    public bool Covers(string caseName, Difference difference)
        => Cases.Any(pattern => Fits(pattern, caseName))
            && Whole(Path, difference.Path) && Whole(Expected, difference.Expected) && Whole(Actual, difference.Actual);

    /// <summary>Reads the list.</summary>
    public static IReadOnlyList<KnownDifference> Load(string file) => JsonSerializer.Deserialize<List<KnownDifference>>(File.ReadAllText(file), Options) ?? [];

    private static bool Fits(string pattern, string caseName)
        => pattern.EndsWith('*') ? caseName.StartsWith(pattern[..^1], StringComparison.Ordinal) : string.Equals(pattern, caseName, StringComparison.Ordinal);

    private static bool Whole(string pattern, string text) => Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
