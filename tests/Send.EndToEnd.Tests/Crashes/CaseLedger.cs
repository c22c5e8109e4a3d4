using System.Text.Json.Nodes;
using Send.EndToEnd.Tests.Api;

namespace Send.EndToEnd.Tests.Crashes;

/// <summary>
/// What a case left behind, one sorted line per thing, so that two cases that went the same way have equal ledgers. Reminders are left out of
/// it: whether a task waits long enough for one depends on how fast the machine is.
/// </summary>
internal static class CaseLedger
{
    private const string Reminder = "reminder/";

    public static async Task<IReadOnlyList<string>> ReadAsync(Office office, string caseId, CancellationToken ct)
    {
        var lines = new List<string>();
        await AddAsync($"/api/tasks?view=all&case={caseId}", t => $"task {t["formId"]} {t["state"]} {t["outcome"]}");
        await AddAsync($"/api/deadlines?case={caseId}", d => $"deadline {d["code"]} {d["occurrence"]} {d["state"]}");
        await AddAsync(
            $"/api/mails?case={caseId}",
            m => m["key"]!.GetValue<string>().StartsWith(Reminder, StringComparison.Ordinal) ? null : $"mail {m["template"]} {m["toAddress"]} {m["subject"]}");
        return [.. lines.Order(StringComparer.Ordinal)];

        async Task AddAsync(string path, Func<JsonNode, string?> line) =>
            lines.AddRange((await office.Administrator.ListAsync(path, ct)).Select(line).OfType<string>());
    }
}
