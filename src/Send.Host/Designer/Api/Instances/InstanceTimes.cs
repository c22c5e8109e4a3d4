using System.Linq.Expressions;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Filters of instances by the instants that lists show.</summary>
internal static class InstanceTimes
{
    /// <summary>The rows that pass. A filter without column or instant is one that a person has not filled in yet: it lets all pass.</summary>
    public static IQueryable<StoredInstance> Filter(IQueryable<StoredInstance> rows, TimestampFilter filter)
    {
        if (string.IsNullOrEmpty(filter.Column) || filter.Timestamp is not { } at)
        {
            return rows;
        }

        Expression<Func<StoredInstance, DateTimeOffset?>> column = filter.Column.ToUpperInvariant() switch
        {
            "CREATEDAT" => row => row.CreatedAt,
            "UPDATEDAT" => row => row.UpdatedAt,
            "FINISHEDAT" => row => row.FinishedAt,
            _ => throw new BadHttpRequestException($"There is no time “{filter.Column}”; expected: CreatedAt, UpdatedAt, FinishedAt."),
        };
        var wanted = Expression.Constant((DateTimeOffset?)at.ToUniversalTime(), typeof(DateTimeOffset?));
        Expression condition = (filter.Operator ?? "Is").ToUpperInvariant() switch
        {
            "IS" => Expression.Equal(column.Body, wanted),
            "ISNOT" => Expression.NotEqual(column.Body, wanted),
            "GREATERTHAN" => Expression.GreaterThan(column.Body, wanted),
            "GREATERTHANOREQUAL" => Expression.GreaterThanOrEqual(column.Body, wanted),
            "LESSTHAN" => Expression.LessThan(column.Body, wanted),
            "LESSTHANOREQUAL" => Expression.LessThanOrEqual(column.Body, wanted),
            _ => throw new BadHttpRequestException($"There is no comparison “{filter.Operator}”; expected: Is, IsNot, GreaterThan, GreaterThanOrEqual, LessThan, LessThanOrEqual."),
        };
        return rows.Where(Expression.Lambda<Func<StoredInstance, bool>>(condition, column.Parameters));
    }
}
