using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Send.Engine.Expressions;

/// <summary>Between numbers, booleans and enumerations. Fractions round to even when an integer is wanted, as Elsa does.</summary>
internal static class NumberConversion
{
    public static bool TryConvert(object value, Type target, [NotNullWhen(true)] out object? result)
    {
        result = null;
        if (value is BigInteger big)
        {
            value = (decimal)big;
        }

        if (value is not IConvertible convertible)
        {
            return false;
        }

        if (target.IsEnum)
        {
            result = Enum.ToObject(target, convertible.ToInt64(CultureInfo.InvariantCulture));
            return true;
        }

        if (!typeof(IConvertible).IsAssignableFrom(target))
        {
            return false;
        }

        result = convertible.ToType(target, CultureInfo.InvariantCulture);
        return result is not null;
    }
}
