using System.Reflection;

namespace Send.Engine;

/// <summary>Gives the editor of an input what it needs to know, for example the choices of a drop-down. Made by the container, so that it can ask services.</summary>
public interface IPropertyUIHandler
{
    /// <summary>Of several handlers that give the same fact the one with the highest priority counts.</summary>
    float Priority { get; }

    /// <summary>Facts for the editor, by their names. Texts are in the language of the current culture.</summary>
    /// <param name="propertyInfo">The input.</param>
    /// <param name="context">The other inputs of the activity as they stand in the editor; null when they are not known.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    ValueTask<IDictionary<string, object>> GetUIPropertiesAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken = default);
}
