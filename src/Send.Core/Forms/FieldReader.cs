using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Brings the value of one field (not of a table) into the notation that is kept: numbers as numbers, dates ISO, telephone numbers E.164, codes in their case.</summary>
internal static class FieldReader
{
    private const int LineLength = 300;
    private const int LongLength = 20_000;

    /// <summary>The value as kept, or the code of what is wrong with it. Never called with an empty value.</summary>
    public static (JsonNode? Value, string? Problem) Read(FormField field, JsonNode value) => field.Type switch
    {
        FieldType.Text or FieldType.City => Line(value),
        FieldType.Long => JsonValues.Text(value) is { } text ? text.Length <= LongLength ? Keep(text.Trim()) : Wrong("field.tooLong") : Wrong("field.text"),
        FieldType.Date => JsonValues.Date(Trimmed(value)) is not null ? Keep(JsonValues.Text(value)!.Trim()) : Wrong("field.date"),
        FieldType.DateTime => Instant(value),
        FieldType.Int => Number(value) is { } n ? n == decimal.Truncate(n) && Math.Abs(n) <= int.MaxValue ? Keep((int)n) : Wrong("field.integer") : Wrong("field.integer"),
        FieldType.Decimal => Number(value) is { } n ? Keep(n) : Wrong("field.number"),
        FieldType.Money => Number(value) is { } n && decimal.Round(n, 2) == n ? Keep(n) : Wrong("field.money"),
        FieldType.Scale5 => Number(value) is { } n && n is >= 1 and <= 5 && n == decimal.Truncate(n) ? Keep((int)n) : Wrong("field.scale"),
        FieldType.Bool => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? (value.DeepClone(), null) : Wrong("field.bool"),
        FieldType.Choice => field.Options.Any(o => o.Value == JsonValues.Text(value)) ? (value.DeepClone(), null) : Wrong("field.choice"),
        FieldType.Multi => Multi(field, value),
        FieldType.Country => Code(JsonValues.Text(value)?.Trim().ToUpperInvariant(), IsoCodes.Countries.Contains, "field.country"),
#pragma warning disable CA1308 // ISO 639-1 codes are lower case
        FieldType.Language => Code(JsonValues.Text(value)?.Trim().ToLowerInvariant(), IsoCodes.Languages.Contains, "field.language"),
#pragma warning restore CA1308
        FieldType.Cefr => Code(JsonValues.Text(value)?.Trim().ToUpperInvariant(), IsoCodes.Cefr.Contains, "field.cefr"),
        FieldType.File or FieldType.Organisation or FieldType.Offer => Guid.TryParse(JsonValues.Text(value), out var id) ? Keep(id.ToString()) : Wrong("field.id"),
        FieldType.Email => Email(JsonValues.Text(value)?.Trim()) is { } email ? Keep(email) : Wrong("field.email"),
        FieldType.Phone => JsonValues.Text(value) is { } text && PhoneNumberText.Normalise(text) is { } number ? Keep(number) : Wrong("field.phone"),
        FieldType.Url => Web(JsonValues.Text(value)?.Trim()) is { } url ? Keep(url) : Wrong("field.url"),
        FieldType.Iban => JsonValues.Text(value) is { } text && Iban.Normalise(text) is { } iban ? Keep(iban) : Wrong("field.iban"),
        FieldType.Signature => Signature(value),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "Tables are read row by row."),
    };

    private static (JsonNode?, string?) Keep<T>(T value) => (JsonValue.Create(value), null);

    private static (JsonNode?, string?) Wrong(string code) => (null, code);

    private static JsonValue? Trimmed(JsonNode value) => JsonValues.Text(value) is { } text ? JsonValue.Create(text.Trim()) : null;

    private static decimal? Number(JsonNode value) =>
        JsonValues.Text(value) is { } text && decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)
            ? n
            : JsonValues.Number(value);

    private static (JsonNode?, string?) Line(JsonNode value)
    {
        if (JsonValues.Text(value)?.Trim() is not { } text)
        {
            return Wrong("field.text");
        }

        return text.Any(char.IsControl) ? Wrong("field.line") : text.Length > LineLength ? Wrong("field.tooLong") : Keep(text);
    }

    private static (JsonNode?, string?) Instant(JsonNode value) =>
        JsonValues.Text(value) is { } text && JsonValues.ParseInstant(text.Trim()) is { } at
            ? Keep(at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))
            : Wrong("field.dateTime");

    private static (JsonNode?, string?) Multi(FormField field, JsonNode value)
    {
        if (value is not JsonArray array || array.Any(item => field.Options.All(o => o.Value != JsonValues.Text(item))))
        {
            return Wrong("field.multi");
        }

        return array.Select(JsonValues.Text).Distinct(StringComparer.Ordinal).Count() == array.Count ? (array.DeepClone(), null) : Wrong("field.repeated");
    }

    private static (JsonNode?, string?) Code(string? code, Func<string, bool> known, string problem) => code is not null && known(code) ? Keep(code) : Wrong(problem);

    /// <summary>local@domain with a dot in the domain; what remains is for the mail server to say.</summary>
    private static string? Email(string? text)
    {
        if (text is null || text.Length > 254 || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or ',' or ';'))
        {
            return null;
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        var domain = text[(at + 1)..];
        return at is > 0 and <= 64 && domain.Split('.') is { Length: > 1 } labels && labels.All(IsLabel) && labels[^1].Length > 1 ? text : null;

        static bool IsLabel(string label) => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsLetterOrDigit(c) || c == '-');
    }

    private static string? Web(string? text) =>
        text is { Length: <= 2000 } && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Host.Contains('.', StringComparison.Ordinal)
            ? text
            : null;

    private static (JsonNode?, string?) Signature(JsonNode value)
    {
        if (value is not JsonObject o || o.Any(p => p.Key is not ("name" or "signedOn")) || Line(o["name"] ?? JsonValue.Create("")).Item1 is not { } name
            || JsonValues.IsEmpty(name) || JsonValues.Date(o["signedOn"]) is null)
        {
            return Wrong("field.signature");
        }

        return (new JsonObject { ["name"] = name, ["signedOn"] = o["signedOn"]!.DeepClone() }, null);
    }
}
