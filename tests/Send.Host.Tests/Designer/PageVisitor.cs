using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer;

/// <summary>A person with a browser's cookie: signs in by the form of the page, follows no redirects.</summary>
internal static partial class PageVisitor
{
    public static HttpClient Anonymous(ApiHost host) => host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public static async Task<HttpClient> AsAsync(ApiHost host, string user, string language = "en")
    {
        var client = Anonymous(host);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var page = await client.GetStringAsync("/sign-in");
        using var answer = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = Token().Match(page).Groups["value"].Value,
            ["email"] = $"{user}@send.example",
            ["password"] = ApiClient.Password,
        }));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
