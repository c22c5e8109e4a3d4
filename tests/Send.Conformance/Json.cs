using System.Text.Encodings.Web;
using System.Text.Json;

namespace Send.Conformance;

/// <summary>How JSON is written for people.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonSerializerOptions ForLists = new(Readable) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static readonly JsonSerializerOptions Indented = new(Readable) { WriteIndented = true };
}
