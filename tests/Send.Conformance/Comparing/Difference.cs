namespace Send.Conformance.Comparing;

/// <summary>One place where the outcome is not the expected one.</summary>
/// <param name="Path">Where, for example <c>start.main.journal[3]</c>.</param>
/// <param name="Expected">The expected value as JSON; "nothing" if there should be none.</param>
/// <param name="Actual">The value found as JSON; "nothing" if there is none.</param>
/// <param name="IsSoft">True where the format allows another value: reported, but no failure.</param>
public sealed record Difference(string Path, string Expected, string Actual, bool IsSoft = false)
{
    /// <summary>Stands for a missing value.</summary>
    public const string Nothing = "nothing";

    /// <inheritdoc />
    public override string ToString() => $"{Path}: expected {Shorten(Expected)}, got {Shorten(Actual)}";

    private static string Shorten(string text) => text.Length <= 240 ? text : text[..240] + "…";
}
