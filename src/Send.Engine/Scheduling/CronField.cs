using System.Globalization;

namespace Send.Engine.Scheduling;

/// <summary>One field of a schedule as a set of bits.</summary>
internal static class CronField
{
    public static readonly string[] Months = ["", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    public static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public static ulong Parse(string field, string name, int lowest, int highest, string[]? names = null)
    {
        var set = 0UL;
        foreach (var part in field.Split(','))
        {
            set |= ParsePart(part, name, lowest, highest, names ?? []);
        }

        return set;
    }

    private static ulong ParsePart(string part, string name, int lowest, int highest, string[] names)
    {
        var (range, step) = part.Split('/') switch
        {
            [var only] => (only, 1),
            [var first, var second] when int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed > 0 => (first, parsed),
            _ => throw Wrong(part, name, lowest, highest),
        };
        int from, to;
        if (range is "*" or "?")
        {
            (from, to) = (lowest, highest);
        }
        else
        {
            var ends = range.Split('-');
            from = ParseNumber(ends[0], part, name, lowest, highest, names);
            to = ends.Length switch
            {
                1 => part.Contains('/', StringComparison.Ordinal) ? highest : from,
                2 => ParseNumber(ends[1], part, name, lowest, highest, names),
                _ => throw Wrong(part, name, lowest, highest),
            };
        }

        if (to < from)
        {
            throw Wrong(part, name, lowest, highest);
        }

        var set = 0UL;
        for (var value = from; value <= to; value += step)
        {
            set |= 1UL << value;
        }

        return set;
    }

    private static int ParseNumber(string text, string part, string name, int lowest, int highest, string[] names)
    {
        var named = Array.FindIndex(names, candidate => candidate.Length > 0 && string.Equals(candidate, text, StringComparison.OrdinalIgnoreCase));
        if (named >= 0)
        {
            return named;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest
            ? number
            : throw Wrong(part, name, lowest, highest);
    }

    private static FormatException Wrong(string part, string name, int lowest, int highest) => new(string.Create(
        CultureInfo.InvariantCulture, $"'{part}' is not right for {name}: it must be *, or numbers from {lowest} to {highest} as in 1, 1-5, 1,3 or */2."));
}
