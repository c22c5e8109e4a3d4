using System.Text.Json.Nodes;
using Send.Conformance.Comparing;
using Send.Engine.Definitions;

namespace Send.Conformance.Cases;

/// <summary>Loading and saving a definition must change nothing that it says.</summary>
internal static class RoundTrip
{
    public static IReadOnlyList<Difference> Compare(CaseFolder folder, string file)
    {
        var text = folder.ReadDefinition(file);
        try
        {
            return JsonComparison.Compare(JsonNode.Parse(text), JsonNode.Parse(WorkflowDefinition.Parse(text, file).ToJson()), $"saved {file}");
        }
        catch (DefinitionException)
        {
            return []; // a definition that cannot be read is judged by the expected result of publishing it
        }
    }
}
