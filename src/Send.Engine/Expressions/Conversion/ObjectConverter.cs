using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Engine.Expressions;

/// <summary>
/// Converts values between the types that definitions, scripts and storage use, by Elsa's rules: text of a number becomes the number,
/// JSON text becomes the object, dictionaries become classes and back. All text is read and written in the invariant culture.
/// </summary>
public static class ObjectConverter
{
    /// <summary>Converts leniently: null and what does not convert become the default of <typeparamref name="T"/>.</summary>
    public static T? ConvertTo<T>(object? value) => value is T already && typeof(T) != typeof(object) ? already : ConvertTo(value, typeof(T)) is T result ? result : default;

    /// <summary>
    /// Converts leniently: null stays null, what does not convert becomes the type's default (0 for <c>Int32</c>, null for classes), as
    /// Elsa does it.
    /// </summary>
    public static object? ConvertTo(object? value, Type targetType)
    {
        ArgumentNullException.ThrowIfNull(targetType);
        return TryConvertTo(value, targetType, out var result) ? result : DefaultOf(targetType);
    }

    /// <summary>Converts strictly: false when the value does not convert. Null converts to null for every type.</summary>
    public static bool TryConvertTo(object? value, Type targetType, out object? result)
    {
        ArgumentNullException.ThrowIfNull(targetType);
        try
        {
            return TryConvert(value, targetType, out result);
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException or ArgumentException or JsonException
            or NotSupportedException or InvalidOperationException or MissingMethodException)
        {
            result = null;
            return false;
        }
    }

    internal static object? DefaultOf(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static bool TryConvert(object? value, Type targetType, out object? result)
    {
        result = value;
        if (value is null)
        {
            return true;
        }

        if (value is JsonElement or JsonNode)
        {
            return JsonConversion.TryConvert(value, targetType, out result);
        }

        if (targetType.IsInstanceOfType(value))
        {
            return true;
        }

        var target = Nullable.GetUnderlyingType(targetType) ?? targetType;
        if (target.IsInstanceOfType(value))
        {
            return true;
        }

        if (target == typeof(string))
        {
            result = TextConversion.ToText(value);
            return true;
        }

        return value is string text
            ? TryConvertText(text, targetType, target, out result)
            : TryConvertObject(value, target, out result);
    }

    private static bool TryConvertText(string text, Type targetType, Type target, out object? result)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            result = DefaultOf(targetType);
            return true;
        }

        return JsonConversion.TryParseText(text, target, out result)
            || TextConversion.TryParse(text, target, out result)
            || CollectionConversion.TryConvertText(text, target, out result);
    }

    private static bool TryConvertObject(object value, Type target, [NotNullWhen(true)] out object? result)
        => DateConversion.TryConvert(value, target, out result)
            || NumberConversion.TryConvert(value, target, out result)
            || CollectionConversion.TryConvert(value, target, out result)
            || JsonConversion.TryConvertClass(value, target, out result);
}
