using System.Reflection;
using Send.Core.Reference;

namespace Send.Activities.Choices;

/// <summary>The countries of the reference data.</summary>
public sealed class CountryOptions(ReferenceData reference) : CheckListOptionsProviderBase
{
    /// <inheritdoc />
    protected override ValueTask<ICollection<CheckListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken) => new(
        [.. reference.Countries.Select(country => new CheckListItem(country.Name.In(Speech.Language), country.Code)).OrderBy(item => item.Text, StringComparer.CurrentCulture)]);
}

/// <summary>The programmes of the reference data.</summary>
public sealed class ProgrammeOptions(ReferenceData reference) : CheckListOptionsProviderBase
{
    /// <inheritdoc />
    protected override ValueTask<ICollection<CheckListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken) => new(
        [.. reference.Programmes.Select(programme => new CheckListItem($"{programme.Code}: {programme.Name.In(Speech.Language)}", programme.Code))]);
}
