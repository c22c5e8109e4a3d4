using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed partial class SignInTests(SharedApiHost shared)
{
    private readonly ApiHost host = shared.Host;

    [Theory]
    [InlineData("/api/tasks")]
    [InlineData("/api/cases")]
    [InlineData("/api/mails")]
    [InlineData("/api/clock")]
    public async Task Api_WithoutToken_IsRefusedAsProblem(string path)
    {
        var answer = await new ApiClient(host.CreateClient()).GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("http.401", answer.Code);
    }

    [Fact]
    public async Task Login_EachDemonstrationAccount_KnowsItsRole()
    {
        foreach (var (user, role) in new[] { ("admin", "administrator"), ("analyst", "needsAnalyst"), ("tutor", "tutor"), ("certification", "certificationOfficer") })
        {
            var me = await (await ApiClient.AsAsync(host, user)).GetAsync("/api/me");

            Assert.Equal(role, (string?)me.Body["roles"]![0]);
        }
    }

    [Fact]
    public async Task Login_WrongNameOrPassword_GetTheSameAnswer()
    {
        var client = new ApiClient(host.CreateClient());

        var password = await client.PostAsync("/elsa/api/identity/login", new { username = "evaluator@send.example", password = "wrong" });
        var name = await client.PostAsync("/elsa/api/identity/login", new { username = "nobody@send.example", password = "wrong" });

        Assert.Equal(HttpStatusCode.Unauthorized, password.Status);
        Assert.Equal("sign-in.invalid", password.Code);
        Assert.False((bool)password.Body["isAuthenticated"]!);
        Assert.Equal((name.Status, name.Code, (string?)name.Body["detail"]), (password.Status, password.Code, (string?)password.Body["detail"]));
    }

    [Fact]
    public async Task Token_TamperedWith_IsRefused()
    {
        var client = await ApiClient.AsAsync(host, "admin");
        var token = client.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token[..^3] + (token.EndsWith("AAA", StringComparison.Ordinal) ? "BBB" : "AAA"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/me")).Status);
    }

    [Fact]
    public async Task Refresh_WithRefreshToken_GivesTokens_AndAccessTokenDoesNot()
    {
        var client = new ApiClient(host.CreateClient());
        var login = (await client.PostAsync("/elsa/api/identity/login", new { username = "tutor@send.example", password = ApiClient.Password })).Body;

        var renewed = await client.PostAsync("/elsa/api/identity/refresh-token", new { refreshToken = (string?)login["refreshToken"] });
        var wrong = await client.PostAsync("/elsa/api/identity/refresh-token", new { refreshToken = (string?)login["accessToken"] });
        client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)renewed.Body["accessToken"]);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
        client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)renewed.Body["refreshToken"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/me")).Status);
    }

    [Fact]
    public async Task SignInForm_WithToken_SetsCookieThatOpensPagesButNotTheApi()
    {
        var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var page = await client.GetStringAsync("/sign-in");
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = Token().Match(page).Groups["value"].Value,
            ["email"] = "coordinator@send.example",
            ["password"] = ApiClient.Password,
            ["returnUrl"] = "//elsewhere.example",
        };

        using var signIn = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(form));

        Assert.Equal(HttpStatusCode.Found, signIn.StatusCode);
        Assert.Equal("/", signIn.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/tasks")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/documents/{Guid.NewGuid()}/file")).StatusCode);
    }

    [Fact]
    public async Task LanguageSwitch_SignedIn_IsAlsoTheLanguageOfMailsAndTokens()
    {
        await using var own = await ApiHost.StartAsync(DatabaseKind.Sqlite);
        var client = await SignedInAsync(own, "tutor");
        var before = await LanguageAsync();

        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/account/language?to=en") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var linked = await client.SendAsync(elsewhere);
        var afterLink = await LanguageAsync();
        using var switched = await client.GetAsync("/account/language?to=en&return=/inbox");
        var after = await LanguageAsync();
        using var anonymous = await own.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }).GetAsync("/account/language?to=it");

        Assert.Equal(("it", "it", "en", "en"), (before, afterLink, after, await LanguageAsync()));
        Assert.Equal("/inbox", switched.Headers.Location!.OriginalString);
        Assert.Contains(switched.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("send=", StringComparison.Ordinal));
        var token = (await ApiClient.AsAsync(own, "tutor")).Http.DefaultRequestHeaders.Authorization!.Parameter!;
        Assert.Equal("en", new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(token).GetClaim("lang").Value);

        Task<string> LanguageAsync() => own.InScopeAsync(db => db.Staff.Where(row => row.Email == "tutor@send.example").Select(row => row.Language).SingleAsync());
    }

    [Fact]
    public async Task SignInForm_WithoutAntiforgeryToken_IsRefused()
    {
        var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = "coordinator@send.example", ["password"] = ApiClient.Password };

        using var answer = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(form));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Login_AfterManyWrongPasswords_LocksTheAccount()
    {
        await using var own = await ApiHost.StartAsync(DatabaseKind.Sqlite, new Dictionary<string, string?>(StringComparer.Ordinal) { ["Accounts:LockoutAttempts"] = "3" });
        var client = new ApiClient(own.CreateClient());
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await client.PostAsync("/elsa/api/identity/login", new { username = "tutor@send.example", password = "wrong" });
        }

        var answer = await client.PostAsync("/elsa/api/identity/login", new { username = "tutor@send.example", password = ApiClient.Password });

        Assert.Equal("sign-in.locked", answer.Code);
    }

    [Fact]
    public async Task Login_MoreOftenThanAllowed_IsSlowedDown()
    {
        await using var own = await ApiHost.StartAsync(DatabaseKind.Sqlite, new Dictionary<string, string?>(StringComparer.Ordinal) { ["Accounts:SignInsPerMinute"] = "2" });
        var client = new ApiClient(own.CreateClient());
        var codes = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            codes.Add((await client.PostAsync("/elsa/api/identity/login", new { username = "tutor@send.example", password = ApiClient.Password })).Status);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], codes);
    }

    [Fact]
    public async Task CasesAsFile_HasTheRowsOfTheAddress_AndNoFormulas()
    {
        await using var own = await ApiHost.StartAsync(DatabaseKind.Sqlite);
        var api = await ApiClient.AsAsync(own, "coordinator");
        foreach (var (given, country) in new[] { ("=1+1", "ES"), ("Zoë \"Zo\", ", "ES"), ("Anna", "FR") })
        {
            var request = Scenario.OpenCase();
            request["participant"]!["givenName"] = given;
            request["destination"]!["country"] = country;
            (await api.PostAsync("/api/cases", request)).Expect(HttpStatusCode.Created);
        }

        using var english = await (await SignedInAsync(own, "coordinator")).GetAsync("/cases/export?destination=es&sort=participant");
        using var foreign = await own.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }).GetAsync("/cases/export");
        var lines = (await english.Content.ReadAsStringAsync()).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", english.Content.Headers.ContentType!.MediaType);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("Case,Participant,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains(",'=1+1 Horv", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",\"Zoë \"\"Zo\"\",", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Found, foreign.StatusCode);
    }

    private static async Task<HttpClient> SignedInAsync(ApiHost host, string user)
    {
        var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = Token().Match(await client.GetStringAsync("/sign-in")).Groups["value"].Value,
            ["email"] = $"{user}@send.example",
            ["password"] = ApiClient.Password,
        };
        using var signIn = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(form));
        return client;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
