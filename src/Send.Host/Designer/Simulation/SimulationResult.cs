using System.Text.Json.Nodes;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Forms;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Host.Designer.Simulation;

/// <summary>What would happen. Days are those of the office.</summary>
public sealed record SimulationResult
{
    public required SimulatedDefinition Definition { get; init; }

    /// <summary>The request with its defaults filled in.</summary>
    public required SimulationRequest Request { get; init; }

    public required SimulationEnd End { get; init; }

    /// <summary>The four dates of the case as they were at the end.</summary>
    public required SimulatedCase Case { get; init; }

    /// <summary>Everything in the order in which it happened; deadlines stand on the day on which they are due.</summary>
    public required IReadOnlyList<SimulationEntry> Timeline { get; init; }

    public required IReadOnlyList<SimulatedTask> Tasks { get; init; }

    public required IReadOnlyList<SimulatedDeadline> Deadlines { get; init; }

    public required IReadOnlyList<SimulatedMail> Mails { get; init; }

    public required IReadOnlyList<SimulatedDocument> Documents { get; init; }

    /// <summary>What went wrong on the way; empty when all is well.</summary>
    public required IReadOnlyList<SimulationFinding> Findings { get; init; }

    /// <summary>What was taken of each definition that ran, the simulated one first; in the mode "all paths" of all runs together.</summary>
    public required IReadOnlyList<DefinitionPaths> Paths { get; init; }

    /// <summary>The runs of the mode "all paths"; empty otherwise.</summary>
    public IReadOnlyList<PathRun> Runs { get; init; } = [];

    /// <summary>In the mode "all paths": false when a limit ended the search before everything was tried.</summary>
    public bool Exhausted { get; init; } = true;
}

/// <summary>The version that ran.</summary>
/// <param name="DefinitionId">Id that all versions share.</param>
/// <param name="VersionId">Id of the version.</param>
/// <param name="Version">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Published">False for a draft.</param>
/// <param name="Within">Id of the workflow that was started and that starts this one as its sub-process; null when this one was started.</param>
public sealed record SimulatedDefinition(string DefinitionId, string VersionId, int Version, string Name, bool Published, string? Within);

/// <summary>The case at the end.</summary>
public sealed record SimulatedCase(string Code, string Participant, string Country, string? City, DateOnly Departure, DateOnly Start, DateOnly End, DateOnly Return, CaseStatus Status, CaseStage Stage);

/// <summary>How the simulation ended.</summary>
/// <param name="Kind">Why it stopped.</param>
/// <param name="On">The virtual day.</param>
/// <param name="Steps">Things done: tasks, events, moves of the clock.</param>
/// <param name="Limit">Which limit, for <see cref="SimulationEndKind.Limit"/>: steps, years or seconds.</param>
/// <param name="WaitsFor">Where the process still waits: names of activities or events.</param>
public sealed record SimulationEnd(SimulationEndKind Kind, DateOnly On, int Steps, string? Limit, IReadOnlyList<string> WaitsFor);

/// <summary>Why a simulation stopped.</summary>
public enum SimulationEndKind
{
    /// <summary>The process came to its end.</summary>
    Finished,

    /// <summary>An incident ended the process.</summary>
    Faulted,

    /// <summary>Nothing is open and nothing will fall due.</summary>
    Stuck,

    /// <summary>A limit was reached.</summary>
    Limit,
}

/// <summary>One thing on the time line.</summary>
/// <param name="At">The virtual instant.</param>
/// <param name="On">Its day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Of the task, deadline, mail or document.</param>
/// <param name="Value">Outcome, status, stage, event name, recipient, by the kind.</param>
/// <param name="Index">Position in the list of tasks, deadlines, mails or documents.</param>
public sealed record SimulationEntry(DateTimeOffset At, DateOnly On, SimulationEntryKind Kind, LocalText? Title = null, string? Value = null, int? Index = null);

/// <summary>Kinds of entries.</summary>
public enum SimulationEntryKind
{
    CaseOpened,
    TaskOpened,
    TaskDone,
    TaskCancelled,
    Deadline,
    Reminder,
    Mail,
    Document,
    Status,
    Stage,
    Event,
    Replanned,
    Incident,
}

/// <summary>A task. <paramref name="Activity"/>, <paramref name="Form"/> and <paramref name="Occurrence"/> are what an answer names.</summary>
public sealed record SimulatedTask(
    string Activity,
    string Form,
    int Occurrence,
    LocalText Title,
    StaffRole Role,
    CaseStage Stage,
    DateOnly Opened,
    DateOnly? Due,
    bool Hard,
    TaskState State,
    DateOnly? Done,
    string? Outcome,
    IReadOnlyList<FormOutcome> Outcomes,
    JsonObject? Data);

/// <summary>A deadline as it stood at the end. <paramref name="Reminders"/> counts the reminders that were sent.</summary>
public sealed record SimulatedDeadline(string Code, int Occurrence, LocalText Title, DateOnly Due, bool Hard, StaffRole Role, DeadlineState State, DateOnly? Met, int Reminders);

/// <summary>A mail that would be sent. <paramref name="Reminder"/> is true for those about deadlines.</summary>
public sealed record SimulatedMail(DateTimeOffset At, DateOnly On, string Template, string ToName, string ToAddress, string Language, string Subject, string Text, bool Reminder);

/// <summary>A paper that would be rendered, with the data of its template.</summary>
public sealed record SimulatedDocument(DateTimeOffset At, DateOnly On, string Kind, LocalText Title, int Edition, string Language, string? Number, JsonObject? Data);

/// <summary>Something that went wrong, or that a coordinator should look at.</summary>
/// <param name="Code">`incident`, `refused`, `event`, `background`.</param>
/// <param name="On">The virtual day; null when it has none.</param>
/// <param name="Activity">Name of the activity or task.</param>
/// <param name="Message">What was said.</param>
public sealed record SimulationFinding(string Code, DateOnly? On, string? Activity, string Message);

/// <summary>What was taken of one definition.</summary>
public sealed record DefinitionPaths(string DefinitionId, string Name, bool Simulated, IReadOnlyList<VisitedActivity> Activities, IReadOnlyList<TakenWay> Ways)
{
    /// <summary>Share of the ways taken, 0 to 100; 100 when there is none.</summary>
    public int Coverage => Ways.Count == 0 ? 100 : Ways.Count(way => way.Count > 0) * 100 / Ways.Count;
}

/// <summary>An activity and how often it ran.</summary>
public sealed record VisitedActivity(string Id, string Name, string Type, int Count);

/// <summary>A connection of a flowchart: what leaves an activity by one outcome, and how often.</summary>
public sealed record TakenWay(string Activity, string ActivityName, string Outcome, IReadOnlyList<string> Targets, int Count);

/// <summary>One run of the mode "all paths": how it differed from the request, how it ended and how many ways it was the first to take.</summary>
public sealed record PathRun(int Number, SimulationRequest Request, SimulationEndKind End, CaseStatus Status, int NewWays);
