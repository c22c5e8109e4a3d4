using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Host.Designer.Simulation;

/// <summary>A simulation as an address, so that it can be sent to somebody else: what was not said is left out. `a` is an answer (activity~form~occurrence~outcome~values as JSON),
/// `e` an event (name~day~form~days after~values as JSON).</summary>
public static class SimulationAddress
{
    /// <summary>`designer/simulate/{id}?…`; with <paramref name="run"/> it runs when it is opened.</summary>
    public static string Of(SimulationRequest request, bool run, string? tab = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var parts = new List<(string Name, string? Value)>
        {
            ("version", Text(request.Version)),
            ("programme", request.Programme),
            ("enrolled", Day(request.Enrolled)),
            ("departure", Day(request.Departure)),
            ("days", Text(request.Days)),
            ("to", request.Destination),
            ("nationality", request.Nationality),
            ("age", Text(request.Age)),
            ("pace", request.Pace == SimulationPace.InTime ? null : JsonNamingPolicy.CamelCase.ConvertName(request.Pace.ToString())),
            ("paceDays", Text(request.PaceDays)),
            ("all", request.AllPaths ? "1" : null),
            ("run", run ? "1" : null),
            ("tab", tab),
        };
        parts.AddRange(request.Answers.Select(answer => ("a", (string?)Join(answer.Activity, answer.Form, Text(answer.Occurrence), answer.Outcome, answer.Data?.ToJsonString()))));
        parts.AddRange(request.Events.Select(said => ("e", (string?)Join(said.Name, Day(said.On), said.Form, Text(said.After), said.Data?.ToJsonString()))));
        var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        var path = "designer/simulate/" + Uri.EscapeDataString(request.DefinitionId ?? "");
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>The answers of an address; what cannot be read is left out.</summary>
    public static IReadOnlyList<SimulationAnswer> Answers(IEnumerable<string>? texts) =>
        [.. (texts ?? []).Select(text => text.Split('~', 5)).Where(parts => parts.Length >= 4).Select(parts => new SimulationAnswer(Clean(parts[0]), Clean(parts[1]), Number(parts[2]) ?? 1, Clean(parts[3]), Data(parts, 4)))];

    /// <summary>The events of an address; what cannot be read is left out.</summary>
    public static IReadOnlyList<SimulationEvent> Events(IEnumerable<string>? texts) =>
        [.. (texts ?? []).Select(text => text.Split('~', 5)).Where(parts => parts.Length >= 4).Select(parts => new SimulationEvent(parts[0], ReadDay(parts[1]), Clean(parts[2]), Number(parts[3]) ?? 1, Data(parts, 4)))];

    /// <summary>A day of an address; null for anything else.</summary>
    public static DateOnly? ReadDay(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as addresses write it.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Join(params string?[] parts) => string.Join('~', parts.Select(part => part ?? ""));

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Clean(string text) => text.Length == 0 ? null : text;

    private static JsonObject? Data(string[] parts, int index)
    {
        try
        {
            return parts.Length > index && parts[index].Length > 0 ? JsonNode.Parse(parts[index]) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
