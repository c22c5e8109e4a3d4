using System.Globalization;

namespace Send.Engine.Expressions;

/// <summary>
/// Conversion of values on their way into inputs and variables. Elsa turns a text that is no number into 0 without a word; here that is
/// an error, because the value would be lost. Everything else converts as leniently as in Elsa.
/// </summary>
public static class StrictConversion
{
    /// <summary>Converts; throws <see cref="ExpressionException"/> when a text is not the number, date, time span or GUID that is wanted.</summary>
    public static object? ConvertTo(object? value, Type targetType)
    {
        if (value is not string { Length: > 0 } text || string.IsNullOrWhiteSpace(text) || !IsExact(targetType) || ObjectConverter.TryConvertTo(value, targetType, out _))
        {
            return ObjectConverter.ConvertTo(value, targetType);
        }

        var shown = text.Length > 60 ? text[..60] + "…" : text;
        throw new ExpressionException(
            ExpressionErrorKind.Runtime, string.Create(CultureInfo.InvariantCulture, $"'{shown}' cannot be converted to {(Nullable.GetUnderlyingType(targetType) ?? targetType).Name}."));
    }

    private static bool IsExact(Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        return target.IsEnum
            || (target.IsPrimitive && target != typeof(bool) && target != typeof(char))
            || target == typeof(decimal) || target == typeof(Guid)
            || target == typeof(DateTime) || target == typeof(DateTimeOffset) || target == typeof(DateOnly) || target == typeof(TimeOnly) || target == typeof(TimeSpan);
    }
}
