using Send.Core.Results;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Cancel, delete and retry, one instance or several. Bulk requests do what can be done and answer how many that were.</summary>
internal static class ControlEndpoints
{
    private const int MostAtOnce = 1000;

    public static void MapControl(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").RequireAuthorization(Policies.Runner);
        group.MapPost("/cancel/workflow-instances/{id}", async (string id, HttpContext context, InstanceControl control, CancellationToken ct) =>
            (await control.CancelAsync(id, context.User.Actor(), sparesCases: false, ct)).ToHttp(_ => Results.Ok()));
        group.MapDelete("/workflow-instances/{id}", async (string id, HttpContext context, InstanceControl control, CancellationToken ct) =>
            (await control.DeleteAsync(id, context.User.Actor(), ct)).ToHttp(_ => Results.NoContent()));
        group.MapPost("/bulk-actions/cancel/workflow-instances", CancelManyAsync);
        group.MapPost("/bulk-actions/cancel/workflow-instances/by-id", CancelManyAsync);
        group.MapPost("/bulk-actions/delete/workflow-instances/by-id", DeleteManyAsync);
        group.MapPost("/alterations/workflows/retry", RetryAsync);
    }

    private static async Task<IResult> CancelManyAsync(HttpContext context, InstanceControl control, InstanceSearch search, CancellationToken ct)
    {
        var request = await ElsaJson.ReadAsync<BulkRequest>(context.Request, ct);
        var ids = await search.RunningAsync(request.Ids, request.DefinitionId, request.DefinitionVersionId, MostAtOnce, ct);
        var cancelled = 0;
        foreach (var id in ids)
        {
            var result = await control.CancelAsync(id, context.User.Actor(), sparesCases: true, ct);
            cancelled += result is { IsSuccess: true, Value: true } ? 1 : 0;
        }

        return ElsaJson.Ok(new { cancelled });
    }

    private static async Task<IResult> DeleteManyAsync(HttpContext context, InstanceControl control, CancellationToken ct)
    {
        var request = await ElsaJson.ReadAsync<BulkRequest>(context.Request, ct);
        var (deleted, refusals) = (0, new List<Error>());
        foreach (var id in (request.Ids ?? []).Distinct(StringComparer.Ordinal).Take(MostAtOnce))
        {
            var result = await control.DeleteAsync(id, context.User.Actor(), ct);
            deleted += result.IsSuccess ? 1 : 0;
            refusals.AddRange(result.Errors.Where(error => error.Kind == ErrorKind.Conflict));
        }

        // Nothing at all was done: say why, instead of a list that looks as if it had been.
        return deleted == 0 && refusals.Count > 0 ? Problems.Of(refusals) : ElsaJson.Ok(new { deleted });
    }

    private static async Task<IResult> RetryAsync(HttpContext context, InstanceControl control, CancellationToken ct)
    {
        var request = await ElsaJson.ReadAsync<RetryRequest>(context.Request, ct);
        var results = new List<RetryAnswer>();
        foreach (var id in (request.WorkflowInstanceIds ?? []).Distinct(StringComparer.Ordinal).Take(MostAtOnce))
        {
            var result = await control.RetryAsync(id, request.ActivityIds is { Count: > 0 } activities ? activities : null, context.User.Actor(), ct);
            var lines = result.Errors.Select(error => new LogLine(error.Message, "Error"));
            results.Add(new(id, new([.. lines]), WorkflowHasScheduledWork: false, result.IsSuccess));
        }

        return ElsaJson.Ok(new { results });
    }

    private sealed record BulkRequest(IReadOnlyList<string>? Ids, string? DefinitionId, string? DefinitionVersionId);

    private sealed record RetryRequest(IReadOnlyList<string>? WorkflowInstanceIds, IReadOnlyList<string>? ActivityIds);

    /// <summary>Elsa's form of the result of an alteration.</summary>
    private sealed record RetryAnswer(string WorkflowInstanceId, RetryLog Log, bool WorkflowHasScheduledWork, bool IsSuccessful);

    private sealed record RetryLog(IReadOnlyList<LogLine> LogEntries);

    private sealed record LogLine(string Message, string LogLevel);
}
