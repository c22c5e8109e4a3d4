using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Api;

/// <summary>Outside training: no account exists, and the code on the console makes the first administrator, once.</summary>
[Collection(ApiCollection.Name)]
public sealed partial class SetupTests
{
    private static readonly Dictionary<string, string?> Real = new(StringComparer.Ordinal) { ["Training:Enabled"] = "false" };

    [Fact]
    public async Task FirstStart_PrintsCode_ThatMakesOneAdministratorOnce()
    {
        var console = Console.Out;
        var printed = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(printed));
        try
        {
            await using var host = await ApiHost.StartAsync(DatabaseKind.Sqlite, Real);
            var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
            var demo = await new ApiClient(client).PostAsync("/elsa/api/identity/login", new { username = "admin@send.example", password = ApiClient.Password });
            var code = await CodeAsync(printed);

            var wrong = await SetupAsync(client, "AAAAA-BBBBB-CCCCC-DDDDD", "boss@example.org");
            var weak = await SetupAsync(client, code, "boss@example.org", "short");
            var first = await SetupAsync(client, code, "boss@example.org");
            var second = await SetupAsync(client, code, "other@example.org");
            var login = await new ApiClient(client).PostAsync("/elsa/api/identity/login", new { username = "boss@example.org", password = "a-long-Passphrase-7" });

            Assert.Equal(HttpStatusCode.Unauthorized, demo.Status);
            Assert.Equal("/setup?error=setup", wrong);
            Assert.Equal("/setup?error=password", weak);
            Assert.StartsWith("/sign-in?email=", first, StringComparison.Ordinal);
            Assert.Equal("/setup?error=setup", second);
            Assert.Equal(HttpStatusCode.OK, login.Status);
            Assert.Equal(HttpStatusCode.NotFound, (await new ApiClient(client).GetAsync("/api/clock")).Status);
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    [Fact]
    public async Task FirstStart_OfTwoHostsAtOnce_MakesEachAccountOnce()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql, CancellationToken.None);
        await using var first = new ApiHost(database, ownsDatabase: false);
        await using var second = new ApiHost(database, ownsDatabase: false);

        await Task.WhenAll(Task.Run(first.CreateClient), Task.Run(second.CreateClient));

        foreach (var host in new[] { first, second })
        {
            Assert.Equal(HttpStatusCode.OK, (await (await ApiClient.AsAsync(host, "tutor")).GetAsync("/api/me")).Status);
        }

        Assert.Equal((8, 8), await first.InScopeAsync(async db => (await db.Staff.CountAsync(), await db.Users.CountAsync())));
    }

    private static async Task<string> CodeAsync(StringWriter printed)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (Code().Match(printed.ToString()) is { Success: true } match)
            {
                return match.Value;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("No code was printed: " + printed);
    }

    private static async Task<string> SetupAsync(HttpClient client, string code, string email, string password = "a-long-Passphrase-7")
    {
        var page = await client.GetStringAsync("/setup");
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = Token().Match(page).Groups["value"].Value,
            ["code"] = code,
            ["name"] = "Bruna Sartori",
            ["email"] = email,
            ["password"] = password,
        };
        using var answer = await client.PostAsync("/account/setup", new FormUrlEncodedContent(form));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    [GeneratedRegex("[A-Z2-9]{5}(-[A-Z2-9]{5}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
