namespace Send.Persistence.Workflows;

/// <summary>What one burst did to one instance: its journal entries and the executions that it touched, as two JSON arrays in one row. <see cref="JournalReader"/> unfolds them.</summary>
public sealed class JournalBurst
{
    public Guid Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>Sequence of the first entry; the next burst's is higher by at least <see cref="Count"/>. Unique within the instance.</summary>
    public long First { get; init; }

    public int Count { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>JSON array of <see cref="Send.Engine.Models.WorkflowExecutionLogEntry"/>.</summary>
    public required string Entries { get; init; }

    /// <summary>JSON array of <see cref="Send.Engine.Models.ActivityExecutionRecord"/>; a later record of the same id replaces an earlier one.</summary>
    public required string Executions { get; init; }
}
