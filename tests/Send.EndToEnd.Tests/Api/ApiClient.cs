using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Send.EndToEnd.Tests.Api;

/// <summary>
/// One signed-in person's view of the HTTP API. A connection that breaks (the host was killed) is tried again with the
/// same body, as any client should: `operationId` makes the repetition harmless.
/// </summary>
internal sealed class ApiClient
{
    private static readonly TimeSpan OutageLimit = TimeSpan.FromSeconds(150);
    private readonly HttpClient http;
    private readonly string user;
    private readonly string password;
    private string? token;

    public ApiClient(HttpClient http, string user, string password)
    {
        this.http = http;
        this.user = user;
        this.password = password;
    }

    /// <summary>Called before each request that changes something; the kill test strikes here.</summary>
    public Action? BeforeWrite { get; set; }

    public Task<JsonNode> GetAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Get, path, body: null, ct);

    public Task<JsonNode> PostAsync(string path, JsonNode body, CancellationToken ct) => SendAsync(HttpMethod.Post, path, body, ct);

    /// <summary>
    /// A change that may not be repeated blindly: false when the connection broke, so that nobody knows whether it was done.
    /// </summary>
    public async Task<bool> PostOnceAsync(string path, JsonNode body, CancellationToken ct)
    {
        await EnsureSignedInAsync(ct);
        BeforeWrite?.Invoke();
        try
        {
            using var message = Request(HttpMethod.Post, path, body);
            using var answer = await http.SendAsync(message, ct);
            return answer.IsSuccessStatusCode
                ? true
                : throw new ApiRefusal(answer.StatusCode, $"{user}: POST {path}\n{body.ToJsonString()}", await answer.Content.ReadAsStringAsync(ct));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return false;
        }
    }

    /// <summary>Every item of a paged list.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path, CancellationToken ct)
    {
        var items = new List<JsonNode>();
        string? after = null;
        do
        {
            var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await GetAsync($"{path}{separator}page[size]=50" + (after is null ? "" : $"&page[after]={Uri.EscapeDataString(after)}"), ct);
            items.AddRange(page["items"]!.AsArray().Select(i => i!));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);

        return items;
    }

    /// <summary>Sends without judging the answer.</summary>
    public async Task<(HttpStatusCode Status, string Text)> TrySendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken ct)
    {
        await EnsureSignedInAsync(ct);
        if (method != HttpMethod.Get)
        {
            BeforeWrite?.Invoke();
        }

        return await UnbrokenAsync(() => Request(method, path, body), ct);
    }

    private HttpRequestMessage Request(HttpMethod method, string path, JsonNode? body) =>
        new(method, new Uri(path, UriKind.Relative))
        {
            Content = body is null ? null : JsonContent.Create(body),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken ct)
    {
        var (status, text) = await TrySendAsync(method, path, body, ct);
        return (int)status is >= 200 and < 300
            ? JsonNode.Parse(text.Length == 0 ? "{}" : text)!
            : throw new ApiRefusal(status, $"{user}: {method} {path}\n{body?.ToJsonString()}", text);
    }

    private async Task EnsureSignedInAsync(CancellationToken ct)
    {
        if (token is not null)
        {
            return;
        }

        var credentials = new JsonObject { ["username"] = user, ["password"] = password };
        var (status, text) = await UnbrokenAsync(
            () => new HttpRequestMessage(HttpMethod.Post, new Uri("/elsa/api/identity/login", UriKind.Relative)) { Content = JsonContent.Create(credentials) },
            ct);
        var answer = status == HttpStatusCode.OK ? JsonNode.Parse(text) : throw new ApiRefusal(status, $"sign-in of {user}", text);
        token = answer!["accessToken"]?.GetValue<string>() ?? throw new ApiRefusal(status, $"sign-in of {user}", text);
    }

    private async Task<(HttpStatusCode Status, string Text)> UnbrokenAsync(Func<HttpRequestMessage> request, CancellationToken ct)
    {
        var until = TimeProvider.System.GetUtcNow() + OutageLimit;
        while (true)
        {
            try
            {
                using var message = request();
                using var answer = await http.SendAsync(message, ct);
                return (answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
            }
            catch (Exception e) when (e is HttpRequestException or IOException && TimeProvider.System.GetUtcNow() < until)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, ct);
            }
        }
    }
}

/// <summary>The API said no where the test expected a yes.</summary>
internal sealed class ApiRefusal(HttpStatusCode status, string request, string answer) : Exception($"{(int)status} {status} to {request}\n{answer}")
{
    public HttpStatusCode Status { get; } = status;

    public string Answer { get; } = answer;
}
