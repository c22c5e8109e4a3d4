using Microsoft.AspNetCore.Components;
using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Reference;
using Send.Host.Localization;

namespace Send.Host.Designer.Simulation;

/// <summary>The settings of a simulation. What is set here takes effect with the next run, whose address says it.</summary>
public sealed partial class SimulateSettings
{
    private int version;
    private string programme = "";
    private DateOnly? enrolled;
    private DateOnly? departure;
    private int? days;
    private string to = "";
    private string nationality = "";
    private int? age;
    private SimulationPace pace;
    private int? paceDays;
    private string eventName = "";
    private DateOnly? eventDay;

    [Inject]
    public required Texts T { get; init; }

    [Inject]
    public required ReferenceData Reference { get; init; }

    [Inject]
    public required FormCatalog Forms { get; init; }

    [Inject]
    public required Dates Dates { get; init; }

    [Parameter, EditorRequired]
    public SimulationRequest Request { get; set; } = new();

    [Parameter, EditorRequired]
    public IReadOnlyList<SimulationVersion> Versions { get; set; } = [];

    /// <summary>The result that is shown: its request has the defaults filled in.</summary>
    [Parameter]
    public SimulationResult? Result { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback<SimulationRequest> OnRun { get; set; }

    /// <summary>Once there is something to see, the settings make room for it.</summary>
    private bool Open => Result is null && !Busy;

    private string InWords => string.Join(" · ", new[]
    {
        programme,
        departure is { } away ? $"{Dates.Day(away)}, {T.Count("simulate.days", days ?? 0)}" : null,
        Places.Country(to),
        $"{Places.Country(nationality)}, {T.Count("simulate.years", age ?? 0)}",
        T[$"simulate.pace{pace}"],
    }.OfType<string>());

    protected override void OnInitialized()
    {
        var preset = SimulationScenes.Defaults(Request, Reference, Dates.Today);
        (version, programme, enrolled, departure, days) = (preset.Version ?? Versions[0].Number, preset.Programme!, preset.Enrolled, preset.Departure, preset.Days);
        (to, nationality, age, pace, paceDays) = (preset.Destination!, preset.Nationality!, preset.Age, preset.Pace, preset.PaceDays);
    }

    private SimulationRequest Filled => Request with
    {
        Version = version == Versions[0].Number ? null : version,
        Programme = programme,
        Enrolled = enrolled,
        Departure = departure,
        Days = days,
        Destination = to,
        Nationality = nationality,
        Age = age,
        Pace = pace,
        PaceDays = paceDays,
        AllPaths = false,
    };

    private Task RunAsync(bool all) => OnRun.InvokeAsync(Filled with { AllPaths = all });

    private Task DropAsync(SimulationAnswer answer) => OnRun.InvokeAsync(Filled with { Answers = [.. Request.Answers.Where(one => one != answer)] });

    private Task DropAsync(SimulationEvent said) => OnRun.InvokeAsync(Filled with { Events = [.. Request.Events.Where(one => one != said)] });

    private Task AddAsync() => OnRun.InvokeAsync(Filled with { Events = [.. Request.Events, new SimulationEvent(eventName, eventDay)] });

    private void Choose(ChangeEventArgs change)
    {
        eventName = change.Value as string ?? "";
        eventDay ??= eventName switch
        {
            CaseEvents.EarlyReturn or CaseEvents.Extend => departure?.AddDays(7),
            _ => enrolled?.AddDays(30) < departure ? enrolled?.AddDays(30) : enrolled?.AddDays(1),
        };
    }

    private string Words(SimulationAnswer answer)
    {
        var form = answer.Form is { } id ? Forms.Find(id) : null;
        var title = form is null ? answer.Form ?? answer.Activity ?? "" : T.Of(form.Title);
        var said = form?.Outcomes.FirstOrDefault(one => one.Name == answer.Outcome) is { } outcome ? T.Of(outcome.Label) : answer.Outcome;
        var words = string.Join(", ", new[] { said, answer.Data is { Count: > 0 } ? T["simulate.answerValues"] : null }.OfType<string>());
        return answer.Occurrence == 1 ? T["simulate.answerChip", title, words] : T["simulate.answerTime", title, answer.Occurrence, words];
    }

    private string Words(SimulationEvent said)
    {
        var name = T.Or($"event.{said.Name}", said.Name);
        return said.Form is { } form ? T["simulate.eventWith", name, Forms.Find(form) is { } known ? T.Of(known.Title) : form]
            : T["simulate.eventOn", name, Dates.Day(said.On ?? enrolled ?? Dates.Today)];
    }
}
