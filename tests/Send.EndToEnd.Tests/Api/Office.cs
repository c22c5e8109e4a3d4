using System.Text.Json.Nodes;

namespace Send.EndToEnd.Tests.Api;

/// <summary>The demonstration staff of a host in training mode, each with a client of their own.</summary>
internal sealed class Office
{
    private const string Password = "demo-Send-2027";
    private static readonly Dictionary<string, string> UserOfRole = new(StringComparer.OrdinalIgnoreCase)
    {
        ["administrator"] = "admin",
        ["coordinator"] = "coordinator",
        ["needsAnalyst"] = "analyst",
        ["placementOfficer"] = "placement",
        ["logisticsOfficer"] = "logistics",
        ["tutor"] = "tutor",
        ["evaluator"] = "evaluator",
        ["certificationOfficer"] = "certification",
        ["financeOfficer"] = "coordinator",
    };

    private readonly Dictionary<string, ApiClient> clients = new(StringComparer.Ordinal);

    public Office(HttpClient http, Action? beforeWrite = null)
    {
        foreach (var user in UserOfRole.Values.Distinct(StringComparer.Ordinal))
        {
            clients[user] = new ApiClient(http, Mail(user), Password) { BeforeWrite = beforeWrite };
        }
    }

    public ApiClient Administrator => clients["admin"];

    public ApiClient Coordinator => clients["coordinator"];

    /// <summary>Sign-in name of a demonstration account.</summary>
    public static string Mail(string user) => user + "@send.example";

    /// <summary>The system's time.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken ct) =>
        (await Administrator.GetAsync("/api/clock", ct))["now"]!.GetValue<DateTimeOffset>();

    /// <summary>Moves the system's clock on by this much and no more, also when the host dies on the way.</summary>
    public async Task PassTimeAsync(TimeSpan time, CancellationToken ct)
    {
        var target = await NowAsync(ct) + time;
        while (target - await NowAsync(ct) is { Ticks: > 0 } left)
        {
            var seconds = (long)Math.Ceiling(left.TotalSeconds);
            await Administrator.PostOnceAsync("/api/clock", new JsonObject { ["advance"] = $"PT{seconds}S" }, ct);
        }
    }

    /// <summary>Who works on the tasks of a queue.</summary>
    public ApiClient OfQueue(string role) =>
        UserOfRole.TryGetValue(role, out var user) ? clients[user] : throw new InvalidOperationException($"No demonstration account has the role '{role}'");
}
