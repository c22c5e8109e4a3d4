namespace Send.Engine.Expressions.Liquid;

/// <summary>
/// Refuses templates whose nesting would overflow the parser's stack, which no handler could catch. The measures are far above what a person
/// writes.
/// </summary>
internal static class TemplateShape
{
    private const int MaxLength = 200_000;
    private const int MaxTagLength = 2_000;
    private const int MaxDepth = 40;
    private const int MaxBrackets = 12;

    /// <summary>What is wrong with the shape; null if nothing is.</summary>
    public static string? Check(string source)
    {
        if (source.Length > MaxLength)
        {
            return $"The template is longer than {MaxLength} characters.";
        }

        var depth = 0;
        for (var at = NextTag(source, 0); at >= 0; at = NextTag(source, at + 2))
        {
            var isOutput = source[at + 1] == '{';
            var end = source.IndexOf(isOutput ? "}}" : "%}", at + 2, StringComparison.Ordinal);
            var content = source.AsSpan(at + 2, (end < 0 ? source.Length : end) - at - 2);
            if (content.Length > MaxTagLength)
            {
                return $"A tag of the template is longer than {MaxTagLength} characters.";
            }

            if (content.Count('[') > MaxBrackets)
            {
                return $"A tag of the template has more than {MaxBrackets} brackets.";
            }

            depth += isOutput ? 0 : Step(content, source);
            if (depth > MaxDepth)
            {
                return $"The template is nested deeper than {MaxDepth} levels.";
            }
        }

        return null;
    }

    private static int NextTag(string source, int from)
    {
        for (var at = source.IndexOf('{', from); at >= 0 && at + 1 < source.Length; at = source.IndexOf('{', at + 1))
        {
            if (source[at + 1] is '{' or '%')
            {
                return at;
            }
        }

        return -1;
    }

    private static int Step(ReadOnlySpan<char> content, string source)
    {
        var text = content.TrimStart(" -\t\r\n");
        var length = text.IndexOfAnyExceptInRange('a', 'z');
        var name = length < 0 ? text : text[..length];
        if (name.StartsWith("end", StringComparison.Ordinal))
        {
            return -1;
        }

        return name.Length > 0 && source.Contains($"end{name}", StringComparison.Ordinal) ? 1 : 0;
    }
}
