using System.Diagnostics.CodeAnalysis;

namespace Send.Engine.Expressions;

/// <summary>Between the date types. A moment without an offset counts as UTC.</summary>
internal static class DateConversion
{
    public static bool TryConvert(object value, Type target, [NotNullWhen(true)] out object? result)
    {
        result = null;
        DateTimeOffset? moment = value switch
        {
            DateTimeOffset offset => offset,
            DateTime date => new DateTimeOffset(date.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(date, DateTimeKind.Utc) : date),
            DateOnly day => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            _ => null,
        };
        if (moment is null)
        {
            return false;
        }

        if (target == typeof(DateTimeOffset))
        {
            result = moment.Value;
        }
        else if (target == typeof(DateTime))
        {
            result = moment.Value.DateTime;
        }
        else if (target == typeof(DateOnly))
        {
            result = DateOnly.FromDateTime(moment.Value.DateTime);
        }
        else if (target == typeof(TimeOnly))
        {
            result = TimeOnly.FromDateTime(moment.Value.DateTime);
        }

        return result is not null;
    }
}
