namespace Send.Core.Time;

/// <summary>The calendar day at Send's office, on which due dates are judged.</summary>
public static class OfficeDay
{
    /// <summary>IANA zone of the office.</summary>
    public const string Zone = "Europe/Rome";

    /// <summary>Country of the office, whose holidays count.</summary>
    public const string Country = "IT";

    private static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById(Zone);

    /// <summary>Today at the office.</summary>
    public static DateOnly Today(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Of(clock.GetUtcNow());
    }

    /// <summary>The office's day of an instant.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Office).DateTime);

    /// <summary>The instant at which a day begins at the office.</summary>
    public static DateTimeOffset Begins(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Office.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
