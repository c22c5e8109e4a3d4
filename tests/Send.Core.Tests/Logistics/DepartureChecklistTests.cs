using System.Text.Json.Nodes;
using Send.Core.Forms;
using Send.Core.Logistics;

namespace Send.Core.Tests.Logistics;

public sealed class DepartureChecklistTests
{
    private static readonly JsonObject Complete = Shipped.Forms.SampleContext.Root["facts"]!.AsObject();

    [Fact]
    public void Of_EverythingThere_IsClear() => Assert.True(DepartureChecklist.IsClear(Of(Complete)), string.Join(", ", Of(Complete).Where(i => i.State == CheckState.Fail).Select(i => i.Id)));

    [Fact]
    public void Of_NothingThere_StopsAtEveryGate() =>
        Assert.Equal(["agreement", "insurance", "visa", "travel", "lodging", "mentor", "training", "consent"], Of([]).Where(item => item.State == CheckState.Fail).Select(item => item.Id));

    [Theory]
    [InlineData("signatures", "agreement")]
    [InlineData("insurance", "insurance")]
    [InlineData("entry", "visa")]
    [InlineData("travel", "travel")]
    [InlineData("accommodation", "lodging")]
    [InlineData("placement", "mentor")]
    [InlineData("preparation", "training")]
    public void Of_SectionMissing_FailsItsLine(string section, string line)
    {
        var facts = Complete.DeepClone().AsObject();
        facts.Remove(section);

        Assert.Equal(CheckState.Fail, Of(facts).Single(item => item.Id == line).State);
        Assert.False(DepartureChecklist.IsClear(Of(facts)));
    }

    [Fact]
    public void Of_VisaThatEndsBeforeTheReturn_Fails()
    {
        var facts = Complete.DeepClone().AsObject();
        facts["entry"]!["result"] = "visaC";
        facts["visa"]!["validTo"] = "2027-03-30";

        Assert.Equal(CheckState.Fail, Of(facts).Single(item => item.Id == "visa").State);
    }

    [Fact]
    public void Of_DocumentThatExpiresAbroad_Fails() =>
        Assert.Equal(CheckState.Fail, DepartureChecklist.Of(Question(Complete) with { DocumentExpiry = Shipped.Day("2027-03-30") }, Shipped.Reference).Single(item => item.Id == "document").State);

    private static IReadOnlyList<CheckItem> Of(JsonObject facts) => DepartureChecklist.Of(Question(facts), Shipped.Reference);

    private static DepartureQuestion Question(JsonObject facts) => new(facts, Shipped.Day("2027-03-01"), Shipped.Day("2027-03-31"), "ES", Minor: true, Shipped.Day("2031-05-14"));
}
