using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Send.Host.Tests.Api;
using Send.Persistence.Workflows;

namespace Send.Host.Tests.Designer;

/// <summary>The documents around Elsa Studio and the token that it works with.</summary>
[Collection(ApiCollection.Name)]
public sealed partial class StudioPageTests(SharedApiHost shared)
{
    private readonly ApiHost host = shared.Host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/designer/workflows/definitions")]
    [InlineData("/designer/workflows/definitions/initial-vocational-training/edit")]
    [InlineData("/designer/workflows/instances")]
    [InlineData("/designer/workflows/instances/nothing/view")]
    public async Task Page_ForACoordinator_IsOurShellAroundStudio(string path)
    {
        var visitor = await PageVisitor.AsAsync(host, "coordinator");

        using var answer = await visitor.GetAsync(path, Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<base href=\"/designer/\"", page, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"designer\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"shell-rail\"", page, StringComparison.Ordinal);
        Assert.Contains("_framework/blazor.webassembly.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", page, StringComparison.Ordinal); // how a token begins
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.All(Resource().Matches(page).Select(match => match.Groups["at"].Value), at => Assert.DoesNotContain("://", at, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_ContentSecurityPolicy_AllowsWebAssemblyButNoInlineOrEval()
    {
        var visitor = await PageVisitor.AsAsync(host, "coordinator");

        using var answer = await visitor.GetAsync("/designer/workflows/definitions", Ct);
        var scripts = answer.Headers.GetValues("Content-Security-Policy").Single().Split(';').Single(part => part.Trim().StartsWith("script-src", StringComparison.Ordinal));

        Assert.Contains("'wasm-unsafe-eval'", scripts, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-inline'", scripts, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-eval'", scripts, StringComparison.Ordinal);
        Assert.DoesNotContain("http", scripts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/designer")]
    [InlineData("/designer/workflows/definitions")]
    [InlineData("/designer/workflows/instances")]
    public async Task Page_WithoutPermission_IsDenied_WithoutSignIn_LeadsThere(string path)
    {
        var tutor = await PageVisitor.AsAsync(host, "tutor");

        using var denied = await tutor.GetAsync(path, Ct);
        using var anonymous = await PageVisitor.Anonymous(host).GetAsync(path, Ct);

        Assert.Equal("/access-denied", denied.Headers.Location!.AbsolutePath);
        Assert.Equal("/sign-in", anonymous.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Page_Language_IsTheReaders()
    {
        var visitor = await PageVisitor.AsAsync(host, "coordinator", "it");

        var page = await visitor.GetStringAsync("/designer/workflows/instances", Ct);

        Assert.Contains("<html lang=\"it\"", page, StringComparison.Ordinal);
        Assert.Contains("Processi in corso", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bar_OfADefinition_NamesItAndLeadsToItsPages()
    {
        var visitor = await PageVisitor.AsAsync(host, "coordinator");

        var bar = await visitor.GetStringAsync("/designer/bar/workflows/definitions/initial-vocational-training/edit", Ct);

        Assert.Contains("/designer/check/initial-vocational-training", bar, StringComparison.Ordinal);
        Assert.Contains("/designer/simulate/initial-vocational-training", bar, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", bar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instance_OfACase_AndOfItsSubProcess_LeadBackToTheCase()
    {
        var office = await ApiClient.AsAsync(host, "coordinator");
        var caseId = await office.OpenCaseAsync();
        var visitor = await PageVisitor.AsAsync(host, "coordinator");

        using var show = await visitor.GetAsync($"/designer/cases/{caseId}", Ct);
        var instance = show.Headers.Location!.OriginalString;
        var child = await AddChildAsync(instance.Split('/')[^2]);

        Assert.Contains($"/cases/{caseId}", await visitor.GetStringAsync(instance, Ct), StringComparison.Ordinal);
        Assert.Contains($"/cases/{caseId}", await visitor.GetStringAsync($"/designer/workflows/instances/{child}/view", Ct), StringComparison.Ordinal);
        using var unknown = await visitor.GetAsync($"/designer/cases/{Guid.NewGuid()}", Ct);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Token_ForOurPage_OpensTheApi()
    {
        var visitor = await PageVisitor.AsAsync(host, "coordinator");

        using var answer = await AskTokenAsync(visitor, "same-origin");
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!;
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)body["accessToken"]);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(600, (int)body["expiresIn"]!);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/me", Ct)).StatusCode);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    [InlineData(null)]
    public async Task Token_ForAnotherSite_IsRefused(string? site)
    {
        var visitor = await PageVisitor.AsAsync(host, "coordinator");

        using var answer = await AskTokenAsync(visitor, site);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("eyJ", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_WithoutSignInOrPermission_IsRefused()
    {
        using var anonymous = await AskTokenAsync(PageVisitor.Anonymous(host), "same-origin");
        using var tutor = await AskTokenAsync(await PageVisitor.AsAsync(host, "tutor"), "same-origin");
        using var read = await (await PageVisitor.AsAsync(host, "coordinator")).GetAsync("/designer/token", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, tutor.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, read.StatusCode);
    }

    /// <summary>A sub-process that knows only its parent.</summary>
    private Task<string> AddChildAsync(string parent) => host.InScopeAsync(async db =>
    {
        var row = new StoredInstance { Id = Guid.NewGuid().ToString("D"), DefinitionId = "travel", DefinitionVersionId = "travel:1", ParentId = parent, State = "{}" };
        db.Add(row);
        await db.SaveChangesAsync(Ct);
        return row.Id;
    });

    private static Task<HttpResponseMessage> AskTokenAsync(HttpClient visitor, string? site)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/designer/token");
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return visitor.SendAsync(request, Ct);
    }

    [GeneratedRegex("<(?:link|script|img)[^>]* (?:href|src)=\"(?<at>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Resource();
}
