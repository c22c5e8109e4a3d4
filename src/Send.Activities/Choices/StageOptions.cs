using System.Reflection;
using Send.Core.Cases;

namespace Send.Activities.Choices;

/// <summary>The stages of a case, and none. The texts are the keys of the words for stages.</summary>
public sealed class StageOptions : DropDownOptionsProviderBase
{
    /// <inheritdoc />
    protected override ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken) => new(
        [.. Enum.GetNames<CaseStage>().Prepend("").Select(stage => new SelectListItem($"{nameof(CaseStage)}.{stage}", stage))]);
}
