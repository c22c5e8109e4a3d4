using System.Reflection;
using Send.Engine.Attributes;
using Send.Engine.Models;
using Send.Engine.UIHints;

namespace Send.Engine.Registry;

/// <summary>Describes the inputs of an activity class.</summary>
internal static class InputDescriber
{
    public static InputDescriptor? TryDescribe(PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<InputAttribute>();
        var isWrapped = typeof(Input).IsAssignableFrom(property.PropertyType);
        if ((!isWrapped && attribute is null) || !property.CanWrite)
        {
            return null;
        }

        attribute ??= new InputAttribute();
        var type = isWrapped ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        var hint = attribute.UIHint ?? HintOf(type);
        return new InputDescriptor
        {
            Name = attribute.Name ?? property.Name,
            Type = type,
            DisplayName = attribute.DisplayName ?? ActivityDescriber.Humanize(property.Name),
            Description = attribute.Description,
            Order = attribute.Order,
            IsBrowsable = attribute.IsBrowsable,
            IsSerializable = attribute.IsSerializable,
            IsWrapped = isWrapped,
            UIHint = hint,
            Category = attribute.Category,
            DefaultValue = attribute.DefaultValue,
            DefaultSyntax = attribute.DefaultSyntax,
            IsReadOnly = attribute.IsReadOnly,
            IsSensitive = attribute.CanContainSecrets,
            AutoEvaluate = attribute.AutoEvaluate,
            UISpecifications = Specifications(hint, Choices(attribute, type)),
            Getter = PropertyAccess.Getter(property),
            Setter = PropertyAccess.Setter(property),
            InputFactory = isWrapped ? PropertyAccess.Factory<Expressions.Expression, Input>(property.PropertyType) : null,
        };
    }

    private static string HintOf(Type type)
    {
        var actual = Nullable.GetUnderlyingType(type) ?? type;
        return actual == typeof(bool) ? InputUIHints.Checkbox
            : actual.IsEnum ? InputUIHints.DropDown
            : actual != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(actual) ? InputUIHints.MultiText
            : InputUIHints.SingleLine;
    }

    private static string[] Choices(InputAttribute attribute, Type type)
    {
        var actual = Nullable.GetUnderlyingType(type) ?? type;
        return attribute.Options switch
        {
            IEnumerable<string> texts => [.. texts],
            IEnumerable<object> values => [.. values.Select(value => value.ToString() ?? "")],
            _ => actual.IsEnum ? Enum.GetNames(actual) : [],
        };
    }

    /// <summary>Choices in the shape that Studio's drop-down and check list read.</summary>
    private static Dictionary<string, object?> Specifications(string hint, string[] choices)
    {
        if (choices.Length == 0)
        {
            return new(StringComparer.Ordinal);
        }

        var items = choices.Select(choice => (object?)new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = choice, ["value"] = choice }).ToList();
        var list = new Dictionary<string, object?>(StringComparer.Ordinal) { ["items"] = items };
        var key = hint == InputUIHints.CheckList ? "checkList" : "selectList";
        return new(StringComparer.Ordinal) { [hint] = new Dictionary<string, object?>(StringComparer.Ordinal) { [key] = list } };
    }
}
