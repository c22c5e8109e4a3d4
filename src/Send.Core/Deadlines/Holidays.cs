using System.Globalization;
using Send.Core.Reference;

namespace Send.Core.Deadlines;

/// <summary>Public holidays by country. A country or year that the table does not have counts weekends only.</summary>
public sealed class Holidays
{
    private readonly Dictionary<string, HashSet<DateOnly>> days = new(StringComparer.Ordinal);

    public Holidays(HolidayTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var (country, years) in table.Countries)
        {
            days[country] = [.. years.SelectMany(year => HolidayTable.Days(year.Key, year.Value))];
        }
    }

    /// <summary>A table without a single holiday.</summary>
    public static Holidays None { get; } = new(new HolidayTable { Source = "-", ValidFrom = DateOnly.MinValue, FirstYear = 0, LastYear = 0, Countries = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal) });

    /// <summary>True on a public holiday of that country.</summary>
    public bool Contains(string country, DateOnly day) => days.TryGetValue(country, out var set) && set.Contains(day);

    /// <summary>The working calendar of a country: Monday to Friday without its holidays.</summary>
    public WorkingCalendar Calendar(string country) => new(day => Contains(country, day));
}

/// <summary>holidays.json: per country and year the days as MMDD, separated by blanks.</summary>
public sealed record HolidayTable : ReferenceSource
{
    public required int FirstYear { get; init; }

    public required int LastYear { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Countries { get; init; }

    /// <summary>The days of one year; throws <see cref="FormatException"/> when one does not exist.</summary>
    public static IEnumerable<DateOnly> Days(string year, string days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => DateOnly.ParseExact(year + day, "yyyyMMdd", CultureInfo.InvariantCulture));
    }
}
