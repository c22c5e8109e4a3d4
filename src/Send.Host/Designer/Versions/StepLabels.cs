using Send.Engine.Definitions;

namespace Send.Host.Designer.Versions;

/// <summary>What people see on the boxes of some versions of a workflow; the first version that has the step counts.</summary>
internal sealed class StepLabels(IReadOnlyList<CompiledWorkflow?> versions)
{
    /// <summary>The display text of a step; null for one without.</summary>
    public string? Of(string idOrName) => versions.OfType<CompiledWorkflow>().Select(version => version.FindNodeByActivityIdOrName(idOrName))
        .Select(node => node?.Activity.Metadata.TryGetValue("displayText", out var text) == true ? text as string : null).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
