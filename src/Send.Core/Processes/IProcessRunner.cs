using Send.Core.Data;
using Send.Core.Results;

namespace Send.Core.Processes;

/// <summary>Makes a change of the domain and the bursts that it sets off one transaction (ADR-0008). On a version conflict everything is thrown away and
/// <c>change</c> runs again in a fresh scope on fresh data, a bounded number of times, so it must have no effect of its own outside <see cref="ProcessStep.Data"/>.</summary>
public interface IProcessRunner
{
    /// <summary>Runs <paramref name="change"/>, then every stimulus it added to the step, then commits. A refusal writes nothing.</summary>
    Task<Result<T>> RunAsync<T>(Func<ProcessStep, CancellationToken, Task<Result<T>>> change, CancellationToken ct);
}

/// <summary>What a change may do: write through <see cref="Data"/>, resolve handlers of the same scope from <see cref="Services"/>, and stimulate workflows.</summary>
public sealed class ProcessStep(SendData data, IServiceProvider services)
{
    private readonly List<ProcessStimulus> stimuli = [];
    private readonly List<Func<CancellationToken, Task>> afterwards = [];

    public SendData Data { get; } = data;

    public IServiceProvider Services { get; } = services;

    public IReadOnlyList<ProcessStimulus> Stimuli => stimuli;

    /// <summary>Adds a stimulus; they run in this order after the change, in the same transaction.</summary>
    public void Add(ProcessStimulus stimulus) => stimuli.Add(stimulus);

    /// <summary>What the runner awaits, in order, when all stimuli have run and before it writes: a change tells there what its bursts did, and may still add rows.</summary>
    public IReadOnlyList<Func<CancellationToken, Task>> Afterwards => afterwards;

    /// <summary>Adds work to <see cref="Afterwards"/>.</summary>
    public void AfterStimuli(Func<CancellationToken, Task> work) => afterwards.Add(work);
}

/// <summary>Something that sets a workflow going.</summary>
public abstract record ProcessStimulus;

/// <summary>Starts the published version of a definition as a new instance with that id. Input values are plain (string, number, bool, null, lists, dictionaries).</summary>
public sealed record StartProcess(string DefinitionId, Guid InstanceId, string CorrelationId, IReadOnlyDictionary<string, object?> Input) : ProcessStimulus;

/// <summary>Resumes the bookmark that waits for this task.</summary>
public sealed record TaskCompleted(Guid WorkflowInstanceId, Guid TaskId) : ProcessStimulus;

/// <summary>Delivers a named event of a case (`withdraw`, `visa-refused`, …) to every instance of the case (correlation id = case id) that waits for it.
/// The step is refused with `process.nobody-waits` when <paramref name="Required"/> and none does.</summary>
public sealed record CaseEventRaised(Guid CaseId, string Name, IReadOnlyDictionary<string, object?> Data, bool Required) : ProcessStimulus;

/// <summary>Cancels an instance and its children: bookmarks, open tasks, deadlines and timers go with it.</summary>
public sealed record CancelProcess(Guid InstanceId, string Reason) : ProcessStimulus;
