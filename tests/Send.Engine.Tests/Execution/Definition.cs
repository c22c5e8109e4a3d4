using System.Text.Json.Nodes;

namespace Send.Engine.Tests.Execution;

/// <summary>Writes definitions in Elsa's JSON.</summary>
internal static class Definition
{
    public const string Stored = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    public static JsonObject Of(string id, JsonObject? root, params JsonObject[] variables) => new()
    {
        ["definitionId"] = id,
        ["name"] = id,
        ["version"] = 1,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["variables"] = new JsonArray([.. variables]),
        ["options"] = new JsonObject(),
        ["root"] = root,
    };

    public static JsonObject Variable(string name, string type = "Object", string? value = null, bool isStored = true) => new()
    {
        ["id"] = "v" + name,
        ["name"] = name,
        ["typeName"] = type,
        ["value"] = value,
        ["storageDriverTypeName"] = isStored ? Stored : null,
    };

    public static JsonObject Activity(string id, string type, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1, ["customProperties"] = new JsonObject(), ["metadata"] = new JsonObject() };
        foreach (var (name, value) in properties)
        {
            activity[name] = value;
        }

        return activity;
    }

    public static JsonObject Literal(JsonNode? value, string type = "String") =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    public static JsonObject Script(string source, string type = "Object") =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = source } };

    public static JsonObject To(string variable) =>
        new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v" + variable } };

    public static JsonObject Line(string id, string? script = null) =>
        Activity(id, "Elsa.WriteLine", ("text", script is null ? Literal(id) : Script(script)));

    public static JsonObject Ask(string id, string? result = null) =>
        Activity(id, "Elsa.RunTask", ("taskName", Literal(id)), ("result", result is null ? null : To(result)));

    public static JsonObject Set(string id, string variable, string script) =>
        Activity(id, "Elsa.SetVariable", ("variable", Variable(variable)), ("value", Script(script)));

    public static JsonObject Sequence(string id, params JsonObject[] activities) =>
        Activity(id, "Elsa.Sequence", ("activities", new JsonArray([.. activities])));

    public static JsonObject Fork(string id, params string[] branches) =>
        Activity(id, "Elsa.FlowFork", ("branches", Script("[" + string.Join(',', branches.Select(branch => $"\"{branch}\"")) + "]")));

    /// <summary>A flowchart; connections are written <c>a:Done->b</c>, the outcome Done may be left out.</summary>
    public static JsonObject Flow(string id, JsonObject[] activities, params string[] connections) => Activity(
        id, "Elsa.Flowchart", ("activities", new JsonArray([.. activities])), ("connections", new JsonArray([.. connections.Select(Connection)])));

    private static JsonObject Connection(string text)
    {
        var ends = text.Split("->");
        var source = ends[0].Split(':');
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
        };
    }
}
