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

    /// <summary>Who works on the tasks of a queue.</summary>
    public ApiClient OfQueue(string role) =>
        UserOfRole.TryGetValue(role, out var user) ? clients[user] : throw new InvalidOperationException($"No demonstration account has the role '{role}'");
}
