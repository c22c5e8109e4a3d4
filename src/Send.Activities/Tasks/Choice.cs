namespace Send.Activities.Tasks;

/// <summary>Reads inputs that name one of a few values and may be empty.</summary>
internal static class Choice
{
    /// <summary>The value of that name; null when the text is empty. Throws <see cref="InvalidOperationException"/> that lists the names when it is none of them.</summary>
    public static T? Of<T>(string input, string? text) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Enum.TryParse<T>(text.Trim(), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new InvalidOperationException($"“{input}” is “{text}”; it must be one of {string.Join(", ", Enum.GetNames<T>())}, or empty.");
    }
}
