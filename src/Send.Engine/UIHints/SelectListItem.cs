using System.Reflection;

namespace Send.Engine.UIHints.Dropdown;

/// <summary>A choice of a drop-down.</summary>
/// <param name="Text">What people read.</param>
/// <param name="Value">What the definition keeps.</param>
public record SelectListItem(string Text, string Value);

/// <summary>The choices of a drop-down.</summary>
/// <param name="Items">The choices.</param>
public record SelectList(ICollection<SelectListItem> Items);

/// <summary>What a drop-down needs to know; the designer finds it under <see cref="InputUIHints.DropDown"/>.</summary>
public class DropDownProps
{
    /// <summary>The choices.</summary>
    public SelectList? SelectList { get; set; }
}

/// <summary>Base of handlers that give choices to a drop-down.</summary>
public abstract class DropDownOptionsProviderBase : IPropertyUIHandler
{
    /// <inheritdoc />
    public float Priority => 0;

    /// <inheritdoc />
    public virtual async ValueTask<IDictionary<string, object>> GetUIPropertiesAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken = default) =>
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [InputUIHints.DropDown] = new DropDownProps { SelectList = new(await GetItemsAsync(propertyInfo, context, cancellationToken)) },
        };

    /// <summary>The choices.</summary>
    protected abstract ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken);
}
