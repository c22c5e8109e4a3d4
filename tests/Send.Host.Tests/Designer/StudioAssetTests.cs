using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Send.Host.Designer.Studio;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer;

/// <summary>How Elsa Studio's own files are served.</summary>
[Collection(ApiCollection.Name)]
public sealed class StudioAssetTests(SharedApiHost shared)
{
    private const string Plain = "/designer/_framework/blazor.webassembly.js";
    private readonly HttpClient http = PageVisitor.Anonymous(shared.Host);

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("identity", null)]
    public async Task Asset_Coding_IsTheBestThatTheClientTakes(string accepted, string? coding)
    {
        using var answer = await GetAsync(Plain, accepted);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        await using var content = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream text = coding switch
        {
            "br" => new BrotliStream(content, CompressionMode.Decompress),
            "gzip" => new GZipStream(content, CompressionMode.Decompress),
            _ => content,
        };
        using var reader = new StreamReader(text);
        Assert.Contains("Blazor", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asset_WithFingerprint_IsKeptForEver_OthersAreAskedAgain()
    {
        var native = shared.Host.Services.GetRequiredService<StudioPackage>().Preloads.Single(path => path.EndsWith(".wasm", StringComparison.Ordinal));

        using var kept = await GetAsync("/designer/" + native, "br");
        using var asked = await GetAsync(Plain, "br");

        Assert.Equal("application/wasm", kept.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", kept.Headers.CacheControl!.ToString());
        Assert.Equal("no-cache", asked.Headers.CacheControl!.ToString());
        using var again = new HttpRequestMessage(HttpMethod.Get, Plain);
        again.Headers.AcceptEncoding.ParseAdd("br");
        again.Headers.IfNoneMatch.Add(asked.Headers.ETag!);
        using var unchanged = await http.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Asset_EachCoding_HasATagOfItsOwn()
    {
        using var small = await GetAsync(Plain, "br");
        using var large = await GetAsync(Plain, "identity");

        Assert.NotEqual(small.Headers.ETag, large.Headers.ETag);
    }

    [Theory]
    [InlineData("/designer/_framework/nothing.wasm")]
    [InlineData("/designer/_framework/")]
    [InlineData("/designer/_framework/blazor.webassembly.js.br")]
    [InlineData("/designer/_content/../package.json")]
    [InlineData("/designer/_content/%2e%2e/package.json")]
    [InlineData("/designer/_content/..%2f..%2f..%2f..%2fpackage-lock.json")]
    [InlineData("/designer/_content/..%5c..%5c..%5c..%5cpackage-lock.json")]
    [InlineData("/designer/_content/%2fetc%2fpasswd")]
    [InlineData("/designer/index.html")]
    [InlineData("/designer/package.json")]
    [InlineData("/designer/nothing.css")]
    public async Task Asset_OutsideOrMissing_IsNotFound(string path)
    {
        using var answer = await GetAsync(path, "identity");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("elsa-studio-wasm", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/designer/appsettings.json")]
    [InlineData("/designer/appsettings.Production.json")]
    public async Task Settings_NameThisServer(string path) =>
        Assert.Equal("""{"backend":{"url":"http://localhost/elsa/api"}}""", (await http.GetStringAsync(path, TestContext.Current.CancellationToken)).ToLowerInvariant());

    [Fact]
    public async Task Shell_IsConfinedToWhatLiesAroundStudio()
    {
        using var answer = await GetAsync("/designer/shell.css", "identity");
        var css = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("@scope (:root) to (.stage)", css, StringComparison.Ordinal);
        Assert.Contains(".shell-rail", css, StringComparison.Ordinal);
        Assert.Equal(css.Count(c => c == '{'), css.Count(c => c == '}'));
    }

    private Task<HttpResponseMessage> GetAsync(string path, string accepted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
