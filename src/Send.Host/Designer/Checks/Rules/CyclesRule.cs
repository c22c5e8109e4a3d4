namespace Send.Host.Designer.Checks.Rules;

/// <summary>No workflow comes back to itself through those that it runs. As a part of itself it cannot be built; run as an instance of its own it may never end.</summary>
internal sealed class CyclesRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope)
    {
        var self = scope.Outline.Definition.DefinitionId;
        foreach (var reference in WorkflowReferences.Of(scope.Outline))
        {
            if (Way(scope.Workflows, reference.DefinitionId, self) is { } way)
            {
                var words = string.Join(" → ", way.Prepend(self).Select(id => scope.Workflows.Find(id)?.Name ?? id));
                yield return reference.IsPart
                    ? RuleFinding.Error("workflow.containsItself", reference.Activity, WorkflowReferences.Input, words)
                    : RuleFinding.Warning("workflow.cycle", reference.Activity, WorkflowReferences.Input, words);
            }
        }
    }

    /// <summary>Ids on the shortest way from one definition to another; null when there is none.</summary>
    private static List<string>? Way(WorkflowShelf shelf, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Queue<List<string>>([[from]]);
        while (open.TryDequeue(out var way))
        {
            if (way[^1] == to)
            {
                return way;
            }

            foreach (var next in (shelf.Find(way[^1])?.Runs ?? []).Where(seen.Add))
            {
                open.Enqueue([.. way, next]);
            }
        }

        return null;
    }
}
