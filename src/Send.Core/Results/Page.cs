namespace Send.Core.Results;

/// <summary>One page of a list. <paramref name="Next"/> is the opaque cursor of the page after it, null on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page is wanted: at most <paramref name="Size"/> items (1 to 200) after the cursor <paramref name="After"/>, from the start when that is null.</summary>
public sealed record PageRequest(int Size = PageRequest.DefaultSize, string? After = null)
{
    public const int DefaultSize = 50;
    public const int MaximumSize = 200;

    /// <summary>Null when the size is in range, else the refusal.</summary>
    public Error? Check() => Size is >= 1 and <= MaximumSize
        ? null
        : new Error("page.size", $"The page size is between 1 and {MaximumSize}.", "/page[size]");
}
