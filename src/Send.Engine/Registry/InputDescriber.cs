using System.Reflection;
using Send.Engine.Attributes;
using Send.Engine.Models;
using Send.Engine.UIHints;
using Send.Engine.UIHints.CheckList;
using Send.Engine.UIHints.Dropdown;

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
            UIHandlers = attribute.UIHandlers ?? (attribute.UIHandler is { } handler ? [handler] : []),
            Property = property,
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

    /// <summary>What the editor is told: choices of a drop-down or check list, the language of a code editor.</summary>
    private static Dictionary<string, object?> Specifications(string hint, string[] choices)
    {
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal);
        switch (hint)
        {
            case InputUIHints.CheckList when choices.Length > 0:
                facts[hint] = new CheckListProps { CheckList = new([.. choices.Select(choice => new CheckListItem(choice, choice))]) };
                break;
            case InputUIHints.DropDown when choices.Length > 0:
                facts[hint] = new DropDownProps { SelectList = new([.. choices.Select(choice => new SelectListItem(choice, choice))]) };
                break;
        }

        return facts;
    }
}
