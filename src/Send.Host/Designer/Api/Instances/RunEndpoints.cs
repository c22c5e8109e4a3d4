using Microsoft.EntityFrameworkCore;
using Send.Core.Results;
using Send.Engine.State;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Running definitions. Studio reads the headers only: the new instance's id, and whether it could not start.</summary>
internal static class RunEndpoints
{
    public const string InstanceHeader = "x-elsa-workflow-instance-id";
    public const string CannotStartHeader = "x-elsa-workflow-cannot-start";
    private const int MostAtOnce = 100;

    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/workflow-definitions").RequireAuthorization(Policies.Runner);
        definitions.MapMethods("/{definitionId}/execute", [HttpMethods.Get, HttpMethods.Post], ExecuteAsync);
        definitions.MapPost("/{definitionId}/dispatch", DispatchAsync);
        definitions.MapPost("/{definitionId}/bulk-dispatch", BulkAsync);
    }

    private static async Task<IResult> ExecuteAsync(string definitionId, HttpContext context, RunWorkflow run, SendDbContext db, CancellationToken ct)
    {
        var result = await run.RunAsync(definitionId, await ElsaJson.ReadOrEmptyAsync<RunRequest>(context.Request, ct), context.User.Actor(), ct);
        if (Answer(context, result) is { } refusal)
        {
            return refusal;
        }

        var state = await db.Set<StoredInstance>().AsNoTracking().Where(row => row.Id == result.Value).Select(row => row.State).FirstAsync(ct);
        return StateJson.Ok(new { workflowState = WorkflowStateSerializer.Deserialize(state) });
    }

    private static async Task<IResult> DispatchAsync(string definitionId, HttpContext context, RunWorkflow run, CancellationToken ct)
    {
        // A burst is short and its effects go through the outbox, so that dispatching is running without the state in the answer.
        var result = await run.RunAsync(definitionId, await ElsaJson.ReadOrEmptyAsync<RunRequest>(context.Request, ct), context.User.Actor(), ct);
        return Answer(context, result) ?? ElsaJson.Ok(new { workflowInstanceId = result.Value });
    }

    private static async Task<IResult> BulkAsync(string definitionId, HttpContext context, RunWorkflow run, CancellationToken ct)
    {
        var request = await ElsaJson.ReadOrEmptyAsync<BulkRequest>(context.Request, ct);
        if (request.Count is < 1 or > MostAtOnce)
        {
            throw new BadHttpRequestException($"The field “count” is between 1 and {MostAtOnce}.");
        }

        var ids = new List<string>();
        for (var number = 0; number < (request.Count ?? 1); number++)
        {
            var result = await run.RunAsync(definitionId, new() { VersionOptions = request.VersionOptions, Input = request.Input, TriggerActivityId = request.TriggerActivityId }, context.User.Actor(), ct);
            if (Answer(context, result) is { } refusal)
            {
                return refusal;
            }

            ids.Add(result.Value);
        }

        return ElsaJson.Ok(new { workflowInstanceIds = ids });
    }

    /// <summary>The headers; and the answer, where the run was refused.</summary>
    private static IResult? Answer(HttpContext context, Result<string> result)
    {
        if (result.IsSuccess)
        {
            context.Response.Headers[InstanceHeader] = result.Value;
            return null;
        }

        if (result.Errors[0].Code != "run.not-now")
        {
            return Problems.Of(result.Errors);
        }

        context.Response.Headers[CannotStartHeader] = "true";
        return ElsaJson.Ok(new { });
    }

    private sealed record BulkRequest
    {
        public int? Count { get; init; }

        public string? VersionOptions { get; init; }

        public string? TriggerActivityId { get; init; }

        public System.Text.Json.JsonElement? Input { get; init; }
    }
}
