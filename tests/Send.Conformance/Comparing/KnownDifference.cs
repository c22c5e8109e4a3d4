using System.Text.RegularExpressions;

namespace Send.Conformance.Comparing;

/// <summary>One reason to differ from Elsa on purpose, from differences.json.</summary>
/// <param name="Reason">Why we differ.</param>
/// <param name="Quirk">Cases whose script names this quirk (a regular expression for its whole text); null if the reason does not depend on one.</param>
/// <param name="Names">Cases with these names as well (a regular expression for the whole name).</param>
/// <param name="Patterns">
/// What may differ in a case of that quirk or name, or in any case if neither is given, as regular expressions for whole texts. Not for a case that
/// <paramref name="Cases"/> lists.
/// </param>
/// <param name="Cases">By case, exactly what differs: no more and no less.</param>
public sealed record KnownDifference(
    string Reason,
    string? Quirk = null,
    string? Names = null,
    IReadOnlyList<DifferencePattern>? Patterns = null,
    IReadOnlyDictionary<string, IReadOnlyList<DifferencePattern>>? Cases = null)
{
    /// <summary>True if this case is listed with its exact differences.</summary>
    public bool Lists(string caseName) => Cases?.ContainsKey(caseName) == true;

    /// <summary>The exact differences of a listed case.</summary>
    public IReadOnlyList<DifferencePattern> Of(string caseName) => Cases is not null && Cases.TryGetValue(caseName, out var list) ? list : [];

    /// <summary>True if the patterns are for every case.</summary>
    public bool IsGeneral => Quirk is null && Names is null;

    /// <summary>True if the patterns are for this case.</summary>
    public bool IsFor(string caseName, string? quirk) => IsGeneral
        || (Quirk is not null && quirk is not null && DifferencePattern.IsWhole(Quirk, quirk))
        || (Names is not null && DifferencePattern.IsWhole(Names, caseName));
}

/// <summary>Describes a difference.</summary>
/// <param name="Path">Where.</param>
/// <param name="Expected">The expected value as JSON.</param>
/// <param name="Actual">The value found as JSON.</param>
public sealed record DifferencePattern(string Path, string Expected, string Actual)
{
    /// <summary>True if it is exactly this difference.</summary>
    public bool IsExactly(Difference difference) => Path == difference.Path && Expected == difference.Expected && Actual == difference.Actual;

    /// <summary>True if the regular expressions match.</summary>
    public bool Matches(Difference difference)
        => IsWhole(Path, difference.Path) && IsWhole(Expected, difference.Expected) && IsWhole(Actual, difference.Actual);

    internal static bool IsWhole(string pattern, string text)
        => Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
}
