using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>A condition over the form's data and the case's context. Exactly one of: <see cref="All"/>, <see cref="Any"/>, <see cref="Not"/>, or a comparison of
/// <see cref="Field"/> (a field id) or <see cref="Path"/> (context path) by one operator. Comparisons with a missing value are false, except <see cref="IsSet"/> = false.
/// An operand string that starts with `$` is a field id (`$from`) or a context path (`$case.departure`).</summary>
public sealed record Condition
{
    public IReadOnlyList<Condition>? All { get; init; }

    public IReadOnlyList<Condition>? Any { get; init; }

    public Condition? Not { get; init; }

    public string? Field { get; init; }

    public string? Path { get; init; }

    public JsonNode? Is { get; init; }

    public IReadOnlyList<JsonNode>? In { get; init; }

    /// <summary>Greater or equal; numbers, dates, date-times.</summary>
    public JsonNode? AtLeast { get; init; }

    /// <summary>Less or equal.</summary>
    public JsonNode? AtMost { get; init; }

    public bool? IsSet { get; init; }
}
