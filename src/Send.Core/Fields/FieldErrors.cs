using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using Send.Core.Forms;
using Send.Core.Results;

namespace Send.Core.Fields;

/// <summary>Collects what is wrong with the fields of a request. Pointers are relative to <paramref name="prefix"/>, which starts with a slash or is empty.</summary>
internal sealed class FieldErrors(string prefix = "")
{
    private readonly List<Error> errors = [];

    public IReadOnlyList<Error> All => errors;

    public bool Any => errors.Count > 0;

    public void Add(string field, string code, string message) => errors.Add(new(code, message, prefix + "/" + field));

    public void AddRange(IEnumerable<Error> others) => errors.AddRange(others);

    /// <summary>The trimmed text; an error when it is empty or too long.</summary>
    public string Required(string field, string? value, int longest = 200)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0)
        {
            Add(field, "field.required", "This field is required.");
        }

        return Limit(field, text, longest);
    }

    /// <summary>The trimmed text or null; an error when it is too long.</summary>
    public string? Optional(string field, string? value, int longest = 200) =>
        string.IsNullOrWhiteSpace(value) ? null : Limit(field, value.Trim(), longest);

    /// <summary>The date; an error when there is none.</summary>
    public DateOnly Required(string field, [NotNull] DateOnly? value)
    {
        if (value is null)
        {
            Add(field, "field.required", "This field is required: a date, yyyy-MM-dd.");
        }

        value ??= default(DateOnly);
        return value.Value;
    }

    /// <summary>An ISO 3166-1 alpha-2 code in capitals; null when there is none and it is not required.</summary>
    public string? Country(string field, string? value, bool required = true)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            if (required)
            {
                Add(field, "field.required", "This field is required: an ISO 3166-1 alpha-2 country code, for example ES.");
            }

            return null;
        }

        var code = value.Trim().ToUpperInvariant();
        if (!IsoCodes.Countries.Contains(code))
        {
            Add(field, "field.country", $"“{value}” is not an ISO 3166-1 alpha-2 country code such as ES.");
        }

        return code;
    }

    /// <summary>An ISO 639-1 code in small letters.</summary>
    public string? Language(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var code = value.Trim().ToLowerInvariant();
        if (!IsoCodes.Languages.Contains(code))
        {
            Add(field, "field.language", $"“{value}” is not an ISO 639-1 language code such as it.");
        }

        return code;
    }

    /// <summary>A CEFR level in capitals.</summary>
    public string? Cefr(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var level = value.Trim().ToUpperInvariant();
        if (!IsoCodes.Cefr.Contains(level, StringComparer.Ordinal))
        {
            Add(field, "field.cefr", $"“{value}” is not a CEFR level; they are A1, A2, B1, B2, C1 and C2.");
        }

        return level;
    }

    /// <summary>A mail address.</summary>
    public string? Email(string field, string? value, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            if (required)
            {
                Add(field, "field.required", "This field is required: a mail address.");
            }

            return null;
        }

        var address = value.Trim();
        if (address.Length > 254 || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address || !parsed.Host.Contains('.', StringComparison.Ordinal))
        {
            Add(field, "field.email", $"“{value}” is not a mail address such as anna@example.org.");
        }

        return address;
    }

    /// <summary>A phone number as E.164.</summary>
    public string? Phone(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (PhoneNumberText.Normalise(value) is { } number)
        {
            return number;
        }

        Add(field, "field.phone", $"“{value}” is not a phone number with country code such as +39 347 123 4567.");
        return value;
    }

    /// <summary>An IBAN without spaces.</summary>
    public string? BankAccount(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (Forms.Iban.Normalise(value) is { } iban)
        {
            return iban;
        }

        Add(field, "field.iban", "This is not a valid IBAN; check the digits.");
        return value;
    }

    /// <summary>A number between the two, both included.</summary>
    public void Range(string field, decimal? value, decimal least, decimal greatest)
    {
        if (value < least || value > greatest)
        {
            Add(field, "field.range", $"The number lies between {least} and {greatest}.");
        }
    }

    /// <summary>One of the values; the first when there is none.</summary>
    public string OneOf(string field, string? value, IReadOnlyList<string> values)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return values[0];
        }

        var found = values.FirstOrDefault(one => string.Equals(one, value.Trim(), StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            Add(field, "field.choice", $"“{value}” is not one of {string.Join(", ", values)}.");
        }

        return found ?? values[0];
    }

    private string Limit(string field, string text, int longest)
    {
        if (text.Length > longest)
        {
            Add(field, "field.length", $"The text has at most {longest} characters; this one has {text.Length}.");
        }
        else if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
        {
            Add(field, "field.characters", "The text holds control characters.");
        }

        return text;
    }
}
