using Send.Core.Processes;
using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>Resumes one bookmark: a timer that is due, or an event that met it. Nothing happens when it is gone.</summary>
public sealed record ResumeBookmark(string InstanceId, string BookmarkId, IReadOnlyDictionary<string, object?>? Input = null) : ProcessStimulus;

/// <summary>Starts the published version of a definition as another workflow asked for it. Nothing happens when the instance exists already.</summary>
public sealed record StartDispatched(string DefinitionId, StartStimulus Start) : ProcessStimulus;

/// <summary>Starts the instance that a timer of a published definition asks for, and sets the timer to its next time. Nothing happens when it is not due (any more).</summary>
public sealed record FireTimer(string TriggerId) : ProcessStimulus;

/// <summary>Removes instances with all that belongs to them; those that still run are cancelled first.</summary>
public sealed record DeleteProcess(IReadOnlyList<string> InstanceIds) : ProcessStimulus;

/// <summary>Cancels one instance by the id that the engine knows it by. Nothing happens when it has ended.</summary>
public sealed record CancelInstance(string InstanceId, bool IncludeChildren) : ProcessStimulus;

/// <summary>Starts exactly that version of a definition, published or not. Nothing happens when the instance exists already.</summary>
public sealed record StartVersion(string DefinitionId, string DefinitionVersionId, StartStimulus Start) : ProcessStimulus;
