using Send.Engine.Models;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>The journal of an instance, page by page.</summary>
internal static class JournalEndpoints
{
    public static void MapJournal(this IEndpointRouteBuilder instances)
    {
        instances.MapGet("/{id}/journal", async (string id, int? skip, int? take, int? page, int? pageSize, JournalReader journal, CancellationToken ct) =>
            Page(await journal.EntriesAsync(id, ct), skip ?? (page * pageSize), take ?? pageSize));
        instances.MapPost("/{id}/journal", FilterAsync);
    }

    private static async Task<IResult> FilterAsync(string id, int? skip, int? take, HttpRequest request, JournalReader journal, CancellationToken ct)
    {
        var filter = request.ContentLength is 0 ? null : (await ElsaJson.ReadAsync<JournalRequest>(request, ct)).Filter;
        var entries = await journal.EntriesAsync(id, ct);
        return Page(filter is null ? entries : [.. entries.Where(filter.Passes)], skip, take);
    }

    private static IResult Page(IReadOnlyList<WorkflowExecutionLogEntry> entries, int? skip, int? take) =>
        StateJson.Ok(new PagedItems<WorkflowExecutionLogEntry>([.. entries.Skip(Math.Max(0, skip ?? 0)).Take(Math.Max(0, take ?? entries.Count))], entries.Count));

    private sealed record JournalRequest(JournalFilter? Filter);

    /// <summary>What is null or empty does not filter.</summary>
    private sealed record JournalFilter(
        IReadOnlyList<string>? ActivityIds, IReadOnlyList<string>? ActivityNodeIds, IReadOnlyList<string>? ExcludedActivityTypes, IReadOnlyList<string>? EventNames)
    {
        public bool Passes(WorkflowExecutionLogEntry entry) =>
            Has(ActivityIds, entry.ActivityId) && Has(ActivityNodeIds, entry.NodeId) && Has(EventNames, entry.EventName)
            && ExcludedActivityTypes?.Contains(entry.ActivityType, StringComparer.Ordinal) != true;

        private static bool Has(IReadOnlyList<string>? wanted, string value) => wanted is not { Count: > 0 } || wanted.Contains(value, StringComparer.Ordinal);
    }
}
