using Send.Core.Cases;
using Send.Core.Mail;
using Send.Core.Forms;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>Forms, mails, papers, events and stages that activities name are there.</summary>
internal sealed class KnownNamesRule(FormCatalog forms, MailTemplates mails, PaperKinds papers) : IDefinitionRule
{
    private sealed record Named(string Type, string Input, string Code, Func<IEnumerable<string>> Known, Choices? Choices = null);

    public IEnumerable<RuleFinding> Check(CheckScope scope) =>
        from named in Table()
        from activity in scope.Activities
        where activity.Type == named.Type
        let name = activity.Input(named.Input).Literal
        where name is not null && !named.Known().Contains(name, StringComparer.OrdinalIgnoreCase)
        select RuleFinding.Error(named.Code, activity, named.Input, name, named.Choices ?? (object)string.Join(", ", named.Known().Order(StringComparer.Ordinal)));

    private Named[] Table() =>
    [
        new("Send.HumanTask", "form", "task.noSuchForm", () => forms.All.Select(form => form.Id)),
        new("Send.HumanTask", "stage", "case.noSuchStage", Enum.GetNames<CaseStage>, Choices.Of(typeof(CaseStage))),
        new("Send.ChangeCaseStatus", "stage", "case.noSuchStage", Enum.GetNames<CaseStage>, Choices.Of(typeof(CaseStage))),
        new("Send.SendMail", "template", "mail.noSuchTemplate", () => mails.Ids),
        new("Send.GenerateDocument", "kind", "document.noSuchKind", () => papers.All),
        new("Send.WaitForCaseEvent", "eventName", "case.noSuchEvent", Events),
    ];

    /// <summary>An event can be raised when there is a form for what is said with it.</summary>
    private IEnumerable<string> Events()
    {
        var prefix = CaseEvents.FormOf("");
        return forms.All.Where(form => form.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(form => form.Id[prefix.Length..]);
    }
}
