using System.Text.Json.Nodes;
using Send.TestKit.Hosting;

namespace Send.Activities.Tests.Workflows;

/// <summary>The workflow files of the repository, and the flowcharts in them.</summary>
internal static class ShippedWorkflows
{
    public static IEnumerable<string> Files => Directory.GetFiles(Repository.Combine("workflows"), "*.json").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    public static JsonObject Read(string file) => JsonNode.Parse(Text(file))!.AsObject();

    public static string Text(string file) => File.ReadAllText(Repository.Combine("workflows", file));

    /// <summary>Every flowchart of the file, the root first.</summary>
    public static IEnumerable<JsonObject> Flowcharts(JsonObject container)
    {
        if ((string?)container["type"] == "Elsa.Flowchart")
        {
            yield return container;
        }

        foreach (var inner in (container["activities"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(Flowcharts))
        {
            yield return inner;
        }
    }

    public static IEnumerable<JsonObject> Activities(JsonObject flowchart) => flowchart["activities"]!.AsArray().OfType<JsonObject>();

    public static IEnumerable<(string Source, string Port, string Target)> Connections(JsonObject flowchart) => flowchart["connections"]!.AsArray().OfType<JsonObject>()
        .Select(row => ((string)row["source"]!["activity"]!, (string)row["source"]!["port"]!, (string)row["target"]!["activity"]!));
}
