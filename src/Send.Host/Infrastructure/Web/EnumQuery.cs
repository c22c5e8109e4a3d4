using System.Diagnostics.CodeAnalysis;

namespace Send.Host.Infrastructure.Web;

/// <summary>An enum value in a query, written as in JSON (`placementOfficer`); letter case does not matter, numbers are no values.</summary>
internal readonly record struct EnumQuery<T>(T Value)
    where T : struct, Enum
{
    public static bool TryParse(string? text, out EnumQuery<T> result)
    {
        var known = !string.IsNullOrEmpty(text) && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : (T?)null;
        result = new(known ?? default);
        return known is not null;
    }
}

/// <summary>What is known of the values.</summary>
internal static class EnumQuery
{
    /// <summary>The names of the values when the type is an <see cref="EnumQuery{T}"/>, nullable or not.</summary>
    public static bool TryNames(Type type, [NotNullWhen(true)] out IReadOnlyList<string>? names)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        names = inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(EnumQuery<>)
            ? [.. Enum.GetNames(inner.GetGenericArguments()[0]).Select(name => char.ToLowerInvariant(name[0]) + name[1..])]
            : null;
        return names is not null;
    }
}
