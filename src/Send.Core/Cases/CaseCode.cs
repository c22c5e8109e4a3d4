using System.Globalization;

namespace Send.Core.Cases;

/// <summary>Codes of cases, `IVT-2027-0012`: programme, year of departure, running number of at least four digits.</summary>
public sealed record CaseCode(string Programme, int Year, int Number)
{
    /// <summary>What the codes of a programme and year begin with.</summary>
    public static string Prefix(string programme, int year) => string.Create(CultureInfo.InvariantCulture, $"{programme}-{year:0000}-");

    /// <summary>Reads a code; null when it is none.</summary>
    public static CaseCode? Parse(string? text) =>
        text?.Split('-') is [{ Length: > 0 } programme, { Length: 4 } year, { Length: >= 4 } number]
        && programme.All(char.IsAsciiLetterUpper)
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
            ? new(programme, y, n)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix(Programme, Year)}{Number:0000}");
}
