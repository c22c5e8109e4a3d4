namespace Send.Engine.Execution;

/// <summary>What a finished child tells the parent that waited for it.</summary>
/// <param name="WorkflowInstanceId">The child.</param>
/// <param name="Status">Its state.</param>
/// <param name="SubStatus">Its finer state.</param>
/// <param name="Output">Its output.</param>
internal sealed record ChildResult(string WorkflowInstanceId, WorkflowStatus Status, WorkflowSubStatus SubStatus, IDictionary<string, object?> Output)
{
    /// <summary>Under this name it is part of the parent's input when the parent is resumed.</summary>
    public const string InputKey = "ChildResult";
}

/// <summary>A stimulus that arrives at a time.</summary>
public interface ITimerStimulus
{
    /// <summary>When it is due, UTC.</summary>
    DateTimeOffset DueAt { get; }
}
