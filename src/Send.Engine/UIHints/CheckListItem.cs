using System.Reflection;

namespace Send.Engine.UIHints.CheckList;

/// <summary>A choice of a check list.</summary>
/// <param name="Text">What people read.</param>
/// <param name="Value">What the definition keeps.</param>
public record CheckListItem(string Text, string Value);

#pragma warning disable MA0049 // Elsa's own names
/// <summary>The choices of a check list.</summary>
/// <param name="Items">The choices.</param>
public record CheckList(ICollection<CheckListItem> Items);
#pragma warning restore MA0049

/// <summary>What a check list needs to know; the designer finds it under <see cref="InputUIHints.CheckList"/>.</summary>
public class CheckListProps
{
    /// <summary>The choices.</summary>
    public CheckList? CheckList { get; set; }
}

/// <summary>Base of handlers that give choices to a check list.</summary>
public abstract class CheckListOptionsProviderBase : IPropertyUIHandler
{
    /// <inheritdoc />
    public float Priority => 0;

    /// <inheritdoc />
    public async ValueTask<IDictionary<string, object>> GetUIPropertiesAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken = default) =>
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [InputUIHints.CheckList] = new CheckListProps { CheckList = new(await GetItemsAsync(propertyInfo, context, cancellationToken)) },
        };

    /// <summary>The choices.</summary>
    protected abstract ValueTask<ICollection<CheckListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken);
}
