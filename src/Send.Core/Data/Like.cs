namespace Send.Core.Data;

/// <summary>Patterns for LIKE over lower-cased columns, whose wildcards are only the outer ones.</summary>
public static class Like
{
    public const string Escape = "\\";

    public static string Containing(string text) =>
        "%" + text.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
