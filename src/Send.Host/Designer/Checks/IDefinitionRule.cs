using Send.Core.Forms;
using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks;

/// <summary>One thing that can be wrong with a definition.</summary>
internal interface IDefinitionRule
{
    /// <summary>What it found, in the order of the activities.</summary>
    IEnumerable<RuleFinding> Check(CheckScope scope);
}

/// <summary>What rules look at.</summary>
/// <param name="Outline">The definition.</param>
/// <param name="Workflows">The other definitions that are stored.</param>
/// <param name="Forms">The forms of the office.</param>
internal sealed record CheckScope(DefinitionOutline Outline, WorkflowShelf Workflows, FormCatalog Forms)
{
    public IEnumerable<OutlineActivity> Activities => Outline.Activities;
}

/// <summary>A finding before it is put into words: the text `finding.{code}`, where `{0}` is the activity's label and `{1}` and so on are the values.</summary>
internal sealed record RuleFinding(FindingSeverity Severity, string Code, OutlineActivity? Activity, string? Input, params IReadOnlyList<object?> Values)
{
    public static RuleFinding Error(string code, OutlineActivity? activity, string? input, params IReadOnlyList<object?> values) => new(FindingSeverity.Error, code, activity, input, values);

    public static RuleFinding Warning(string code, OutlineActivity? activity, string? input, params IReadOnlyList<object?> values) => new(FindingSeverity.Warning, code, activity, input, values);
}
