using Send.Core.Data;

namespace Send.Core.Cases;

/// <summary>What a case knows of one subject (`needs`, `programme`, `placement`, `agreement`, `entry`, `visa`, `travel`, …), as the JSON object that the form of that
/// section produced or an activity computed. One row per case and section; later forms, documents and mails read from here, so that nothing is typed twice.</summary>
public sealed class CaseFacts : IVersioned
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Camel case name of the subject, unique within the case.</summary>
    public required string Section { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Data { get; set; }

    /// <summary>The task whose form brought it, where there is one.</summary>
    public Guid? TaskId { get; set; }

    public required string ChangedBy { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public long Version { get; set; }
}
