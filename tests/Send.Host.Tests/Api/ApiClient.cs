using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Send.Host.Tests.Api;

/// <summary>A client of the API, signed in as one of the demonstration accounts.</summary>
internal sealed class ApiClient(HttpClient http)
{
    public const string Password = "demo-Send-2027";

    public HttpClient Http => http;

    public static async Task<ApiClient> AsAsync(ApiHost host, string user)
    {
        var http = host.CreateClient();
        http.Timeout = Timeout.InfiniteTimeSpan; // a busy machine may take its time; a test that hangs is ended by the runner
        var client = new ApiClient(http);
        var answer = await client.PostAsync("/elsa/api/identity/login", new { username = $"{user}@send.example", password = Password });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)answer.Body["accessToken"]);
        return client;
    }

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<ApiAnswer> PostAsync(string path, object body) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) });

    public Task<ApiAnswer> PutAsync(string path, object body) => SendAsync(new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) });

    public Task<ApiAnswer> PatchAsync(string path, object body) => SendAsync(new HttpRequestMessage(HttpMethod.Patch, path) { Content = JsonContent.Create(body) });

    public Task<ApiAnswer> PostTextAsync(string path, string json) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") });

    public async Task<ApiAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null;
        return new(response.StatusCode, json ?? new JsonObject { ["text"] = text });
    }
}

/// <summary>What came back.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, JsonNode Body)
{
    public string? Code => (string?)Body["code"];

    public IReadOnlyList<string?> Pointers => [.. (Body["errors"] as JsonArray ?? []).Select(error => (string?)error!["pointer"])];

    public ApiAnswer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {Body.ToJsonString()}");
        return this;
    }
}
