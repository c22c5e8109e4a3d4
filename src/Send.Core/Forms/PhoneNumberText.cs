using PhoneNumbers;

namespace Send.Core.Forms;

/// <summary>Telephone numbers in international notation.</summary>
public static class PhoneNumberText
{
    /// <summary>E.164 (`+390444123456`) of a number written with its country code (`+39 0444 …`, `0039 0444 …`); null when no such number can exist.</summary>
    public static string? Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var international = trimmed.StartsWith("00", StringComparison.Ordinal) ? "+" + trimmed[2..] : trimmed;
        if (!international.StartsWith('+') || international.Length > 40)
        {
            return null;
        }

        var library = PhoneNumberUtil.GetInstance();
        try
        {
            var number = library.Parse(international, defaultRegion: null);
            return library.IsValidNumber(number) && !number.HasExtension ? library.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
