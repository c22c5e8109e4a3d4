using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Engine;
using Send.Engine.Models;
using Send.Engine.Serialization;
using Send.Engine.State;
using Send.Core.Time;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Simulation;

/// <summary>What ran in a world, read from the journals of its instances.</summary>
/// <param name="Activities">Id of each activity execution → id of the activity.</param>
/// <param name="Runs">How often each activity of each definition ran.</param>
/// <param name="Outcomes">How often each outcome left it.</param>
/// <param name="Incidents">What went wrong, in order.</param>
internal sealed record SimulationPaths(
    IReadOnlyDictionary<string, string> Activities,
    Dictionary<string, Dictionary<string, int>> Runs,
    Dictionary<string, Dictionary<(string Activity, string Outcome), int>> Outcomes,
    IReadOnlyList<SimulationFinding> Incidents)
{
    public static async Task<SimulationPaths> ReadAsync(SimulationWorld world, CancellationToken ct)
    {
        var instances = await world.DataAsync(db => db.Set<StoredInstance>().AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.DefinitionId, row.IncidentCount, State = row.IncidentCount > 0 ? row.State : null }).ToListAsync(ct));
        var activities = new Dictionary<string, string>(StringComparer.Ordinal);
        var runs = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var outcomes = new Dictionary<string, Dictionary<(string, string), int>>(StringComparer.Ordinal);
        var incidents = new List<SimulationFinding>();
        foreach (var instance in instances)
        {
            var counts = runs.TryGetValue(instance.DefinitionId, out var known) ? known : runs[instance.DefinitionId] = new(StringComparer.Ordinal);
            var ways = outcomes.TryGetValue(instance.DefinitionId, out var ports) ? ports : outcomes[instance.DefinitionId] = [];
            foreach (var one in await world.UseAsync((JournalReader journal) => journal.ExecutionsAsync(instance.Id, ct)))
            {
                activities[one.Id] = one.ActivityId;
                counts[one.ActivityId] = counts.GetValueOrDefault(one.ActivityId) + 1;
                foreach (var outcome in one.Status == ActivityStatus.Completed ? OutcomesOf(one) : [])
                {
                    ways[(one.ActivityId, outcome)] = ways.GetValueOrDefault((one.ActivityId, outcome)) + 1;
                }
            }

            if (instance.State is { } state)
            {
                incidents.AddRange(JsonSerializer.Deserialize<WorkflowState>(state, PlainJson.Options)!.Incidents
                    .Select(incident => new SimulationFinding("incident", OfficeDay.Of(incident.Timestamp), incident.ActivityId, incident.Message)));
            }
        }

        return new(activities, runs, outcomes, incidents);
    }

    /// <summary>Adds the counts of another run.</summary>
    public void Add(SimulationPaths other)
    {
        foreach (var (definition, counts) in other.Runs)
        {
            var mine = Runs.TryGetValue(definition, out var known) ? known : Runs[definition] = new(StringComparer.Ordinal);
            foreach (var (activity, count) in counts)
            {
                mine[activity] = mine.GetValueOrDefault(activity) + count;
            }
        }

        foreach (var (definition, counts) in other.Outcomes)
        {
            var mine = Outcomes.TryGetValue(definition, out var known) ? known : Outcomes[definition] = [];
            foreach (var (way, count) in counts)
            {
                mine[way] = mine.GetValueOrDefault(way) + count;
            }
        }
    }

    /// <summary>The paths of every definition that ran, the simulated one first. Where it ran in the place of the programme's workflow, its counts stand under that id.</summary>
    public IReadOnlyList<DefinitionPaths> Of(SimulationScene scene)
    {
        var standIn = scene.Shown.Within is null ? scene.Programme.Id : scene.Shown.DefinitionId;
        return
        [
            .. scene.Definitions.Where(one => one.Root is not null && (one.DefinitionId == standIn || (Runs.ContainsKey(one.DefinitionId) && one.DefinitionId != scene.Shown.DefinitionId)))
                .OrderBy(one => one.DefinitionId == standIn ? 0 : 1).ThenBy(one => one.DefinitionId, StringComparer.Ordinal)
                .Select(one =>
                {
                    var tested = one.DefinitionId == standIn;
                    var (activities, ways) = DefinitionMap.Of(one.Root!.Value).Count(
                        Runs.GetValueOrDefault(one.DefinitionId) ?? new(StringComparer.Ordinal), Outcomes.GetValueOrDefault(one.DefinitionId) ?? []);
                    return new DefinitionPaths(tested ? scene.Shown.DefinitionId : one.DefinitionId, one.Name ?? one.DefinitionId, tested, activities, ways);
                }),
        ];
    }

    /// <summary>An activity that names no outcome leaves by Done.</summary>
    private static IEnumerable<string> OutcomesOf(ActivityExecutionRecord record)
    {
        var named = record.Payload?.FirstOrDefault(pair => string.Equals(pair.Key, "Outcomes", StringComparison.OrdinalIgnoreCase)).Value;
        return named switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Select(item => item.ToString()),
            JsonArray array => array.Select(item => item?.ToString() ?? ""),
            string text => [text],
            System.Collections.IEnumerable many => many.Cast<object?>().Select(item => item?.ToString() ?? ""),
            _ => ["Done"],
        };
    }
}
