using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Forms;
using Send.Core.Programmes;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Core.Time;
using Send.Engine.Definitions;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Simulation;

/// <summary>Understands a request: reads the definitions from the real database, the only thing a simulation reads there, and fills in what was not said.</summary>
internal sealed class SimulationScenes(SendDbContext db, ReferenceData reference, FormCatalog forms, TimeProvider clock)
{
    private const string Residence = "IT";
    private const string DefaultDestination = "ES";
    private const int DefaultAge = 19;
    private const int DefaultDays = 30;
    private const int DefaultPace = 2;
    private const int DefaultLead = 180;
    private const int MostPaceDays = 60;
    private const int MostAnswers = 100;

    /// <summary>The request with what was not said filled in.</summary>
    public static SimulationRequest Defaults(SimulationRequest request, ReferenceData reference, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reference);
        var programme = ProgrammeOf(request, reference);
        var enrolled = request.Enrolled ?? today;
        var shortest = (programme?.MinDays ?? 1) + 2;
        return request with
        {
            Programme = programme?.Code,
            Enrolled = enrolled,
            Departure = request.Departure ?? WorkingCalendar.Weekdays.OnOrAfter(enrolled.AddDays(DefaultLead)),
            Days = request.Days ?? Math.Clamp(DefaultDays, shortest, Math.Max((programme?.MaxDays ?? 60) / 2, shortest)),
            Destination = request.Destination ?? DefaultDestination,
            Nationality = request.Nationality ?? Residence,
            Age = request.Age ?? DefaultAge,
            PaceDays = request.PaceDays ?? DefaultPace,
        };
    }

    /// <summary>The scene, or every field of the request that is wrong.</summary>
    public async Task<Result<SimulationScene>> ReadAsync(SimulationRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.DefinitionId))
        {
            return new Error("field.required", "Say which definition to simulate.", "/definitionId");
        }

        var rows = db.Set<StoredDefinition>().AsNoTracking().Where(row => row.DefinitionId == request.DefinitionId);
        var tested = await (request.Version is { } version ? rows.Where(row => row.DefinitionVersion == version) : rows.Where(row => row.IsLatest)).FirstOrDefaultAsync(ct);
        if (tested is null)
        {
            return new Error("definition.not-found", $"There is no workflow definition '{request.DefinitionId}'{(request.Version is { } number ? $" with a version {number}" : "")}.", "/definitionId", ErrorKind.NotFound);
        }

        var (errors, filled, programme) = Fill(request with { Version = tested.DefinitionVersion });
        if (errors.Count > 0)
        {
            return Result<SimulationScene>.Refused(errors);
        }

        var others = await db.Set<StoredDefinition>().AsNoTracking().Where(row => row.IsPublished && row.DefinitionId != tested.DefinitionId).OrderBy(row => row.DefinitionId).ToListAsync(ct);
        try
        {
            return Cast(filled, tested, others, programme!);
        }
        catch (DefinitionException problem)
        {
            return new Error("simulation.definition", $"The definition cannot run: {problem.Message}", "/definitionId");
        }
    }

    /// <summary>Puts the tested version where the case will meet it: in its own place when the programme's workflow (indirectly) starts it, else in the place of that workflow.</summary>
    private static SimulationScene Cast(SimulationRequest request, StoredDefinition tested, List<StoredDefinition> others, Programme programme)
    {
        var version = WorkflowDefinition.Parse(tested.Json, tested.DefinitionId);
        var definitions = others.ConvertAll(row => WorkflowDefinition.Parse(row.Json, row.DefinitionId));
        definitions.Insert(0, version);
        var within = !Same(tested.DefinitionId, programme.Id) && Leads(definitions, programme.Id, tested.DefinitionId, []);
        if (!within && !Same(tested.DefinitionId, programme.Id))
        {
            definitions.RemoveAll(one => Same(one.DefinitionId, programme.Id));
            definitions.Add(version.With(("definitionId", programme.Id)));
        }

        var shown = new SimulatedDefinition(
            tested.DefinitionId, tested.Id, tested.DefinitionVersion, tested.Name ?? tested.DefinitionId, tested.PublishedAt is not null, within ? programme.Id : null);
        return new(request with { Programme = programme.Code }, version, shown, programme, definitions);
    }

    private static bool Leads(List<WorkflowDefinition> all, string from, string to, HashSet<string> seen)
    {
        if (!seen.Add(from) || all.Find(one => Same(one.DefinitionId, from)) is not { Root: { } root })
        {
            return false;
        }

        var called = DefinitionMap.Calls(root);
        return called.Contains(to) || called.Any(next => Leads(all, next, to, seen));
    }

    private static Programme? ProgrammeOf(SimulationRequest request, ReferenceData reference) =>
        reference.Programme(request.Programme ?? request.DefinitionId) ?? (request.Programme is null ? reference.Programmes.FirstOrDefault(one => one.Available) ?? reference.Programmes[0] : null);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private (List<Error> Errors, SimulationRequest Filled, Programme? Programme) Fill(SimulationRequest request)
    {
        var errors = new List<Error>();
        var programme = ProgrammeOf(request, reference);
        if (programme is null)
        {
            errors.Add(new("programme.unknown", $"“{request.Programme}” is not a programme; they are {string.Join(", ", reference.Programmes.Select(one => one.Code))}.", "/programme"));
        }

        var filled = Defaults(request, reference, clock.Today());
        var (enrolled, departure, days) = (filled.Enrolled!.Value, filled.Departure!.Value, filled.Days!.Value);
        Check(errors, departure >= enrolled && departure <= enrolled.AddYears(2), "/departure", "simulation.departure", "The departure is between the day of enrolment and two years later.");
        Check(errors, days is >= 1 and <= 400, "/days", "simulation.days", "A stay has 1 to 400 days.");
        Check(errors, request.Age is null or (>= 14 and <= 70), "/age", "simulation.age", "The participant is 14 to 70 years old.");
        Check(errors, request.PaceDays is null or (>= 0 and <= MostPaceDays), "/paceDays", "simulation.pace", $"The pace is 0 to {MostPaceDays} working days.");
        Check(errors, request.Answers.Count <= MostAnswers, "/answers", "simulation.answers", $"At most {MostAnswers} answers.");
        Check(errors, request.Destination is null || (reference.Country(request.Destination) is not null && request.Destination != Residence), "/destination", "simulation.destination", "The destination is a country code such as ES, and not IT, where the participant lives.");
        Check(errors, request.Nationality is null || reference.Country(request.Nationality) is not null, "/nationality", "simulation.nationality", "The nationality is a country code such as IT.");
        CheckAnswers(errors, request);
        return (errors, filled, programme);
    }

    private void CheckAnswers(List<Error> errors, SimulationRequest request)
    {
        foreach (var (index, answer) in request.Answers.Index())
        {
            Check(errors, answer.Activity is not null || answer.Form is not null, $"/answers/{index}", "simulation.answer", "An answer names the activity or the form of its task.");
            Check(errors, answer.Form is null || forms.Find(answer.Form) is not null, $"/answers/{index}/form", "simulation.form", $"There is no form “{answer.Form}”.");
            Check(errors, answer.Occurrence is >= 1 and <= 1000, $"/answers/{index}/occurrence", "simulation.occurrence", "The first task of its kind is number 1.");
        }

        foreach (var (index, said) in request.Events.Index())
        {
            Check(errors, CaseEvents.All.Contains(said.Name, StringComparer.Ordinal), $"/events/{index}/name", "case.event-unknown", $"“{said.Name}” is not an event of a case; they are {string.Join(", ", CaseEvents.All)}.");
            Check(errors, said.Form is null || forms.Find(said.Form) is not null, $"/events/{index}/form", "simulation.form", $"There is no form “{said.Form}”.");
            Check(errors, said.After is >= 0 and <= 400, $"/events/{index}/after", "simulation.after", "An event comes 0 to 400 days after the task was opened.");
        }
    }

    private static void Check(List<Error> errors, bool right, string field, string code, string message)
    {
        if (!right)
        {
            errors.Add(new(code, message, field));
        }
    }
}
