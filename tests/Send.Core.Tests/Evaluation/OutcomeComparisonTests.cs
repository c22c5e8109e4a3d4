using System.Text.Json.Nodes;
using Send.Core.Evaluation;

namespace Send.Core.Tests.Evaluation;

public sealed class OutcomeComparisonTests
{
    private static readonly JsonObject Agreement = JsonNode.Parse("""{"outcomes":[{"outcome":"Doughs","unit":"P1","points":3,"target":3},{"outcome":"Creams","unit":"P2"},{"outcome":"Counter"}]}""")!.AsObject();

    [Fact]
    public void Of_AssessedByTextOrUnit_FindsTheAgreedOutcome()
    {
        var assessment = JsonNode.Parse("""{"outcomes":[{"outcome":"Creams and fillings","unit":"P2","level":2,"achieved":"partly"},{"outcome":"Doughs","level":4,"achieved":"yes"},{"outcome":"Chocolate","level":1,"achieved":"yes"}]}""")!.AsObject();

        var compared = OutcomeComparison.Of(Agreement, assessment);

        Assert.Equal(["Doughs yes 4", "Creams partly 2", "Counter no ", "Chocolate yes 1"], compared.Select(c => $"{c.Outcome} {c.Achieved} {c.Level}"));
        Assert.Equal("partly", OutcomeComparison.Overall(compared));
    }

    [Theory]
    [InlineData("""{"outcomes":[{"outcome":"Doughs","achieved":"yes"},{"outcome":"Creams","achieved":"yes"},{"outcome":"Counter","achieved":"yes"}]}""", "achieved")]
    [InlineData("{}", "notAchieved")]
    public void Overall_AllOrNone_SaysSo(string assessment, string overall) =>
        Assert.Equal(overall, OutcomeComparison.Overall(OutcomeComparison.Of(Agreement, JsonNode.Parse(assessment)!.AsObject())));

    [Fact]
    public void Overall_NoOutcomes_IsUnknown() => Assert.Null(OutcomeComparison.Overall([]));
}
