using Send.Core.Forms;

namespace Send.Core.Tasks;

/// <summary>Titles from the forms of the catalogue.</summary>
public sealed class CatalogTitles(FormCatalog forms) : ITaskTitles
{
    public LocalText Of(string formId) => forms.Find(formId)?.Title ?? new(formId);

    public IReadOnlyList<string> Containing(string text) =>
    [
        .. forms.All
            .Where(form => form.Title.En.Contains(text, StringComparison.OrdinalIgnoreCase) || form.Title.In("it").Contains(text, StringComparison.OrdinalIgnoreCase))
            .Select(form => form.Id),
    ];
}
