using Send.Engine.Expressions;
using static Send.Engine.Tests.Execution.Definition;

namespace Send.Engine.Tests.Execution;

/// <summary>A script as an activity: what it returns is the result, what it chooses is where the flowchart goes on.</summary>
public sealed class RunJavaScriptTests
{
    [Fact]
    public async Task Script_ThatChoosesOutcomes_LeadsThere()
    {
        await using var bed = new EngineTestBed();
        await bed.RunAsync(Flow(
            "flow",
            [Run("js", "setOutcomes(['A', 'C']); 40 + 2"), Line("a", "'a' + getR()"), Line("b", "'b'"), Line("c", "'c'")],
            "js:A->a", "js:B->b", "js:C->c"), Variable("R"));

        Assert.Equal("a42 c", string.Join(' ', bed.Lines().Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("1 + 1")]
    [InlineData("")]
    public async Task Script_ThatChoosesNothing_IsDone(string script)
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Flow("flow", [Run("js", script), Line("d", "'done'")], "js->d"), Variable("R"));

        Assert.Equal(("done", WorkflowSubStatus.Finished), (bed.Lines(), instance.State.SubStatus));
    }

    [Fact]
    public async Task SetOutcome_OutsideOfTheActivity_IsUnknown()
    {
        var bed = new Expressions.ExpressionTestBed();
        Assert.Equal(ExpressionErrorKind.Runtime, await bed.ErrorOfScriptAsync("setOutcome('A')"));
    }

    private static System.Text.Json.Nodes.JsonObject Run(string id, string script) =>
        Activity(id, "Elsa.RunJavaScript", ("script", Literal(script)), ("result", To("R")));
}
