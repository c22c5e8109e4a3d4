using Send.Core.Credits;
using Send.Core.Evaluation;
using Send.Core.Forms;

namespace Send.Core.Tests.Credits;

public sealed class RecognitionTests
{
    [Fact]
    public void Propose_Assessed_RecognisesOnlyWhatWasAchieved()
    {
        var decisions = Recognition.Propose([Outcome("Doughs", "yes", 3), Outcome("Creams", "partly", 2), Outcome("Counter", "no", 1)]);

        Assert.Equal(["recognised", "partly", "refused"], decisions.Select(d => d.Decision));
        Assert.Equal([3m, 0m, 0m], decisions.Select(d => d.Points));
        Assert.All(Recognition.Check(decisions, "ecvet", 6, 140), check => Assert.Equal(CheckState.Ok, check.State));
    }

    [Fact]
    public void Propose_AsFormData_PassesTheForm()
    {
        var form = Shipped.Forms.Get("credit-transfer");
        var data = FormExamples.Of(form, Shipped.Forms.SampleContext);
        data["decisions"] = new System.Text.Json.Nodes.JsonArray([.. Recognition.Propose([Outcome("Doughs for breakfast", "yes", 3), Outcome("Creams", "no", 2)]).Select(d => d.ToJson())]);

        Assert.Empty(FormValidator.Validate(form, data, "Done", Shipped.Forms.SampleContext, "en").Errors);
    }

    [Fact]
    public void Check_NotAchievedButRecognised_Fails() => Assert.Equal(CheckState.Fail, State("not-achieved", new OutcomeDecision("Doughs", null, "no", "recognised", 3, 3)));

    [Fact]
    public void Check_MorePointsThanAgreed_Fails() => Assert.Equal(CheckState.Fail, State("points", new OutcomeDecision("Doughs", null, "yes", "recognised", 3, 4)));

    [Fact]
    public void Check_MoreThanAYear_Warns() => Assert.Equal(CheckState.Warn, State("year", new OutcomeDecision("Doughs", null, "yes", "recognised", 61, 61)));

    [Theory]
    [InlineData(6, 160, CheckState.Ok)]
    [InlineData(6, 120, CheckState.Warn)]
    [InlineData(6, 200, CheckState.Warn)]
    public void Check_EctsAndHours_WarnsOutsideTwentyFiveToThirty(int points, int hours, CheckState state) =>
        Assert.Equal(state, Recognition.Check([new OutcomeDecision("Doughs", null, "yes", "recognised", points, points)], "ects", points, hours).Single(c => c.Id == "hours").State);

    [Fact]
    public void OfHours_ThreeHundredAndTwenty_ShowsBothBounds() => Assert.Equal((12.8m, 10.67m, 12.8m), CreditHours.OfHours(320));

    private static CheckState State(string id, OutcomeDecision decision) => Recognition.Check([decision], "ecvet", 100, null).Single(c => c.Id == id).State;

    private static ComparedOutcome Outcome(string text, string achieved, decimal points) => new(text, null, points, 3, achieved == "yes" ? 3 : 1, achieved);
}
