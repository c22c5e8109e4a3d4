using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Send.Core.Results;

/// <summary>A keyset cursor: the sort key of the last row of a page and its id, as opaque text.</summary>
public sealed record Cursor(string? Key, Guid Id)
{
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new[] { Key, Id.ToString("N") }));

    /// <summary>Reads a cursor; null text is no cursor. Anything that this server did not write is refused with `page.cursor`.</summary>
    public static Result<Cursor?> Decode(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Result<Cursor?>.Of(null);
        }

        try
        {
            var parts = JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text));
            if (parts is [var key, { } id] && Guid.TryParse(id, out var value))
            {
                return new Cursor(key, value);
            }
        }
        catch (Exception fault) when (fault is FormatException or JsonException or DecoderFallbackException)
        {
            // Refused below like every other text that is no cursor.
        }

        return new Error("page.cursor", "The cursor is not one that this server gave; leave it out to start from the first page.", "/page[after]");
    }
}
