using System.Collections.Concurrent;
using System.Globalization;

namespace Send.Host.Localization;

/// <summary>Names of countries (ISO 3166-1 alpha-2) and languages (ISO 639-1) in the reader's language, from the platform's CLDR data.</summary>
public static class Places
{
    private static readonly Lazy<IReadOnlyList<string>> AllCountries = new(() =>
        [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => culture.Name.Split('-')[^1])
            .Where(code => code.Length == 2 && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]))
            .Distinct(StringComparer.Ordinal)]);

    private static readonly ConcurrentDictionary<(string Kind, string Language), IReadOnlyList<(string Code, string Name)>> Lists = new();

    /// <summary>Every country, sorted by its name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Countries() => Sorted("country", AllCountries.Value, Country);

    /// <summary>Every two-letter language, sorted by its name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Languages() => Sorted(
        "language",
        [.. CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(culture => culture.Name).Where(name => name.Length == 2).Distinct(StringComparer.Ordinal)],
        Language);

    /// <summary>`Ireland`, `Irlanda`; the code itself when nobody knows it. The platform localises a region's name only within a culture's: `English (Ireland)`.</summary>
    public static string Country(string code)
    {
        if (code is not { Length: 2 } || !code.All(char.IsAsciiLetter))
        {
            return code;
        }

        var name = CultureInfo.GetCultureInfo("en-" + code.ToUpperInvariant()).DisplayName;
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return open > 0 ? name[(open + 1)..^1] : code;
    }

    /// <summary>`Irish`, `irlandese`.</summary>
    public static string Language(string code)
    {
        try
        {
            var name = CultureInfo.GetCultureInfo(code).DisplayName;
            return char.ToUpper(name[0], CultureInfo.CurrentUICulture) + name[1..];
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    private static IReadOnlyList<(string Code, string Name)> Sorted(string kind, IReadOnlyList<string> codes, Func<string, string> name) =>
        Lists.GetOrAdd((kind, CultureInfo.CurrentUICulture.Name), _ =>
            [.. codes.Select(code => (code, name(code))).OrderBy(pair => pair.Item2, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true))]);
}
