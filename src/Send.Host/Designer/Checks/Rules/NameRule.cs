namespace Send.Host.Designer.Checks.Rules;

/// <summary>The workflow has a name, and no other has the same.</summary>
internal sealed class NameRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope)
    {
        var definition = scope.Outline.Definition;
        if (string.IsNullOrWhiteSpace(definition.Name))
        {
            yield return RuleFinding.Error("definition.unnamed", activity: null, input: null);
        }
        else if (scope.Workflows.All.Any(other => other.DefinitionId != definition.DefinitionId && string.Equals(other.Name?.Trim(), definition.Name.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            yield return RuleFinding.Warning("definition.sameName", activity: null, input: null, definition.Name);
        }
    }
}
