using System.Globalization;
using Send.Core.Forms;
using Send.Engine;
using Send.Engine.Definitions;
using Send.Host.Designer.Checks.Outline;
using Send.Host.Localization;
using Send.Persistence;

namespace Send.Host.Designer.Checks;

/// <summary>Runs every rule and puts what they found into words.</summary>
internal sealed class DefinitionChecks(
    IEnumerable<IDefinitionRule> rules, IActivityRegistry registry, WorkflowCompiler compiler, FormCatalog forms, SendDbContext db) : IDefinitionCheck
{
    private const string Structure = "definition.structure";

    public async Task<IReadOnlyList<DefinitionFinding>> CheckAsync(WorkflowDefinition definition, string language, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var scope = new CheckScope(DefinitionOutline.Read(definition, registry), await WorkflowShelf.ReadAsync(db, registry, ct), forms);
        var found = rules.SelectMany(rule => rule.Check(scope)).ToList();
        if (!found.Exists(finding => finding.Severity == FindingSeverity.Error) && Broken(definition) is { } broken)
        {
            found.Add(RuleFinding.Error(Structure, activity: null, input: null, broken));
        }

        return [.. found.OrderBy(finding => finding.Severity).Select(finding => Say(finding, language))];
    }

    /// <summary>Why the engine cannot run it at all; the rules find the usual reasons, with better words.</summary>
    private string? Broken(WorkflowDefinition definition)
    {
        try
        {
            compiler.Compile(definition);
            return null;
        }
        catch (DefinitionException e)
        {
            return e.Message;
        }
    }

    private static DefinitionFinding Say(RuleFinding finding, string language)
    {
        var text = Texts.Entries["finding." + finding.Code].In(language);
        var message = string.Format(CultureInfo.InvariantCulture, text, [finding.Activity?.Label, .. finding.Values.Select(value => value is Choices choices ? choices.In(language) : value)]);
        return new(finding.Severity, finding.Code, message, finding.Activity?.Id, finding.Input);
    }
}
