using System.Globalization;
using System.Text.Json.Nodes;
using Send.Core.Forms;

namespace Send.Core.Agreements;

/// <summary>Limits of working time: Directive 2003/88/EC for adults, 94/33/EC for people under 18.</summary>
public static class WorkingTime
{
    private const int Week = 7 * 1440;

    /// <summary>What the schedule breaks or keeps, as lines of a `checks` panel.</summary>
    public static IReadOnlyList<CheckItem> Check(IReadOnlyList<WorkDay> schedule, bool minor)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (schedule.Count == 0)
        {
            return [new("working-time", new("Working hours", "Orario di lavoro"), CheckState.Warn, new("The schedule is not known yet.", "L’orario non è ancora noto."))];
        }

        var perDay = schedule.GroupBy(day => day.Day).Max(day => day.Sum(d => d.Minutes));
        var total = schedule.Sum(day => day.Minutes);
        var (dayLimit, weekLimit, restLimit) = minor ? (8 * 60, 40 * 60, 12 * 60) : (13 * 60, 48 * 60, 11 * 60);
        var checks = new List<CheckItem>
        {
            Item("hours-day", new("Hours a day", "Ore al giorno"), perDay <= dayLimit, $"{Hours(perDay)} / {Hours(dayLimit)} h"),
            Item("hours-week", new("Hours a week", "Ore alla settimana"), total <= weekLimit, $"{Hours(total)} / {Hours(weekLimit)} h"),
            Item("rest-day", new("Rest between two working days", "Riposo fra due giornate"), ShortestRest(schedule) >= restLimit, $"{Hours(ShortestRest(schedule))} / {Hours(restLimit)} h"),
            Item("days-off", new("Days off a week", "Giorni liberi alla settimana"), 7 - schedule.Select(day => day.Day).Distinct().Count() >= (minor ? 2 : 1), null),
            Item("break", new("Break", "Pausa"), schedule.All(day => day.Span <= (minor ? 270 : 360) || day.BreakMinutes >= (minor ? 30 : 10)), null),
        };
        if (minor)
        {
            checks.Add(Item("night", new("No work at night (22 to 6)", "Nessun lavoro notturno (dalle 22 alle 6)"), schedule.All(day => !AtNight(day)), null));
        }

        return checks;
    }

    private static CheckItem Item(string id, LocalText label, bool holds, string? detail) =>
        new(id, label, holds ? CheckState.Ok : CheckState.Fail, detail is null ? null : new LocalText(detail, detail.Replace('.', ',')));

    private static string Hours(int minutes) => (minutes / 60m).ToString("0.##", CultureInfo.InvariantCulture);

    private static bool AtNight(WorkDay day)
    {
        var begin = (day.Starts.Hour * 60) + day.Starts.Minute;
        return begin < 6 * 60 || begin + day.Span > 22 * 60;
    }

    /// <summary>Shortest time between the end of one working day and the begin of the next, around the week. Shifts of the same day are one working day.</summary>
    private static int ShortestRest(IReadOnlyList<WorkDay> schedule)
    {
        var days = schedule.GroupBy(day => day.Day).Select(day => (Begin: day.Min(d => d.Begin), End: day.Max(d => d.Begin + d.Span))).OrderBy(day => day.Begin).ToList();
        return days.Select((day, i) => (i + 1 < days.Count ? days[i + 1].Begin : days[0].Begin + Week) - day.End).Min();
    }
}

/// <summary>A working day of a host's schedule; <paramref name="Ends"/> before <paramref name="Starts"/> means the next morning.</summary>
public sealed record WorkDay(DayOfWeek Day, TimeOnly Starts, TimeOnly Ends, int BreakMinutes)
{
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Minutes from the beginning to the end of work.</summary>
    public int Span => (int)(Ends - Starts).TotalMinutes;

    /// <summary>Minutes of work without the break.</summary>
    public int Minutes => Span - BreakMinutes;

    /// <summary>Minute of the week at which it begins, Sunday 0:00 being 0.</summary>
    public int Begin => ((int)Day * 1440) + (Starts.Hour * 60) + Starts.Minute;

    /// <summary>The rows of the form field `schedule`; rows without times are left out.</summary>
    public static IReadOnlyList<WorkDay> Of(JsonObject placement) =>
    [
        .. placement.Rows("schedule")
            .Where(row => Array.IndexOf(Names, row.Text("day")) >= 0 && Time(row.Text("starts")) is not null && Time(row.Text("ends")) is not null)
            .Select(row => new WorkDay((DayOfWeek)Array.IndexOf(Names, row.Text("day")), Time(row.Text("starts"))!.Value, Time(row.Text("ends"))!.Value, row.Whole("breakMinutes") ?? 0)),
    ];

    private static TimeOnly? Time(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
