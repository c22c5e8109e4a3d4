using Send.Engine.Models;
using Send.Host.Designer.Api.Descriptors;
using Send.Host.Infrastructure.Web;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>What the activities of an instance did.</summary>
internal static class ExecutionEndpoints
{
    public static void MapExecutions(this IEndpointRouteBuilder api)
    {
        var executions = api.MapGroup("/activity-executions");
        executions.MapGet("/list", async ([AsParameters] NodeQuery node, JournalReader journal, CancellationToken ct) =>
            StateJson.Ok(new ListAnswer<ExecutionModel>([.. (await FindAsync(node, journal, ct)).Select(ExecutionModel.Of)])));
        executions.MapGet("/count", async ([AsParameters] NodeQuery node, JournalReader journal, CancellationToken ct) =>
            StateJson.Ok(new { count = (await FindAsync(node, journal, ct)).Count() }));
        executions.MapGet("/by-id", (string id, JournalReader journal, CancellationToken ct) => GetAsync(id, journal, ct));
        executions.MapGet("/{id}", GetAsync);
        executions.MapGet("/{id}/call-stack", CallStackAsync);
        executions.MapPost("/report", ReportAsync);
        api.MapGet("/activity-execution-summaries/list", async ([AsParameters] NodeQuery node, JournalReader journal, CancellationToken ct) =>
            StateJson.Ok(new ListAnswer<ExecutionSummary>([.. (await FindAsync(node, journal, ct)).Select(ExecutionSummary.Of)])));

        // Attempts within one execution: our activities make none, a retry is an execution of its own.
        api.MapGet("/resilience/retries/{activityInstanceId}", (string activityInstanceId) => ElsaJson.Ok(new { items = Array.Empty<object>(), totalCount = 0, links = Array.Empty<object>() }));
    }

    private static async Task<IEnumerable<ActivityExecutionRecord>> FindAsync(NodeQuery node, JournalReader journal, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(node.WorkflowInstanceId))
        {
            throw new BadHttpRequestException("The parameter “workflowInstanceId” is required.");
        }

        var nodes = node.ActivityNodeIds is { Length: > 0 } several ? several : node.ActivityNodeId is { } one ? [one] : [];
        var records = await journal.ExecutionsAsync(node.WorkflowInstanceId, ct);
        return records.Where(record => (nodes.Length == 0 || nodes.Contains(record.ActivityNodeId, StringComparer.Ordinal)) && (node.Completed is null || record.CompletedAt is not null == node.Completed));
    }

    private static async Task<IResult> GetAsync(string id, JournalReader journal, CancellationToken ct) =>
        await journal.FindExecutionAsync(id, ct) is { } record ? StateJson.Ok(ExecutionModel.Of(record)) : NotFound(id);

    private static async Task<IResult> CallStackAsync(string id, int? skip, int? take, JournalReader journal, CancellationToken ct)
    {
        if (await journal.FindExecutionAsync(id, ct) is not { } record)
        {
            return NotFound(id);
        }

        var known = (await journal.ExecutionsAsync(record.WorkflowInstanceId, ct)).ToDictionary(one => one.Id, StringComparer.Ordinal);
        var chain = new List<ExecutionModel>();
        for (var next = record; next is not null; next = next.SchedulingActivityExecutionId is { } before ? known.GetValueOrDefault(before) : null)
        {
            chain.Insert(0, ExecutionModel.Of(next));
        }

        return StateJson.Ok(new CallStack(id, [.. chain.Skip(skip ?? 0).Take(take ?? chain.Count)], chain.Count));
    }

    private static async Task<IResult> ReportAsync(HttpRequest request, JournalReader journal, CancellationToken ct)
    {
        var asked = await ElsaJson.ReadAsync<ReportRequest>(request, ct);
        if (string.IsNullOrEmpty(asked.WorkflowInstanceId))
        {
            throw new BadHttpRequestException("The field “workflowInstanceId” is required.");
        }

        var records = await journal.ExecutionsAsync(asked.WorkflowInstanceId, ct);
        return StateJson.Ok(new { stats = ExecutionStats.Of(records, asked.ActivityNodeIds?.ToHashSet(StringComparer.Ordinal)) });
    }

    private static IResult NotFound(string id) => Problems.Of([InstanceErrors.Unknown($"There is no activity execution “{id}”.")]);

    private sealed record ReportRequest(string? WorkflowInstanceId, IReadOnlyList<string>? ActivityNodeIds);

    /// <summary>Executions of one instance; of one node or several, of all when none is named.</summary>
    internal sealed record NodeQuery(string? WorkflowInstanceId, string? ActivityNodeId, string[]? ActivityNodeIds, bool? Completed);
}
