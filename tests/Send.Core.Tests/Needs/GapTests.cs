using System.Text.Json.Nodes;
using Send.Core.Needs;

namespace Send.Core.Tests.Needs;

public sealed class GapTests
{
    [Fact]
    public void Of_Competences_OrdersByLevelsTimesImportance()
    {
        var needs = JsonNode.Parse("""{"competences":[{"name":"A","current":1,"target":3,"importance":1},{"name":"B","current":0,"target":2,"importance":3},{"name":"C","current":3,"target":3,"importance":3}]}""")!.AsObject();

        Assert.Equal(["B 6", "A 2"], CompetenceGap.Of(needs).Select(gap => $"{gap.Name} {gap.Weight}"));
    }

    [Theory]
    [InlineData("A2", "B1", 1, 120)]
    [InlineData("A1", "B2", 3, 400)]
    [InlineData(null, "A2", 2, 180)]
    [InlineData("C1", "B1", 0, 0)]
    public void LanguageGap_Levels_CountsStepsAndGuideHours(string? now, string target, int levels, int hours) =>
        Assert.Equal(new LanguageGap(levels, hours), LanguageGap.Of(now, target, Shipped.Reference.Cefr));
}
