using Send.Engine.Definitions;
using Send.Engine.Expressions;
using Send.Engine.Expressions.JavaScript;
using Send.Engine.Registry;

namespace Send.Engine.Tests.Expressions;

/// <summary>What the editor of scripts is told is what scripts find.</summary>
public sealed class ScriptDeclarationsTests
{
    private const string Definition = """
        {
          "definitionId": "d",
          "variables": [{ "id": "v", "name": "order_no", "typeName": "Int32" }, { "id": "w", "name": "not an identifier", "typeName": "String" }, { "id": "l", "name": "Tags", "typeName": "String", "isArray": true }],
          "inputs": [{ "name": "Since", "type": "DateTimeOffset" }],
          "root": { "id": "s", "type": "Elsa.Sequence", "activities": [{ "id": "e", "name": "AskBoss", "type": "Elsa.Event" }, { "id": "x", "name": "Odd one", "type": "No.Such" }] }
        }
        """;

    private static readonly ActivityRegistry Registry = ActivityRegistry.FromAssemblies();

    [Fact]
    public void Functions_OfEveryScript_AreDeclared()
    {
        var text = Of(null);
        Assert.Equal("", string.Join(' ', ScriptFunctions.All.Keys.Append("setVariable").Where(name => !text.Contains($"declare function {name}(", StringComparison.Ordinal))));
        Assert.Equal("", string.Join(' ', ScriptGlobals.ClassNames.Keys.Where(name => !text.Contains($"declare class {name} {{", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("  order_no: number;")]
    [InlineData("  Tags: string[];")]
    [InlineData("declare function getOrderNo(): number;")]
    [InlineData("declare function setOrderNo(value: number): void;")]
    [InlineData("declare function getSince(): DateTimeOffset;")]
    [InlineData("declare function getResultFromAskBoss(): any;")]
    public void Names_OfTheWorkflow_AreDeclared(string line) => Assert.Contains(line + "\n", Of(null).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void Text_AsAWhole_IsBalancedAndHoldsNoClock()
    {
        var text = Of("Elsa.RunJavaScript");
        foreach (var (open, close) in new[] { ('{', '}'), ('(', ')'), ('[', ']') })
        {
            Assert.Equal(text.Count(letter => letter == open), text.Count(letter => letter == close));
        }

        Assert.DoesNotContain("UtcNow", text, StringComparison.Ordinal);
        Assert.DoesNotContain("not an identifier", text, StringComparison.Ordinal);
        Assert.All(text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("[;{}]$", line));
    }

    [Fact]
    public void Outcomes_AreForRunJavaScriptAlone()
    {
        Assert.Contains("declare function setOutcome(", Of("Elsa.RunJavaScript"), StringComparison.Ordinal);
        Assert.DoesNotContain("setOutcome", Of("Elsa.If"), StringComparison.Ordinal);
    }

    private static string Of(string? activityType) => ScriptDeclarations.Of(WorkflowDefinition.Parse(Definition), Registry, new WellKnownTypes(), activityType);
}
