using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Host.Designer.Publishing;
using Send.Host.Infrastructure.Identity;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Definitions;

/// <summary>Deletes definitions and versions, and the actions on several. What is refused in a list is named in `refused`, beside what Elsa answers.</summary>
internal static class RemovalEndpoints
{
    public static void MapRemoving(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").RequireAuthorization(Policies.Publisher);
        group.MapDelete("/workflow-definitions/{definitionId}", async (string definitionId, HttpContext context, IProcessRunner runner, TimeProvider clock, CancellationToken ct) =>
            Gone(await DeleteAsync(definitionId, context.User.Actor(), runner, clock, ct), context));
        group.MapDelete("/workflow-definition-versions/{id}", async (string id, HttpContext context, IProcessRunner runner, TimeProvider clock, CancellationToken ct) =>
            Gone(await DeleteVersionAsync(id, context.User.Actor(), runner, clock, ct), context));
        foreach (var suffix in new[] { "by-definition-id", "by-definition-ids" })
        {
            group.MapPost($"/bulk-actions/delete/workflow-definitions/{suffix}", BulkDeleteAsync);
            group.MapPost($"/bulk-actions/publish/workflow-definitions/{suffix}", BulkPublishAsync);
            group.MapPost($"/bulk-actions/retract/workflow-definitions/{suffix}", BulkRetractAsync);
        }

        group.MapPost("/bulk-actions/delete/workflow-definitions/by-id", BulkDeleteVersionsAsync);
    }

    private static IResult Gone(Result<int> result, HttpContext context) => result.IsSuccess
        ? Results.NoContent()
        : ElsaRefusal.Of([DefinitionWords.Of(result.Errors[0], context.User.Actor())], StatusCodes.Status409Conflict);

    private static Task<Result<int>> DeleteAsync(string definitionId, Actor actor, IProcessRunner runner, TimeProvider clock, CancellationToken ct) => runner.RunAsync(
        (ProcessStep step, CancellationToken token) => step.Services.GetRequiredService<DefinitionRemoval>().DeleteAsync(definitionId, actor.Change(clock), token), ct);

    private static Task<Result<int>> DeleteVersionAsync(string id, Actor actor, IProcessRunner runner, TimeProvider clock, CancellationToken ct) => runner.RunAsync(
        (ProcessStep step, CancellationToken token) => step.Services.GetRequiredService<DefinitionRemoval>().DeleteVersionAsync(id, actor.Change(clock), token), ct);

    private static async Task<IResult> BulkDeleteAsync(HttpContext context, IProcessRunner runner, TimeProvider clock, CancellationToken ct)
    {
        var request = await ElsaJson.ReadAsync<BulkRequest>(context.Request, ct);
        return await DeleteEachAsync(request.DefinitionIds ?? [], id => DeleteAsync(id, context.User.Actor(), runner, clock, ct), context.User.Actor());
    }

    private static async Task<IResult> BulkDeleteVersionsAsync(HttpContext context, IProcessRunner runner, TimeProvider clock, CancellationToken ct)
    {
        var request = await ElsaJson.ReadAsync<BulkRequest>(context.Request, ct);
        return await DeleteEachAsync(request.Ids ?? [], id => DeleteVersionAsync(id, context.User.Actor(), runner, clock, ct), context.User.Actor());
    }

    private static async Task<IResult> DeleteEachAsync(IReadOnlyList<string> ids, Func<string, Task<Result<int>>> delete, Actor actor)
    {
        var deleted = 0;
        var refused = new List<Refused>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            var result = await delete(id);
            if (result.IsSuccess)
            {
                deleted++;
            }
            else if (result.Errors[0].Kind != ErrorKind.NotFound)
            {
                refused.Add(new(id, [DefinitionWords.Of(result.Errors[0], actor).Message]));
            }
        }

        return ElsaJson.Ok(new { deleted, refused });
    }

    private static async Task<IResult> BulkPublishAsync(HttpContext context, PublishDefinition publish, CancellationToken ct)
    {
        var actor = context.User.Actor();
        var answer = new { published = new List<string>(), alreadyPublished = new List<string>(), notFound = new List<string>(), updatedConsumers = new List<string>(), refused = new List<Refused>() };
        foreach (var id in ((await ElsaJson.ReadAsync<BulkRequest>(context.Request, ct)).DefinitionIds ?? []).Distinct(StringComparer.Ordinal))
        {
            var result = await publish.RunAsync(id, actor, acceptWarnings: false, ct);
            if (!result.IsSuccess)
            {
                if (result.Errors[0].Kind == ErrorKind.NotFound)
                {
                    answer.notFound.Add(id);
                }
                else
                {
                    answer.refused.Add(new(id, [DefinitionWords.Of(result.Errors[0], actor).Message]));
                }

                continue;
            }

            switch (result.Value.Status)
            {
                case PublishStatus.Published:
                    answer.published.Add(id);
                    answer.updatedConsumers.AddRange(result.Value.Consumers.Select(row => row.DefinitionId).Except(answer.updatedConsumers).ToList());
                    break;
                case PublishStatus.AlreadyPublished:
                    answer.alreadyPublished.Add(id);
                    break;
                default:
                    answer.refused.Add(new(id, DefinitionWords.Of(result.Value, actor)));
                    break;
            }
        }

        return ElsaJson.Ok(answer);
    }

    private static async Task<IResult> BulkRetractAsync(HttpContext context, IProcessRunner runner, TimeProvider clock, DefinitionQueries queries, CancellationToken ct)
    {
        var actor = context.User.Actor();
        var answer = new { retracted = new List<string>(), alreadyRetracted = new List<string>(), notFound = new List<string>(), refused = new List<Refused>() };
        foreach (var id in ((await ElsaJson.ReadAsync<BulkRequest>(context.Request, ct)).DefinitionIds ?? []).Distinct(StringComparer.Ordinal))
        {
            var result = await runner.RunAsync(
                (ProcessStep step, CancellationToken token) => step.Services.GetRequiredService<DefinitionStore>().RetractAsync(id, actor.Change(clock), token), ct);
            if (result.IsSuccess)
            {
                answer.retracted.Add(id);
            }
            else if (result.Errors[0].Kind == ErrorKind.NotFound)
            {
                (await queries.ExistsAsync(id, ct) ? answer.alreadyRetracted : answer.notFound).Add(id);
            }
            else
            {
                answer.refused.Add(new(id, [DefinitionWords.Of(result.Errors[0], actor).Message]));
            }
        }

        return ElsaJson.Ok(answer);
    }

    private sealed record BulkRequest(IReadOnlyList<string>? DefinitionIds, IReadOnlyList<string>? Ids);

    private sealed record Refused(string Id, IReadOnlyList<string> Messages);
}
