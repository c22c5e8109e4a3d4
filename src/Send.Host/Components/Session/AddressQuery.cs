namespace Send.Host.Components.Session;

/// <summary>Builds the address of a list from its filters: what is not set is left out.</summary>
public static class AddressQuery
{
    /// <summary>`cases?status=abroad&amp;text=ros`.</summary>
    public static string Of(string path, params (string Name, string? Value)[] parts)
    {
        var set = parts.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return set.Count == 0 ? path : $"{path}?{string.Join('&', set)}";
    }

    /// <summary>The name of a value in addresses, `placementOfficer`.</summary>
    public static string? NameOf<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is { } given ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(given.ToString()) : null;

    /// <summary>The value of a name; null for anything else, numbers too.</summary>
    public static TEnum? Read<TEnum>(string? name)
        where TEnum : struct, Enum => name is { Length: > 0 } && char.IsLetter(name[0]) && Enum.TryParse<TEnum>(name, ignoreCase: true, out var value) ? value : null;

    /// <summary>Trimmed text, or null when there is none.</summary>
    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
