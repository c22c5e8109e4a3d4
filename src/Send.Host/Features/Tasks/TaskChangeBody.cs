using System.Text.Json.Nodes;

namespace Send.Host.Features.Tasks;

/// <summary>A change without data of its own.</summary>
internal sealed record TaskChangeBody(long? Revision = null, Guid? OperationId = null);

internal sealed record AssignTaskBody(Guid AssigneeId, long? Revision = null, Guid? OperationId = null);

internal sealed record WaitTaskBody(string? WaitingFor = null, DateOnly? FollowUp = null, long? Revision = null, Guid? OperationId = null);

internal sealed record MoveTaskDueBody(DateOnly? Due, string? Reason = null, long? Revision = null, Guid? OperationId = null);

internal sealed record CommentTaskBody(string Text, Guid? OperationId = null);

internal sealed record DraftTaskBody(JsonObject Data, long? Revision = null, Guid? OperationId = null);

/// <summary>What completes a task; revision and operationId make sure that it happens once and on what the sender saw.</summary>
internal sealed record CompleteTaskBody
{
    public required string Outcome { get; init; }

    public required JsonObject Data { get; init; }

    public required long Revision { get; init; }

    public Guid? OperationId { get; init; }
}
