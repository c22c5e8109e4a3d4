using System.Text.Json.Nodes;
using Send.Core.Forms;

namespace Send.Core.Cases;

/// <summary>The timeline: entries in order of time, what happened first, then what is planned.</summary>
public sealed record CaseTimeline(Guid CaseId, string Code, DateOnly Today, IReadOnlyList<TimelineEntry> Entries);

/// <summary>One entry. What happened has <see cref="At"/>; what is planned has only <see cref="On"/>. <see cref="Kind"/> is the audit entry's kind, or `deadline`,
/// `reminder`, `followUp`, `departure`, `start`, `end`, `return` for plans.</summary>
public sealed record TimelineEntry
{
    public required string Kind { get; init; }

    public required bool Planned { get; init; }

    /// <summary>Office day of the entry.</summary>
    public required DateOnly On { get; init; }

    public DateTimeOffset? At { get; init; }

    public string? ActorName { get; init; }

    public Guid? TaskId { get; init; }

    public Guid? DeadlineId { get; init; }

    public LocalText? Title { get; init; }

    /// <summary>True for a plan whose day has passed.</summary>
    public bool Late { get; init; }

    public JsonObject? Data { get; init; }
}
