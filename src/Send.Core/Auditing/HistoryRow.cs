using System.Text.Json.Nodes;

namespace Send.Core.Auditing;

/// <summary>A line of history as pages show it. <paramref name="Kind"/> is the stable code, <paramref name="Data"/> its facts.</summary>
public sealed record HistoryRow(Guid Id, DateTimeOffset At, Guid? ActorId, string ActorName, string Kind, Guid? CaseId, Guid? TaskId, JsonObject? Data);
