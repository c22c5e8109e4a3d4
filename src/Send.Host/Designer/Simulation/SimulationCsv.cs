using System.Globalization;
using Send.Host.Infrastructure.Web;
using Send.Host.Localization;

namespace Send.Host.Designer.Simulation;

/// <summary>The time line as CSV, with semicolons and every field quoted.</summary>
internal static class SimulationCsv
{
    public static Csv Of(Texts texts, SimulationResult result)
    {
        var csv = new Csv(';', quotesAll: true);
        csv.Line(texts["simulate.day"], texts["simulate.kind"], texts["simulate.what"], texts["common.queue"], texts["simulate.dueOn"]);
        foreach (var entry in result.Timeline)
        {
            var task = entry is { Index: { } index, Kind: SimulationEntryKind.TaskOpened or SimulationEntryKind.TaskDone or SimulationEntryKind.TaskCancelled } ? result.Tasks[index] : null;
            csv.Line(Day(entry.On), SimulationWords.Kind(texts, entry.Kind), SimulationWords.Say(texts, result, entry), task is null ? "" : texts.Of(task.Role), Day(task?.Due));
        }

        return csv;
    }

    /// <summary>As an address that a link can save.</summary>
    public static string Link(Texts texts, SimulationResult result) =>
        "data:text/csv;charset=utf-8;base64," + Convert.ToBase64String(Of(texts, result).ToBytes());

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
