using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Core.Cases;

/// <summary>New dates or a new destination of a case; what is null stays. Planned dates move the plan, effective ones record what happened.</summary>
public sealed record CasePlan
{
    public DateOnly? Departure { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    public DateOnly? Return { get; init; }

    public DateOnly? EffectiveStart { get; init; }

    public DateOnly? EffectiveEnd { get; init; }

    public DateOnly? EffectiveReturn { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public string? City { get; init; }

    /// <summary>Reads the values of a form's or an event's data: `departure` (or `newDeparture`), `start` (or `from`), `end` (or `to`), `return`, `effectiveStart`, `effectiveEnd` (or `lastDay`),
    /// `effectiveReturn` (or `returnedOn`), `country` (or `newCountry`), `city`. What is missing or no date stays null.</summary>
    public static CasePlan From(JsonObject facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new()
        {
            Departure = Day(facts, "departure") ?? Day(facts, "newDeparture"),
            Start = Day(facts, "start") ?? Day(facts, "from"),
            End = Day(facts, "end") ?? Day(facts, "to"),
            Return = Day(facts, "return"),
            EffectiveStart = Day(facts, "effectiveStart"),
            EffectiveEnd = Day(facts, "effectiveEnd") ?? Day(facts, "lastDay"),
            EffectiveReturn = Day(facts, "effectiveReturn") ?? Day(facts, "returnedOn"),
            Country = Word(facts, "country") ?? Word(facts, "newCountry"),
            City = Word(facts, "city"),
        };
    }

    /// <summary>Changes the case and tells what changed, name by name, as "old → new". A date left out moves with the others, so that the four keep their order: a stay
    /// postponed by its departure (or its first day) alone keeps its length, and the return follows a new last day.</summary>
    public IReadOnlyDictionary<string, string> Apply(SendCase sendCase, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(sendCase);
        var changes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var shift = Days(sendCase.Departure, Departure) ?? Days(sendCase.Start, Start) ?? 0;
        var departure = Departure ?? sendCase.Departure.AddDays(shift);
        var start = Later(Start ?? sendCase.Start.AddDays(shift), departure);
        var end = Later(End ?? sendCase.End.AddDays(shift), start);
        var @return = Later(Return ?? sendCase.Return.AddDays(Days(sendCase.End, End) ?? shift), end);
        Note(changes, "departure", sendCase.Departure, departure);
        Note(changes, "start", sendCase.Start, start);
        Note(changes, "end", sendCase.End, end);
        Note(changes, "return", sendCase.Return, @return);
        Note(changes, "effectiveStart", sendCase.EffectiveStart, EffectiveStart ?? sendCase.EffectiveStart);
        Note(changes, "effectiveEnd", sendCase.EffectiveEnd, EffectiveEnd ?? sendCase.EffectiveEnd);
        Note(changes, "effectiveReturn", sendCase.EffectiveReturn, EffectiveReturn ?? sendCase.EffectiveReturn);
        Note(changes, "country", sendCase.DestinationCountry, Country ?? sendCase.DestinationCountry);
        Note(changes, "city", sendCase.DestinationCity, City ?? sendCase.DestinationCity);
        if (changes.Count > 0)
        {
            sendCase.Plan(departure, start, end, @return, at);
            sendCase.EffectiveStart = EffectiveStart ?? sendCase.EffectiveStart;
            sendCase.EffectiveEnd = EffectiveEnd ?? sendCase.EffectiveEnd;
            sendCase.EffectiveReturn = EffectiveReturn ?? sendCase.EffectiveReturn;
            sendCase.DestinationCity = Country is not null && Country != sendCase.DestinationCountry ? City : City ?? sendCase.DestinationCity;
            sendCase.DestinationCountry = Country ?? sendCase.DestinationCountry;
        }

        return changes;
    }

    private static string? Word(JsonObject facts, string name) =>
        facts[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text ? text : null;

    private static DateOnly? Day(JsonObject facts, string name) =>
        DateOnly.TryParseExact(Word(facts, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int? Days(DateOnly from, DateOnly? to) => to?.DayNumber - from.DayNumber;

    private static DateOnly Later(DateOnly day, DateOnly least) => day < least ? least : day;

    private static void Note<T>(SortedDictionary<string, string> changes, string name, T before, T after)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after))
        {
            changes[name] = $"{Text(before)} → {Text(after)}";
        }
    }

    private static string Text<T>(T value) => value switch
    {
        null => "–",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "–",
    };
}
