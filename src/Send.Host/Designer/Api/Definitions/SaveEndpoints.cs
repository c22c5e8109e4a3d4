using System.Text.Json.Nodes;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Engine.Definitions;
using Send.Host.Designer.Api.Descriptors;
using Send.Host.Designer.Publishing;
using Send.Host.Infrastructure.Identity;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Definitions;

/// <summary>Create, save and publish; retract, revert, references.</summary>
internal static class SaveEndpoints
{
    public static void MapSaving(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions", SaveAsync);
        var publishing = api.MapGroup("").RequireAuthorization(Policies.Publisher);
        publishing.MapPost("/workflow-definitions/{definitionId}/publish", PublishAsync);
        publishing.MapPost("/workflow-definitions/{definitionId}/retract", RetractAsync);
        publishing.MapPost("/workflow-definitions/{definitionId}/update-references", UpdateReferencesAsync);
        api.MapPost("/workflow-definitions/{definitionId}/revert/{version:int}", RevertAsync);
    }

    /// <summary>The answer of save and publish.</summary>
    public static IResult Saved(StoredDefinition row, bool alreadyPublished, int consumers) => ElsaJson.Ok(new JsonObject
    {
        ["workflowDefinition"] = DefinitionBody.Of(row),
        ["alreadyPublished"] = alreadyPublished,
        ["consumingWorkflowCount"] = consumers,
        ["validationErrors"] = new JsonArray(),
    });

    public static IResult Answer(Result<PublishAnswer> result, Actor actor)
    {
        if (!result.IsSuccess)
        {
            return ElsaRefusal.Of([DefinitionWords.Of(result.Errors[0], actor)]);
        }

        return result.Value.Status is PublishStatus.Published or PublishStatus.AlreadyPublished
            ? Saved(result.Value.Row, result.Value.Status == PublishStatus.AlreadyPublished, result.Value.Consumers.Count)
            : ElsaRefusal.Of(
                StatusCodes.Status400BadRequest, result.Value.Status == PublishStatus.Blocked ? "definition.errors" : "definition.warnings", DefinitionWords.Of(result.Value, actor));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, IProcessRunner runner, TimeProvider clock, PublishDefinition publish, TaskForms forms, CancellationToken ct)
    {
        var body = await ElsaJson.ReadAsync<JsonObject>(context.Request, ct);
        if (body["model"] is not JsonObject model)
        {
            throw new DefinitionException("request", "$.model", "is missing; it must be a workflow definition.");
        }

        forms.FromDesigner(model);
        var actor = context.User.Actor();
        var wantsPublish = body["publish"] is JsonValue flag && flag.TryGetValue<bool>(out var given) && given;
        if (wantsPublish && !actor.Can(Permission.PublishProcesses))
        {
            return Results.Forbid();
        }

        var draft = new DefinitionDraft(model, DefinitionBody.BaseOf(model));
        var saved = await runner.RunAsync(
            (ProcessStep step, CancellationToken token) => step.Services.GetRequiredService<DefinitionStore>().SaveDraftAsync(draft, actor.Change(clock), token), ct);
        if (!saved.IsSuccess)
        {
            return ElsaRefusal.Of([DefinitionWords.Of(saved.Errors[0], actor)]);
        }

        return wantsPublish
            ? Answer(await publish.RunAsync(saved.Value.Row.DefinitionId, actor, acceptWarnings: false, ct), actor)
            : Saved(saved.Value.Row, alreadyPublished: false, consumers: 0);
    }

    private static async Task<IResult> PublishAsync(string definitionId, HttpContext context, PublishDefinition publish, CancellationToken ct)
    {
        var actor = context.User.Actor();
        return Answer(await publish.RunAsync(definitionId, actor, acceptWarnings: false, ct), actor);
    }

    private static async Task<IResult> RetractAsync(string definitionId, HttpContext context, IProcessRunner runner, TimeProvider clock, CancellationToken ct)
    {
        var actor = context.User.Actor();
        var result = await runner.RunAsync(
            (ProcessStep step, CancellationToken token) => step.Services.GetRequiredService<DefinitionStore>().RetractAsync(definitionId, actor.Change(clock), token), ct);
        return result.IsSuccess ? ElsaJson.Ok(DefinitionBody.Of(result.Value)) : ElsaRefusal.Of([DefinitionWords.Of(result.Errors[0], actor)]);
    }

    private static async Task<IResult> RevertAsync(string definitionId, int version, HttpContext context, IProcessRunner runner, TimeProvider clock, CancellationToken ct)
    {
        var actor = context.User.Actor();
        var result = await runner.RunAsync(
            (ProcessStep step, CancellationToken token) => step.Services.GetRequiredService<DefinitionStore>().RevertAsync(definitionId, version, actor.Change(clock), token), ct);
        return result.IsSuccess ? ElsaJson.Ok(DefinitionSummary.Of(result.Value)) : ElsaRefusal.Of([DefinitionWords.Of(result.Errors[0], actor)]);
    }

    private static async Task<IResult> UpdateReferencesAsync(string definitionId, HttpContext context, IProcessRunner runner, TimeProvider clock, CancellationToken ct)
    {
        var actor = context.User.Actor();
        var result = await runner.RunAsync<IReadOnlyList<string>>(
            async (step, token) =>
            {
                var references = step.Services.GetRequiredService<DefinitionReferences>();
                if (await references.PublishedAsync(definitionId, token) is not { } published)
                {
                    return new Error("definition.not-found", $"There is no published workflow definition '{definitionId}'.", Kind: ErrorKind.NotFound);
                }

                var written = await references.UpdateAsync(published, actor.Change(clock), token);
                return Result<IReadOnlyList<string>>.Of([.. written.Select(row => row.Name ?? row.DefinitionId)]);
            },
            ct);
        return result.IsSuccess ? ElsaJson.Ok(new { affectedWorkflows = result.Value }) : ElsaRefusal.Of([DefinitionWords.Of(result.Errors[0], actor)]);
    }
}
