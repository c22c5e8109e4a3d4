using Send.Host.Designer.Checks;
using static Send.Host.Tests.Designer.Checks.CheckBench;

namespace Send.Host.Tests.Designer.Checks;

/// <summary>What the check says about activities and the ways between them.</summary>
public sealed class FlowRulesTests
{
    private static readonly string Start = Activity("Elsa.Start", "start");
    private static readonly string Decision = Activity("Elsa.FlowDecision", "choice", Input("condition", "JavaScript", "true"));
    private static readonly string End = Activity("Elsa.End", "end");

    [Fact]
    public void Check_SoundFlow_FindsNothing() =>
        Assert.Empty(Check(Flow([Start, Decision, Task("work"), End], ["start:Done>choice", "choice:True>work", "choice:False>end", "work:Done>end"])));

    [Fact]
    public void Check_UnknownType_IsAnError() => Assert.Equal(["activity.unknown odd"], Check(Single(Activity("Old.Thing", "odd"), "odd")));

    [Fact]
    public void Check_TwoWithOneId_IsAnError() => Assert.Contains("activity.duplicate end", Check(Flow([Start, End, End], ["start:Done>end"])));

    [Fact]
    public void Check_NoName_IsAnError() => Assert.Contains("definition.unnamed", Check("""{ "definitionId": "mine", "root": { "id": "s", "type": "Elsa.Sequence" } }"""));

    [Fact]
    public void Check_NameOfAnother_IsAWarning()
    {
        var found = Find(Single(End, "end"), new ShelvedWorkflow("other", "mine ", true, []), new("mine", "Mine", true, []));

        Assert.Equal("definition.sameName", Assert.Single(found).Code);
        Assert.Equal(FindingSeverity.Warning, found[0].Severity);
    }

    [Fact]
    public void Check_NothingInIt_IsAnError()
    {
        Assert.Equal(["definition.empty"], Check(Flow([], [])));
        Assert.Equal(["definition.empty"], Check("""{ "definitionId": "mine", "name": "Mine" }"""));
    }

    [Fact]
    public void Check_EmptyFlowchartInside_IsAWarning() =>
        Assert.Equal(["flowchart.empty inner"], Check(Single(Activity("Elsa.Flowchart", "inner", "\"activities\": []"), "inner")));

    [Fact]
    public void Check_NoStartAndTwoBeginnings_NamesTheOneThatWouldBegin()
    {
        var found = Find(Flow([Task("first"), Task("second")], []));

        Assert.Equal(["flowchart.noStart", "activity.unreachable"], found.Select(one => one.Code));
        Assert.Equal("Human task", found[0].Values[0]);
    }

    [Fact]
    public void Check_NoStartAndOneBeginning_IsPlain() => Assert.Empty(Check(Flow([Task("first"), End], ["first:Done>end"])));

    [Fact]
    public void Check_NothingLeadsThere_IsAnError() => Assert.Equal(["activity.unreachable lost", "activity.unreachable after"], Check(Flow([Start, End, Task("lost"), Task("after")], ["start:Done>end", "lost:Done>after"])));

    [Fact]
    public void Check_TriggerThatStarts_IsReached() => Assert.Empty(Check(Flow(
        [Start, End, Activity("Elsa.Event", "ping", Input("eventName", "Literal", "ping") + ", \"customProperties\": { \"canStartWorkflow\": true }")],
        ["start:Done>end", "ping:Done>end"])));

    [Fact]
    public void Check_ActivitiesOfASequence_AreAllReached() =>
        Assert.Empty(Check(Definition(Activity("Elsa.Sequence", "main", $"\"activities\": [{Task("one")}, {Task("two")}]"))));

    [Fact]
    public void Check_ConnectionToNowhere_IsAnError() => Assert.Equal(["connection.dangling start", "activity.unreachable end"],
        Check(Flow([Start, End], ["start:Done>gone"])).OrderByDescending(line => line, StringComparer.Ordinal).ToArray());

    [Theory]
    [InlineData("choice:Done>end", "connection.noSuchOutcome choice")]
    [InlineData("choice:True>end", "outcome.unconnected choice")]
    public void Check_DecisionLeftByOnePort_IsFound(string connection, string finding) => Assert.Contains(finding, Check(Flow([Start, Decision, End], ["start:Done>choice", connection])));

    [Fact]
    public void Check_TaskWithTheOutcomesOfItsForm_NeedsThemAll()
    {
        var flow = Flow([Start, Task("check", "eligibility-check"), End], ["start:Done>check", "check:Eligible>end"]);

        Assert.Equal(["outcome.unconnected check"], Check(flow));
        Assert.Equal("NotEligible", Find(flow)[0].Values[0]);
        Assert.Equal(["connection.noSuchOutcome check"], Check(Flow([Start, Task("check", "eligibility-check"), End], ["start:Done>check", "check:Done>end", "check:Eligible>end", "check:NotEligible>end"])));
    }

    [Fact]
    public void Check_OutcomeThatEndsAnInnerFlowchart_IsPassed()
    {
        var inner = $$""" "activities": [{{Decision}}, {{End}}], "connections": [{ "source": { "activity": "choice", "port": "True" }, "target": { "activity": "end" } }]""";

        Assert.Empty(Check(Single(Activity("Elsa.Flowchart", "inner", inner), "inner")));
    }

    [Fact]
    public void Check_SwitchAndFork_HaveThePortsThatAreWrittenInThem()
    {
        var choose = Activity("Elsa.FlowSwitch", "choose", """ "cases": [{ "label": "Big", "condition": { "type": "JavaScript", "value": "true" } }, { "label": "Small", "condition": { "type": "JavaScript", "value": "false" } }]""");
        var fork = Activity("Elsa.FlowFork", "fork", Input("branches", "Object", "[\"Left\", \"Right\"]"));

        Assert.Equal(["outcome.unconnected choose"], Check(Flow([Start, choose, End], ["start:Done>choose", "choose:Big>end"])));
        Assert.Equal(["connection.noSuchOutcome choose"], Check(Flow([Start, choose, End], ["start:Done>choose", "choose:Big>end", "choose:Small>end", "choose:Huge>end"])));
        Assert.Equal(["outcome.unconnected fork"], Check(Flow([Start, fork, End], ["start:Done>fork", "fork:Left>end"])));
    }

    [Fact]
    public void Check_JoinOfWaysThatExcludeEachOther_IsAWarning()
    {
        var join = Activity("Elsa.FlowJoin", "join", Input("mode", "Literal", "WaitAll"));
        string[] connections = ["start:Done>choice", "choice:True>join", "choice:False>join"];

        Assert.Equal(["join.exclusiveBranches join"], Check(Flow([Start, Decision, join], connections)));
        Assert.Empty(Check(Flow([Start, Decision, join.Replace("WaitAll", "WaitAny", StringComparison.Ordinal)], connections)));
    }

    [Fact]
    public void Check_JoinThatWaitsForWhatNothingLeadsTo_IsAWarning() => Assert.Contains("join.unreachableBranch join", Check(Flow(
        [Start, Task("lost"), Activity("Elsa.FlowJoin", "join", Input("mode", "Literal", "WaitAll"))], ["start:Done>join", "lost:Done>join"])));
}
