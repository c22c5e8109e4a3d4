using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Send.Host.Designer.Api;

/// <summary>JSON of the Elsa API: camel case, enums by their names as they are, nulls left out, unknown fields of a request allowed. The API of the product is stricter
/// (<see cref="Infrastructure.Web.WebRegistration.Configure"/>), so answers of the Elsa API are written with these options and never with the host's default ones.</summary>
internal static class ElsaJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>An answer with 200.</summary>
    public static IResult Ok<T>(T value) => Results.Json(value, Options);

    /// <summary>The request's body. Throws <see cref="BadHttpRequestException"/> (400, with the place in the text) when it is not JSON of that shape or missing.</summary>
    public static async ValueTask<T> ReadAsync<T>(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await request.ReadFromJsonAsync<T>(Options, ct) ?? throw new BadHttpRequestException("The request has no body.");
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException($"The body is not the JSON that is expected here, at {e.Path ?? "$"}.", e);
        }
    }

    /// <summary>The request's body as <see cref="ReadAsync"/> reads it, or an empty one where the request has none.</summary>
    public static async ValueTask<T> ReadOrEmptyAsync<T>(HttpRequest request, CancellationToken ct)
        where T : new() => request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0 ? await ReadAsync<T>(request, ct) : new();
}
