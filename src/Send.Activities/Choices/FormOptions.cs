using System.Globalization;
using System.Reflection;
using Send.Core.Cases;
using Send.Core.Forms;

namespace Send.Activities.Choices;

/// <summary>The forms that a task can show: all but those of events.</summary>
public sealed class FormOptions(FormCatalog forms) : DropDownOptionsProviderBase
{
    /// <inheritdoc />
    protected override ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken) => new(
        [.. forms.All.Where(form => !CaseEvents.All.Any(name => form.Id == CaseEvents.FormOf(name))).Select(form => new SelectListItem(form.Title.In(Speech.Language), form.Id))]);
}

/// <summary>The events that can be raised for a case, named by the forms that hold what is said with them.</summary>
public sealed class EventOptions(FormCatalog forms) : DropDownOptionsProviderBase
{
    /// <inheritdoc />
    protected override ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken) => new(
        [.. CaseEvents.All.Select(name => new SelectListItem(forms.Find(CaseEvents.FormOf(name))?.Title.In(Speech.Language) ?? name, name))]);
}

/// <summary>Sections of the case's facts that can hold new dates or a new destination.</summary>
public sealed class PlanSectionOptions(FormCatalog forms) : DropDownOptionsProviderBase
{
    private static readonly string[] Fields = ["departure", "start", "end", "return", "country", "city"];

    /// <inheritdoc />
    protected override ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken) => new(
        [.. forms.All.Where(form => form.Section is not null && form.Fields.Any(field => Fields.Contains(field.Id, StringComparer.Ordinal)))
            .Select(form => new SelectListItem($"{form.Title.In(Speech.Language)} ({form.Section})", form.Section!))]);
}

/// <summary>In which language choices are named.</summary>
internal static class Speech
{
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
