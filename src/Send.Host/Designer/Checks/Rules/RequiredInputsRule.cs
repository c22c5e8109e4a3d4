using System.Collections.Frozen;
using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>Inputs without which an activity fails when it runs have a value.</summary>
internal sealed class RequiredInputsRule : IDefinitionRule
{
    private static readonly FrozenDictionary<string, string[]> Required = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Send.HumanTask"] = ["form"],
        ["Send.SendMail"] = ["template"],
        ["Send.GenerateDocument"] = ["kind"],
        ["Send.WaitForCaseEvent"] = ["eventName"],
        ["Send.SetDeadline"] = ["code"],
        ["Send.ReplanCase"] = ["section"],
        ["Send.ReadCase"] = ["path"],
        ["Send.WriteCase"] = ["section", "field"],
        ["Elsa.ExecuteWorkflow"] = [WorkflowReferences.Input],
        ["Elsa.DispatchWorkflow"] = [WorkflowReferences.Input],
        ["Elsa.BulkDispatchWorkflows"] = [WorkflowReferences.Input],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Where the type has a default that people see in the editor, only taking it away is wrong.
    private static readonly FrozenDictionary<string, string[]> NeverEmpty = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Send.SendMail"] = ["to"],
        ["Send.SetDeadline"] = ["anchor", "role"],
        ["Send.WaitUntilCaseDate"] = ["anchor"],
        ["Send.ChangeCaseStatus"] = ["status"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public IEnumerable<RuleFinding> Check(CheckScope scope) =>
        from activity in scope.Activities
        from name in Missing(activity)
        select RuleFinding.Error("input.empty", activity, name, activity.InputLabel(name));

    private static IEnumerable<string> Missing(OutlineActivity activity) =>
        Required.GetValueOrDefault(activity.Type, []).Where(name => activity.Input(name) is { IsComputed: false, Literal: null })
            .Concat(NeverEmpty.GetValueOrDefault(activity.Type, []).Where(name => activity.Input(name).IsEmpty));
}
