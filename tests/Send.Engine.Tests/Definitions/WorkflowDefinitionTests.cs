using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Engine.Definitions;
using Send.Engine.Expressions;
using Send.Engine.Registry;
using static Send.Engine.Tests.Execution.Definition;

namespace Send.Engine.Tests.Definitions;

public sealed class WorkflowDefinitionTests
{
    [Fact]
    public void LoadAndSave_WithUnknownFields_ChangesNothing()
    {
        var document = Of("d", Sequence("s", Line("a")), Variable("X", "Int32", "1"));
        document["$schema"] = "https://example.test/schema.json";
        document["futureField"] = new JsonObject { ["deep"] = new JsonArray(1, 2.50, "x", null) };
        document["root"]!["metadata"]!["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = -3.5, ["y"] = 0 } };
        document["root"]!["activities"]![0]!["unheardOf"] = new JsonObject { ["typeName"] = "Foo" };

        var saved = WorkflowDefinition.Parse(document.ToJsonString()).ToJson();

        Assert.True(JsonNode.DeepEquals(document, JsonNode.Parse(saved)));
        Assert.Equal(document.Select(field => field.Key), JsonNode.Parse(saved)!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public void With_ReplacesNamedFieldsOnly()
    {
        var definition = WorkflowDefinition.Parse(Of("d", Sequence("s")).ToJsonString());
        var published = definition.With(("version", 7), ("isPublished", true), ("description", null));

        Assert.Equal(7, published.Version);
        Assert.Equal("d:7", published.Id);
        Assert.Equal(1, definition.Version);
        Assert.Equal("d", published.Name);
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("""{"name":"x"}""", "$.definitionId: is missing")]
    [InlineData("""{"definitionId":"d","version":"one"}""", "$.version: must be a whole number")]
    [InlineData("""{"definitionId":"d","variables":{}}""", "$.variables: must be a list")]
    [InlineData("""{"definitionId":"d","variables":["x"]}""", "$.variables[0]: must be an object")]
    [InlineData("""{"definitionId":"d","inputs":[{"type":"String"}]}""", "$.inputs[0].name: is missing")]
    [InlineData("""{"definitionId":"d","options":{"usableAsActivity":"yes"}}""", "$.options.usableAsActivity: must be true or false")]
    public void Parse_OfABadDocument_NamesFilePlaceAndWhatIsRight(string json, string expected)
    {
        var exception = Assert.Throws<DefinitionException>(() => WorkflowDefinition.Parse(json, "workflows/x.json"));

        Assert.StartsWith("workflows/x.json: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_WithDuplicateIds_NamesBothPlaces() => AssertWrong(
        Sequence("s", Line("a"), Sequence("inner", Line("a"))), "$.root.activities[1].activities[0].id", "already the id of $.root.activities[0]");

    [Fact]
    public void Compile_WithoutAnActivityId_NamesThePlace()
    {
        var nameless = Line("a");
        nameless.Remove("id");
        AssertWrong(Sequence("s", nameless), "$.root.activities[0].id", "is missing");
    }

    [Fact]
    public void Compile_WithAConnectionToNowhere_NamesTheConnectionAndTheId() => AssertWrong(
        Flow("f", [Line("a")], "a->ghost"), "$.root.connections[0].target.activity", "'ghost', which is not the id of one of the flowchart's activities");

    [Fact]
    public void Compile_WithActivitiesThatAreNoList_NamesThePlace() => AssertWrong(
        Activity("s", "Elsa.Sequence", ("activities", "none")), "$.root.activities", "must be a list");

    [Fact]
    public void Compile_OfAWorkflowThatContainsItself_IsRefused()
    {
        var document = Of("loop", Sequence("s", Activity("x", "Loop")));
        document["options"] = new JsonObject { ["usableAsActivity"] = true };
        var definition = WorkflowDefinition.Parse(document.ToJsonString());
        var types = new WellKnownTypes();
        var registry = ActivityRegistry.FromAssemblies().With(WorkflowActivities.Describe([definition], types));

        var exception = Assert.Throws<DefinitionException>(() => new WorkflowCompiler(registry, types).Compile(definition));
        Assert.Contains("would contain itself", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfThirtyNestedSequences_IsRefusedAsInElsa()
    {
        var innermost = Sequence("s0");
        for (var depth = 1; depth < 32; depth++)
        {
            innermost = Sequence($"s{depth}", innermost);
        }

        var json = Of("deep", innermost).ToJsonString(new JsonSerializerOptions { MaxDepth = 256 });
        Assert.Throws<DefinitionException>(() => WorkflowDefinition.Parse(json));
    }

    private static void AssertWrong(JsonObject root, string path, string problem)
    {
        var definition = WorkflowDefinition.Parse(Of("d", root).ToJsonString(), "d.json");
        var exception = Assert.Throws<DefinitionException>(() => new WorkflowCompiler(ActivityRegistry.FromAssemblies(), new WellKnownTypes()).Compile(definition));
        Assert.Equal(path, exception.Path);
        Assert.Contains(problem, exception.Problem, StringComparison.Ordinal);
    }
}
