namespace Send.Host.Designer.Checks.Rules;

/// <summary>Outcomes that a task offers are those of its form: others could be chosen by nobody.</summary>
internal sealed class TaskOutcomesRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope) =>
        from activity in scope.Activities
        where activity.Type == "Send.HumanTask"
        let form = scope.Forms.Find(activity.Input("form").Literal ?? "")
        where form is not null
        from outcome in activity.Input("outcomes").Values
        where form.Outcomes.All(one => one.Name != outcome)
        select RuleFinding.Error("task.noSuchOutcome", activity, "outcomes", outcome, OutcomeWords.Of(form.Outcomes.Select(one => one.Name)));
}
