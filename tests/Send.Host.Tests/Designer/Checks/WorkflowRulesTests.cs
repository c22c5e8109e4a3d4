using System.Text.RegularExpressions;
using Send.Host.Designer.Checks;
using static Send.Host.Tests.Designer.Checks.CheckBench;

namespace Send.Host.Tests.Designer.Checks;

/// <summary>What the check says about workflows that run each other, and about those that we ship.</summary>
public sealed partial class WorkflowRulesTests
{
    private static readonly string Runs = Single(Activity("Elsa.ExecuteWorkflow", "call", Input("workflowDefinitionId", "Literal", "other")), "call");

    [Fact]
    public void Check_WorkflowThatIsNotThere_IsAnError() => Assert.Equal(["workflow.missing call workflowDefinitionId"], Check(Runs));

    [Fact]
    public void Check_WorkflowThatIsNotPublished_IsAWarning()
    {
        Assert.Equal(["workflow.unpublished call workflowDefinitionId"], Check(Runs, new ShelvedWorkflow("other", "Other", IsPublished: false, [])));
        Assert.Empty(Check(Runs, new ShelvedWorkflow("other", "Other", IsPublished: true, [])));
    }

    [Fact]
    public void Check_WorkflowsThatRunEachOther_NamesTheWay()
    {
        var found = Assert.Single(Find(Runs, new ShelvedWorkflow("mine", "Mine", true, ["other"]), new("other", "Other", true, ["third"]), new("third", "Third", true, ["mine"])));

        Assert.Equal(("workflow.cycle", FindingSeverity.Warning), (found.Code, found.Severity));
        Assert.Equal("Mine → Other → Third → Mine", found.Values[0]);
    }

    [Fact]
    public void Check_WorkflowAsActivityOfItself_IsAnError()
    {
        var part = Single(Activity("Other", "part", "\"workflowDefinitionId\": \"other\""), "part");

        Assert.Equal(["workflow.containsItself part workflowDefinitionId"], Check(part, new ShelvedWorkflow("other", "Other", true, ["mine"])));
        Assert.Equal(["workflow.missing part workflowDefinitionId"], Check(part));
    }

    [Theory]
    [InlineData("initial-vocational-training")]
    [InlineData("logistics")]
    public void Check_ShippedWorkflow_FindsNothing(string id)
    {
        var json = File.ReadAllText(TestKit.Hosting.Repository.Combine("workflows", id + ".json"));

        Assert.Empty(Check(json, new ShelvedWorkflow("logistics", "Logistics", true, [])));
    }

    [Fact]
    public void Rules_EveryCode_HasItsTextAndNoTextIsLeft()
    {
        var codes = CodesOfRules().ToList();

        Assert.True(codes.Count > 30, "The rules were not found.");
        Assert.All(codes, code => Assert.Contains("finding." + code, Localization.Texts.Entries));
        var texts = Localization.Texts.Entries.Keys.Where(key => key.StartsWith("finding.", StringComparison.Ordinal)).Select(key => key["finding.".Length..]);
        Assert.Empty(texts.Except(codes));
    }

    private static IEnumerable<string> CodesOfRules() =>
        Directory.EnumerateFiles(TestKit.Hosting.Repository.Combine("src", "Send.Host", "Designer", "Checks"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Code().Matches(File.ReadAllText(file))).Select(match => match.Groups["code"].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("\"(?<code>(definition|flowchart|activity|connection|outcome|join|task|case|mail|document|input|variable|expression|script|workflow)\\.[a-zA-Z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
