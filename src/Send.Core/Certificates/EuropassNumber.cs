using System.Globalization;

namespace Send.Core.Certificates;

/// <summary>Numbers of Europass documents: country, issuer, case code and two check digits (ISO 7064, modulo 97), `IT-SEND-IVT-2027-0012-50`. One case has one number, in
/// every edition; a mistyped one is recognised.</summary>
public static class EuropassNumber
{
    /// <summary>The number of a case. Country is ISO 3166-1 alpha-2; issuer letters and digits.</summary>
    public static string Of(string country, string issuer, string caseCode)
    {
        ArgumentNullException.ThrowIfNull(country);
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(caseCode);
        var stem = $"{country}-{issuer}-{caseCode}".ToUpperInvariant();
        if (stem.Any(c => c != '-' && !char.IsAsciiLetterOrDigit(c)))
        {
            throw new ArgumentException("A document number has letters, digits and hyphens only.", nameof(issuer));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{stem}-{98 - (Remainder(stem) * 100 % 97):00}");
    }

    /// <summary>True when the check digits fit.</summary>
    public static bool IsValid(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var cut = number.LastIndexOf('-');
        return cut > 0 && number.Length == cut + 3 && number.All(c => c == '-' || char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)) && Remainder(number) == 1;
    }

    private static int Remainder(string text)
    {
        var remainder = 0;
        foreach (var c in text.Where(char.IsAsciiLetterOrDigit))
        {
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + (c - '0')) % 97 : ((remainder * 100) + (c - 'A' + 10)) % 97;
        }

        return remainder;
    }
}
