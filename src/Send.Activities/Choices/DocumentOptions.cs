using System.Reflection;
using Send.Core.Documents;
using Send.Core.Mail;
using Send.Core.Reference;

namespace Send.Activities.Choices;

/// <summary>The papers that can be made of a case.</summary>
public sealed class DocumentOptions(DocumentTemplates templates) : DropDownOptionsProviderBase
{
    /// <inheritdoc />
    protected override ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken) => new(
        [.. templates.Kinds.Select(kind => new SelectListItem(DocumentTitles.Of(kind).In(Speech.Language), kind))]);
}

/// <summary>The mails that can be written, each with its subject.</summary>
public sealed class MailOptions(MailTemplates templates) : DropDownOptionsProviderBase
{
    /// <inheritdoc />
    protected override ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken) => new(
        [.. templates.Ids.Select(id => new SelectListItem($"{id}: {templates.SubjectOf(id, Speech.Language)}", id))]);
}

/// <summary>The languages in which papers and mails exist, and that of the participant.</summary>
public sealed class LanguageOptions(ReferenceData reference) : DropDownOptionsProviderBase
{
    /// <inheritdoc />
    protected override ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken) => new(
        [
            new SelectListItem("language.participant", ""),
            .. MailTemplates.Languages.Select(code => new SelectListItem(reference.Languages.FirstOrDefault(language => language.Code == code)?.Name.In(Speech.Language) ?? code, code)),
        ]);
}
