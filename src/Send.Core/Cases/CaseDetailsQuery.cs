using System.Text.Json.Nodes;

namespace Send.Core.Cases;

/// <summary>One case.</summary>
public sealed record CaseDetailsQuery(Guid Id);

/// <summary>What happened in a case and what is planned, in order.</summary>
public sealed record CaseTimelineQuery(Guid Id);

/// <summary>Tells the case's workflow that something happened; the names and data are those of <see cref="CaseEvents"/>.</summary>
public sealed record RaiseCaseEvent(Guid CaseId, string Name, JsonObject Data, long? Revision = null, Guid? OperationId = null);

/// <summary>What an event moved.</summary>
public sealed record CaseEventAnswer(Guid CaseId, string Name, CaseStage Stage, CaseStatus Status, IReadOnlyList<Tasks.OpenedTask> Opened, long Revision);

/// <summary>Gives the case to another coordinator, or to nobody.</summary>
public sealed record AssignCaseOwner(Guid CaseId, Guid? OwnerId, long? Revision = null, Guid? OperationId = null);
