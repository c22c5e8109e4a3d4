using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Outbox;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Engine.Serialization;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>What other programs tell waiting workflows: that a task of theirs (RunTask) is done, that an event has happened.</summary>
internal static class OutsideEndpoints
{
    private const string TaskBookmark = "Elsa.RunTask";
    private const string TaskResult = "RunTaskInput";

    public static void MapOutside(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").RequireAuthorization(Policies.Runner);
        group.MapPost("/tasks/{taskId}/complete", CompleteAsync);
        group.MapPost("/events/{name}/trigger", TriggerAsync);
    }

    private static async Task<IResult> CompleteAsync(string taskId, HttpContext context, IProcessRunner runner, CancellationToken ct)
    {
        var value = (await ElsaJson.ReadOrEmptyAsync<OutsideRequest>(context.Request, ct)).Result;
        var input = new Dictionary<string, object?>(StringComparer.Ordinal) { [TaskResult] = value is { } element ? PlainJson.FromElement(element) : null };
        var result = await runner.RunAsync<string>(
            async (step, token) =>
            {
                // The bookmark's hash also has the task's name in it, which the caller need not know: the id stands in the payload.
                var part = $"%\"{taskId.Replace("%", "", StringComparison.Ordinal)}\"%";
                var rows = await step.Services.GetRequiredService<SendDbContext>().Set<StoredBookmark>().AsNoTracking()
                    .Where(row => row.Name == TaskBookmark && row.Payload != null && EF.Functions.Like(row.Payload, part)).ToListAsync(token);
                if (rows.Find(row => IsOf(row, taskId)) is not { } bookmark)
                {
                    return new Error("task.not-found", $"No workflow waits for a task “{taskId}”.", Kind: ErrorKind.NotFound);
                }

                step.Add(new ResumeBookmark(bookmark.InstanceId, bookmark.Id, input));
                return bookmark.InstanceId;
            },
            ct);
        return result.ToHttp(_ => Results.Ok());
    }

    private static async Task<IResult> TriggerAsync(string name, HttpContext context, IProcessRunner runner, TimeProvider clock, CancellationToken ct)
    {
        var request = await ElsaJson.ReadOrEmptyAsync<OutsideRequest>(context.Request, ct);
        var payload = new EventPayload(name, request.Payload is { } value ? PlainJson.FromElement(value) : null, Text(request.CorrelationId), Text(request.WorkflowInstanceId));
        var result = await runner.RunAsync<string>(
            (step, _) =>
            {
                var now = clock.GetUtcNow();
                var id = Guid.CreateVersion7(now);
                step.Data.Outbox.Add(new OutboxItem { Id = id, Key = $"event/api/{id:N}", Kind = OutboxKinds.Event, Payload = PlainJson.Serialize(payload), CreatedAt = now, DueAt = now });
                step.Data.Audit.Add(AuditLine.Of("instance.event", context.User.Actor(), clock, data: new { name }));
                return Task.FromResult<Result<string>>(name);
            },
            ct);
        return result.ToHttp(_ => Results.Ok());
    }

    private static bool IsOf(StoredBookmark row, string taskId) =>
        PlainJson.Parse(row.Payload!) is IReadOnlyDictionary<string, object?> stimulus && stimulus.Values.OfType<string>().Contains(taskId, StringComparer.Ordinal);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private sealed record OutsideRequest
    {
        public JsonElement? Result { get; init; }

        public JsonElement? Payload { get; init; }

        public string? CorrelationId { get; init; }

        public string? WorkflowInstanceId { get; init; }
    }
}
