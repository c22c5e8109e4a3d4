using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Send.Host.Designer.Studio;

/// <summary>`/designer/shell.css`: the product's own sheets, confined to what lies around Studio, so that neither spoils the look of the other.</summary>
internal sealed class StudioStyles(IWebHostEnvironment environment)
{
    private static readonly string[] Sheets = ["base", "shell", "lists"];

    private readonly Lazy<(byte[] Css, EntityTagHeaderValue Tag)> made = new(() => Make(environment));

    public IResult Serve(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(made.Value.Css, "text/css; charset=utf-8", entityTag: made.Value.Tag);
    }

    private static (byte[] Css, EntityTagHeaderValue Tag) Make(IWebHostEnvironment environment)
    {
        var css = new StringBuilder("@scope (:root) to (.stage) {\n");
        foreach (var sheet in Sheets)
        {
            using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo($"css/{sheet}.css").CreateReadStream());
            css.Append(reader.ReadToEnd()).Append('\n');
        }

        var bytes = Encoding.UTF8.GetBytes(css.Append("}\n").ToString());
        return (bytes, new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
    }
}
