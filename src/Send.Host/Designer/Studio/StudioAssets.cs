using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Send.Host.Designer.Studio;

/// <summary>Serves Elsa Studio's own files below `/designer`: compressed as the package ships them, for ever where the name carries a fingerprint, asked again where it does not.</summary>
internal static partial class StudioAssets
{
    private const string Forever = "public, max-age=31536000, immutable";
    private static readonly (string Coding, string Extension)[] Codings = [("br", "br"), ("gzip", "gz")];

    private static readonly FileExtensionContentTypeProvider Types = new()
    {
        Mappings = { [".dat"] = "application/octet-stream", [".map"] = "application/json", [".wasm"] = "application/wasm", [".webmanifest"] = "application/manifest+json" },
    };

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapStudioAssets(this IEndpointRouteBuilder app)
    {
        // A file that is missing is a plain 404, not the page "not found": a program asks, and it must not read a page as a script.
        var group = app.MapGroup(StudioPages.Root).AllowAnonymous().ExcludeFromDescription().WithMetadata(new SkipStatusCodePagesAttribute());
        group.MapMethods("/_framework/{**path}", Methods, (string? path, HttpContext http, StudioPackage package) => Serve("_framework/" + path, http, package));
        group.MapMethods("/_content/{**path}", Methods, (string? path, HttpContext http, StudioPackage package) => Serve("_content/" + path, http, package));
        group.MapMethods("/{sheet}.css", Methods, (string sheet, HttpContext http, StudioPackage package) => Serve(sheet + ".css", http, package));
        group.MapMethods("/appsettings{environment}.json", Methods, (HttpContext http) => Settings(http));
        group.MapMethods("/appsettings.json", Methods, (HttpContext http) => Settings(http));
    }

    /// <summary>Studio's own settings name a server of its authors; ours is where the page came from.</summary>
    private static IResult Settings(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Json(new { Backend = new { Url = StudioPages.Api(http.Request) } });
    }

    private static IResult Serve(string path, HttpContext http, StudioPackage package)
    {
        if (package.Find(path) is not { } file)
        {
            return Results.NotFound();
        }

        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        var (chosen, coding) = (file, (string?)null);
        foreach (var (name, extension) in Codings)
        {
            if (package.Compressed(path, extension) is { } twin)
            {
                http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
                if (coding is null && accepted.Any(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0))
                {
                    (chosen, coding) = (twin, name);
                }
            }
        }

        if (coding is not null)
        {
            http.Response.Headers.ContentEncoding = coding;
        }

        http.Response.Headers.CacheControl = Fingerprint().IsMatch(path) ? Forever : "no-cache";
        var tag = new EntityTagHeaderValue($"\"{package.Version}-{chosen.Length:x}{(coding is null ? "" : "-" + coding)}\"");
        var type = Types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return Results.File(chosen.PhysicalPath!, type, entityTag: tag, enableRangeProcessing: coding is null);
    }

    // Ten letters and digits before the extension, as .NET's build writes them: dotnet.native.b6l13xorvf.js, X.oig0zhy3zc.bundle.scp.css.
    [GeneratedRegex(@"\.[a-z0-9]{10}\.(wasm|js|dat|css|bundle\.scp\.css)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fingerprint();
}
