using Send.Core.Results;
using Send.Core.Staff;
using Send.Host.Designer.Checks;
using Send.Host.Designer.Publishing;

namespace Send.Host.Designer.Api.Definitions;

/// <summary>What Studio shows a person when something about a definition is refused, in their language.</summary>
internal static class DefinitionWords
{
    public static IReadOnlyList<string> Of(PublishAnswer answer, Actor actor)
    {
        var italian = IsItalian(actor);
        var lines = answer.Findings.Select(Line).ToList();
        lines.Insert(0, answer.Status == PublishStatus.Blocked
            ? italian ? "Non pubblicato: ci sono errori. La bozza è salvata." : "Not published: there are errors. The draft is saved."
            : italian ? "Non ancora pubblicato: ci sono avvisi. Pubblica di nuovo per accettarli." : "Not published yet: there are warnings. Publish again to accept these warnings.");
        return lines;
    }

    public static Error Of(Error error, Actor actor)
    {
        var italian = IsItalian(actor);
        return error.Code switch
        {
            "definition.changed-by-other" => error with
            {
                Message = italian
                    ? $"Non salvato: {error.Message} ha modificato questo processo nel frattempo. Ricarica la pagina per vedere quelle modifiche, poi ripeti le tue."
                    : $"Not saved: {error.Message} has changed this workflow in the meantime. Reload the page to see those changes, then make yours again.",
            },
            "definition.read-only" when italian => error with { Message = "Questo processo è di sola lettura." },
            _ => error,
        };
    }

    private static bool IsItalian(Actor actor) => actor.Language.StartsWith("it", StringComparison.Ordinal);

    private static string Line(DefinitionFinding finding) => finding.ActivityId is null ? finding.Message : $"{finding.ActivityId}: {finding.Message}";
}
