namespace Send.Host.Designer.Checks.Rules;

/// <summary>Workflows that the definition runs are there and published.</summary>
internal sealed class RunWorkflowsRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope)
    {
        foreach (var reference in WorkflowReferences.Of(scope.Outline))
        {
            if (reference.DefinitionId == scope.Outline.Definition.DefinitionId)
            {
                continue;
            }

            if (scope.Workflows.Find(reference.DefinitionId) is not { } other)
            {
                yield return RuleFinding.Error("workflow.missing", reference.Activity, WorkflowReferences.Input, reference.DefinitionId);
            }
            else if (!other.IsPublished)
            {
                yield return RuleFinding.Warning("workflow.unpublished", reference.Activity, WorkflowReferences.Input, other.Name ?? other.DefinitionId);
            }
        }
    }
}
