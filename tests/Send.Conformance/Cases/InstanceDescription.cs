using System.Text.Json.Nodes;
using Send.Conformance.Hosting;
using Send.Engine.Models;
using Send.Engine.Serialization;

namespace Send.Conformance.Cases;

/// <summary>An instance in the shape of the expected file.</summary>
internal static class InstanceDescription
{
    public static JsonObject Of(HostedInstance instance, IEnumerable<WorkflowExecutionLogEntry> entries, Func<string, string?> refOf)
    {
        var state = instance.State;
        var runs = Runs(instance);
        var result = new JsonObject
        {
            ["definitionId"] = state.DefinitionId,
            ["definitionVersion"] = state.DefinitionVersion,
        };
        Add(result, "parent", state.ParentWorkflowInstanceId is { } parent ? refOf(parent) : null);
        result["status"] = state.Status.ToString();
        result["subStatus"] = state.SubStatus.ToString();
        Add(result, "correlationId", state.CorrelationId);
        Add(result, "name", state.Name);
        result["journal"] = new JsonArray(entries.Select(entry => Entry(entry, runs)).ToArray<JsonNode?>());
        result["bookmarks"] = new JsonArray(state.Bookmarks.Select(Bookmark).ToArray<JsonNode?>());
        if (instance.Bookmarks.Count != state.Bookmarks.Count)
        {
            result["bookmarkStoreCount"] = instance.Bookmarks.Count;
        }

        result["variables"] = Map(VariableValues.Of(instance.Workflow, state));
        result["output"] = Map(state.Output);
        result["incidents"] = new JsonArray(state.Incidents.Select(Incident).ToArray<JsonNode?>());
        return result;
    }

    public static JsonArray Executions(HostedInstance instance)
    {
        var runs = Runs(instance);
        return new JsonArray(instance.Executions.Select(record => Execution(record, runs)).ToArray<JsonNode?>());
    }

    private static Dictionary<string, int> Runs(HostedInstance instance)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return instance.Executions.ToDictionary(
            record => record.Id, record => counts[record.ActivityId] = counts.GetValueOrDefault(record.ActivityId) + 1, StringComparer.Ordinal);
    }

    private static JsonObject Entry(WorkflowExecutionLogEntry entry, Dictionary<string, int> runs)
    {
        var result = new JsonObject { ["activityId"] = entry.ActivityId };
        AddRun(result, entry.ActivityInstanceId, runs);
        result["type"] = entry.ActivityType;
        result["event"] = entry.EventName;
        AddOutcomes(result, entry.Payload);
        Add(result, "message", entry.Message);
        return result;
    }

    private static JsonObject Bookmark(Bookmark bookmark)
    {
        var result = new JsonObject { ["activityId"] = bookmark.ActivityId, ["name"] = bookmark.Name };
        if (bookmark.Payload is not null)
        {
            result["payload"] = Json(bookmark.Payload);
        }

        result["autoBurn"] = bookmark.AutoBurn;
        return result;
    }

    private static JsonObject Incident(ActivityIncident incident)
    {
        var result = new JsonObject { ["activityId"] = incident.ActivityId, ["type"] = incident.ActivityType, ["message"] = incident.Message };
        Add(result, "exceptionType", incident.Exception?.Type);
        return result;
    }

    private static JsonObject Execution(ActivityExecutionRecord record, Dictionary<string, int> runs)
    {
        var result = new JsonObject { ["activityId"] = record.ActivityId };
        AddRun(result, record.Id, runs);
        result["status"] = record.Status.ToString();
        AddOutcomes(result, record.Payload);
        if (record.Outputs is not null)
        {
            result["outputs"] = Map(record.Outputs);
        }

        if (record.HasBookmarks)
        {
            result["hasBookmarks"] = true;
        }

        if (record.AggregateFaultCount > 0)
        {
            result["faultCount"] = record.AggregateFaultCount;
        }

        Add(result, "exception", record.Exception?.Message);
        return result;
    }

    private static void AddRun(JsonObject result, string executionId, Dictionary<string, int> runs)
    {
        if (runs.TryGetValue(executionId, out var run) && run > 1)
        {
            result["run"] = run;
        }
    }

    private static void AddOutcomes(JsonObject result, object? payload)
    {
        if (PlainJson.ToPlain(payload) is IDictionary<string, object?> map && (map.TryGetValue("Outcomes", out var outcomes) || map.TryGetValue("outcomes", out outcomes)))
        {
            result["outcomes"] = Json(outcomes);
        }
    }

    private static void Add(JsonObject result, string key, string? value)
    {
        if (value is not null)
        {
            result[key] = value;
        }
    }

    private static JsonObject Map(IEnumerable<KeyValuePair<string, object?>> values)
        => new(values.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value))));

    private static JsonNode? Json(object? value) => value is null ? null : JsonNode.Parse(PlainJson.Serialize(value));
}
