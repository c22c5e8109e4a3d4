using Send.Host.Designer.Checks;
using static Send.Host.Tests.Designer.Checks.CheckBench;

namespace Send.Host.Tests.Designer.Checks;

/// <summary>What the check says about what stands in activities.</summary>
public sealed class InputRulesTests
{
    private const string Variables = """ "variables": [{ "id": "v1", "name": "Country", "typeName": "String" }], "inputs": [{ "name": "caseId", "type": "String" }],""";

    [Theory]
    [InlineData("Send.HumanTask", "form", "role")]
    [InlineData("Send.SendMail", "template", null)]
    [InlineData("Send.GenerateDocument", "kind", null)]
    [InlineData("Send.WaitForCaseEvent", "eventName", null)]
    [InlineData("Send.SetDeadline", "code", null)]
    [InlineData("Send.ReplanCase", "section", null)]
    [InlineData("Send.ReadCase", "path", null)]
    [InlineData("Elsa.ExecuteWorkflow", "workflowDefinitionId", null)]
    [InlineData("Elsa.DispatchWorkflow", "workflowDefinitionId", null)]
    public void Check_InputThatIsNeeded_IsMissing(string type, string input, string? defaulted)
    {
        var found = Check(Single(Activity(type, "one"), "one"));

        Assert.Contains($"input.empty one {input}", found);
        Assert.Equal(defaulted is null ? 1 : 2, found.Count);
        Assert.DoesNotContain(Check(Single(Activity(type, "one", Input(input, "JavaScript", "\"x\"")), "one")), line => line.StartsWith("input.empty", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Send.SetDeadline", "code", "insurance", "anchor")]
    [InlineData("Send.SendMail", "template", "welcome", "to")]
    public void Check_ChoiceTakenAway_IsAnError(string type, string needed, string value, string choice)
    {
        Assert.Equal([$"input.empty one {choice}"], Check(Single(Activity(type, "one", $"{Input(needed, "Literal", value)}, {Input(choice, "Literal", "")}"), "one")));
        Assert.Empty(Check(Single(Activity(type, "one", Input(needed, "Literal", value)), "one")));
    }

    [Theory]
    [InlineData("Send.HumanTask", "form", "no-such-form", "task.noSuchForm")]
    [InlineData("Send.HumanTask", "stage", "Nowhere", "case.noSuchStage")]
    [InlineData("Send.SendMail", "template", "no-such-mail", "mail.noSuchTemplate")]
    [InlineData("Send.GenerateDocument", "kind", "no-such-paper", "document.noSuchKind")]
    [InlineData("Send.WaitForCaseEvent", "eventName", "no-such-event", "case.noSuchEvent")]
    [InlineData("Send.HumanTask", "role", "Cook", "input.noSuchChoice")]
    [InlineData("Send.SetDeadline", "anchor", "Birthday", "input.noSuchChoice")]
    [InlineData("Send.SendMail", "to", "Everybody", "input.noSuchChoice")]
    public void Check_NameOfSomethingThatIsNotThere_IsAnError(string type, string input, string value, string code)
    {
        var found = Find(Single(Activity(type, "one", Input(input, "Literal", value)), "one"));

        Assert.Contains(found, one => one.Code == code && one.Input == input && one.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void Check_TaskWithoutRole_IsFound()
    {
        var form = Input("form", "Literal", "incident");

        Assert.Equal(["task.defaultRole one role"], Check(Single(Activity("Send.HumanTask", "one", form), "one")));
        Assert.Equal(["task.noRole one role"], Check(Single(Activity("Send.HumanTask", "one", $"{form}, {Input("role", "Literal", "")}"), "one")));
        Assert.Empty(Check(Single(Activity("Send.ArrangeTravel", "one"), "one")));
        Assert.Equal(["task.noRole one role"], Check(Single(Activity("Send.ArrangeTravel", "one", Input("role", "Literal", "")), "one")));
    }

    [Fact]
    public void Check_OutcomeThatTheFormLacks_IsAnError() =>
        Assert.Equal(["task.noSuchOutcome one outcomes"], Check(Single(Task("one", "eligibility-check", Input("outcomes", "Object", "[\"Eligible\", \"Perhaps\"]")), "one")));

    [Fact]
    public void Check_ScriptWithAMistake_NamesThePlace()
    {
        var found = Assert.Single(Find(Single(Activity("Elsa.WriteLine", "one", Input("text", "JavaScript", "1 +\n  ) 2")), "one")));

        Assert.Equal(("expression.brokenAt", "text", FindingSeverity.Error), (found.Code, found.Input, found.Severity));
        Assert.Equal(2, found.Values[1]);
    }

    [Theory]
    [InlineData("Liquid", "{% if %}", "expression.brokenAt one text")]
    [InlineData("Python", "1", "expression.broken one text")]
    [InlineData("Liquid", "{{ Variables.Land }}", "script.noSuchVariable one text")]
    [InlineData("JavaScript", "getVariable('Land')", "script.noSuchVariable one text")]
    [InlineData("JavaScript", "variables.Land", "script.noSuchVariable one text")]
    [InlineData("JavaScript", "getInput('other')", "script.noSuchInput one text")]
    [InlineData("JavaScript", "getOutputFrom('nobody', 'Result')", "script.noSuchActivity one text")]
    public void Check_ExpressionThatCannotWork_IsFound(string language, string source, string finding) =>
        Assert.Equal([finding], Check(Single(Activity("Elsa.WriteLine", "one", Input("text", language, source)), "one", Variables)));

    [Theory]
    [InlineData("Liquid", "{{ Variables.Country }} {{ Input.caseId }}")]
    [InlineData("JavaScript", "getVariable('Country') + variables.Country + getInput('caseId') + getOutputFrom('one')")]
    [InlineData("JavaScript", "setVariable('Fresh', 1); getVariable('Fresh')")]
    [InlineData("Literal", "")]
    public void Check_ExpressionThatWorks_IsPassed(string language, string source) =>
        Assert.Empty(Check(Single(Activity("Elsa.WriteLine", "one", Input("text", language, source)), "one", Variables)));

    [Fact]
    public void Check_ConstantOfAnotherKind_IsAWarning() =>
        Assert.Equal(["expression.converts one dueOffset"], Check(Single(Task("one", more: Input("dueOffset", "Literal", "soon")), "one")));

    [Theory]
    [InlineData("Variable", """{ "id": "v2", "name": "Land" }""", "variable.missing one text")]
    [InlineData("Input", "\"other\"", "input.missing one text")]
    public void Check_ReferenceToNothing_IsAnError(string language, string value, string finding)
    {
        var input = $$""" "text": { "typeName": "String", "expression": { "type": "{{language}}", "value": {{value}} } }""";

        Assert.Equal([finding], Check(Single(Activity("Elsa.WriteLine", "one", input), "one", Variables)));
    }

    [Fact]
    public void Check_SetVariableAndOutputs_NeedTheirVariables()
    {
        string Set(string id) => Activity("Elsa.SetVariable", "one", $$""" "variable": { "id": "{{id}}", "name": "X", "typeName": "String" }, {{Input("value", "Literal", "x")}}""");
        string Keep(string id) => Task("one", more: $$""" "data": { "typeName": "Object", "memoryReference": { "id": "{{id}}" } }""");

        Assert.Empty(Check(Single(Set("v1"), "one", Variables)));
        Assert.Equal(["variable.missing one variable"], Check(Single(Set("v2"), "one", Variables)));
        Assert.Empty(Check(Single(Keep("v1"), "one", Variables)));
        Assert.Equal(["variable.missing one data"], Check(Single(Keep("v2"), "one", Variables)));
    }

    [Theory]
    [InlineData("""{ "id": "a", "name": "A", "typeName": "String" }, { "id": "b", "name": "a", "typeName": "String" }""", "variable.duplicate")]
    [InlineData("""{ "id": "a", "name": "A", "typeName": "My.Secret.Type" }""", "variable.unknownType")]
    [InlineData("""{ "id": "a", "name": " ", "typeName": "String" }""", "variable.unnamed")]
    public void Check_VariablesThatCannotWork_AreErrors(string variables, string finding) =>
        Assert.Equal([finding], Check(Single(Activity("Elsa.End", "end"), "end", $"\"variables\": [{variables}],")));
}
