using System.Text.Json.Nodes;

namespace Send.Host.Designer.Simulation;

/// <summary>What to simulate. Everything but the definition has a default; the same request, on the same definitions, gives the same result (ids apart).</summary>
public sealed record SimulationRequest
{
    /// <summary>Id that all versions share, `initial-vocational-training`.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>Number of the version; the newest one, draft or not, when null.</summary>
    public int? Version { get; init; }

    /// <summary>Code of the programme whose rules the case has; that of the definition, else the first one, when null.</summary>
    public string? Programme { get; init; }

    /// <summary>The day on which the case is opened; today when null.</summary>
    public DateOnly? Enrolled { get; init; }

    /// <summary>Day of departure; half a year ahead when null.</summary>
    public DateOnly? Departure { get; init; }

    /// <summary>Days from departure to return; a month, or what the programme allows, when null.</summary>
    public int? Days { get; init; }

    /// <summary>Destination, ISO 3166-1 alpha-2; Spain when null.</summary>
    public string? Destination { get; init; }

    /// <summary>The participant's nationality, ISO 3166-1 alpha-2; Italian when null.</summary>
    public string? Nationality { get; init; }

    /// <summary>The participant's age on the day of departure; 19 when null.</summary>
    public int? Age { get; init; }

    /// <summary>When tasks are done.</summary>
    public SimulationPace Pace { get; init; }

    /// <summary>Working days after opening, or after the due date, by <see cref="Pace"/>; two when null.</summary>
    public int? PaceDays { get; init; }

    /// <summary>What is answered otherwise than with the first outcome and the example values.</summary>
    public IReadOnlyList<SimulationAnswer> Answers { get; init; } = [];

    /// <summary>What happens to the case on the way.</summary>
    public IReadOnlyList<SimulationEvent> Events { get; init; } = [];

    /// <summary>Run again and again with other outcomes and events until every way was taken or a limit is reached.</summary>
    public bool AllPaths { get; init; }
}

/// <summary>When a simulated person does a task.</summary>
public enum SimulationPace
{
    /// <summary>Some working days after it was opened, but not later than it is due.</summary>
    InTime,

    /// <summary>On the day on which it is due.</summary>
    OnDue,

    /// <summary>Some working days after it is due, so that every reminder is seen.</summary>
    Late,
}

/// <summary>An answer to a task. It is meant for the tasks of that activity and that form (one of the two is enough), the first time or the time of that number.</summary>
/// <param name="Activity">Id of the activity in the definition.</param>
/// <param name="Form">Id of the form.</param>
/// <param name="Occurrence">1 for the first task of that activity and form.</param>
/// <param name="Outcome">The outcome to choose; the first one of the task when null.</param>
/// <param name="Data">Values by field; null as a value leaves the field empty.</param>
public sealed record SimulationAnswer(string? Activity = null, string? Form = null, int Occurrence = 1, string? Outcome = null, JsonObject? Data = null);

/// <summary>An event of the case: on a day, or when a task with that form is open for the first time.</summary>
/// <param name="Name">One of `CaseEvents`.</param>
/// <param name="On">The day; null with a form, or right after the opening of the case when there is no form either.</param>
/// <param name="Form">Id of the form.</param>
/// <param name="After">Calendar days after the task was opened.</param>
/// <param name="Data">Values of the form `event-{name}` that are not its examples.</param>
public sealed record SimulationEvent(string Name, DateOnly? On = null, string? Form = null, int After = 1, JsonObject? Data = null);
