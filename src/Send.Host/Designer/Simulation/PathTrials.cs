using System.Text.Json.Nodes;
using Send.Core.Forms;
using Send.Core.Tasks;

namespace Send.Host.Designer.Simulation;

/// <summary>What could be tried next, each thing once: other outcomes and events first, then other participants, then other values of the fields
/// that the definition mentions: no other decides anything in it.</summary>
/// <param name="forms">The forms.</param>
/// <param name="definition">JSON of the definition.</param>
internal sealed class PathTrials(FormCatalog forms, string definition)
{
    private const string FromOutside = "TR";
    private const string ToOutside = "GB";
    private const int Minor = 16;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Queue<SimulationRequest> ways = new();
    private readonly PriorityQueue<SimulationRequest, (int Rank, int Number)> fields = new();

    /// <summary>The next trial that may take a new way by itself; null when all are done.</summary>
    public SimulationRequest? NextWay() => ways.TryDequeue(out var next) ? next : null;

    /// <summary>The next trial with another value of a field; null when all are done.</summary>
    public SimulationRequest? NextField() => fields.TryDequeue(out var next, out _) ? next : null;

    /// <summary>The participants to try besides the one of the request.</summary>
    public static IEnumerable<SimulationRequest> People(SimulationRequest request)
    {
        if (request.Nationality != FromOutside || request.Destination != ToOutside)
        {
            // Somebody who does not move freely, to a place outside the area: whatever has to do with entry is needed.
            yield return request with { Nationality = FromOutside, Destination = ToOutside };
        }

        if (request.Age >= 18)
        {
            yield return request with { Age = Minor };
        }
    }

    /// <summary>Notes what one run showed to be possible.</summary>
    public void Learn(SimulationOutcome run)
    {
        var request = run.Result.Request;
        foreach (var task in run.Result.Tasks.Where(task => task.State == TaskState.Done))
        {
            known.Add($"outcome/{task.Activity}/{task.Form}/{task.Outcome}");
        }

        foreach (var task in run.Result.Tasks.Where(task => task.State == TaskState.Done))
        {
            foreach (var outcome in task.Outcomes.Where(outcome => known.Add($"outcome/{task.Activity}/{task.Form}/{outcome.Name}")))
            {
                ways.Enqueue(With(request, task, outcome.Name, null));
            }

            LearnFields(request, task);
        }

        foreach (var (name, day) in run.Awaited.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Where(pair => known.Add($"event/{pair.Key}")))
        {
            ways.Enqueue(request with { Events = [.. request.Events, new SimulationEvent(name, day.AddDays(1))] });
        }
    }

    private void LearnFields(SimulationRequest request, SimulatedTask task)
    {
        foreach (var field in (forms.Find(task.Form)?.Fields ?? []).Where(field => definition.Contains(field.Id, StringComparison.OrdinalIgnoreCase)))
        {
            // What is said with a refusal decides more often than what is said with the usual outcome.
            var rank = task.Outcome == task.Outcomes[0].Name ? 1 : 0;
            var key = $"field/{task.Activity}/{task.Form}/{task.Outcome}/{field.Id}/";
            if (!field.Required && task.Data?[field.Id] is not null && known.Add(key))
            {
                fields.Enqueue(With(request, task, task.Outcome, new JsonObject { [field.Id] = null }), (rank, known.Count));
            }

            foreach (var value in Others(field, task.Data?[field.Id]).Where(value => known.Add(key + value.ToJsonString())))
            {
                fields.Enqueue(With(request, task, task.Outcome, new JsonObject { [field.Id] = value }), (rank, known.Count));
            }
        }
    }

    private static IEnumerable<JsonNode> Others(FormField field, JsonNode? now) => field.Type switch
    {
        FieldType.Bool => [JsonValue.Create(!(now is JsonValue value && value.TryGetValue<bool>(out var yes) && yes))],
        FieldType.Choice => field.Options.Select(option => (JsonNode)JsonValue.Create(option.Value)!).Where(option => !JsonNode.DeepEquals(option, now)),
        _ => [],
    };

    private static SimulationRequest With(SimulationRequest request, SimulatedTask task, string? outcome, JsonObject? data) =>
        request with { Answers = [.. request.Answers.Where(one => !Meets(one, task)), new SimulationAnswer(task.Activity, task.Form, task.Occurrence, outcome, Merged(request, task, data))] };

    private static bool Meets(SimulationAnswer answer, SimulatedTask task) =>
        (answer.Activity is null || answer.Activity == task.Activity) && (answer.Form is null || answer.Form == task.Form) && answer.Occurrence == task.Occurrence;

    private static JsonObject? Merged(SimulationRequest request, SimulatedTask task, JsonObject? data)
    {
        var before = request.Answers.LastOrDefault(one => Meets(one, task))?.Data?.DeepClone().AsObject();
        foreach (var (field, value) in data ?? [])
        {
            (before ??= [])[field] = value?.DeepClone();
        }

        return before;
    }
}
