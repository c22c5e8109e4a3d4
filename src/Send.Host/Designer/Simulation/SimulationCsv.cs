using System.Globalization;
using System.Text;
using Send.Host.Localization;

namespace Send.Host.Designer.Simulation;

/// <summary>The time line as CSV, as a spreadsheet opens it: UTF-8 with its mark, semicolons, every field quoted.</summary>
internal static class SimulationCsv
{
    public static string Of(Texts texts, SimulationResult result)
    {
        var csv = new StringBuilder();
        Line(csv, texts["simulate.day"], texts["simulate.kind"], texts["simulate.what"], texts["common.queue"], texts["simulate.dueOn"]);
        foreach (var entry in result.Timeline)
        {
            var task = entry is { Index: { } index, Kind: SimulationEntryKind.TaskOpened or SimulationEntryKind.TaskDone or SimulationEntryKind.TaskCancelled } ? result.Tasks[index] : null;
            Line(csv, Day(entry.On), SimulationWords.Kind(texts, entry.Kind), SimulationWords.Say(texts, result, entry), task is null ? "" : texts.Of(task.Role), Day(task?.Due));
        }

        return csv.ToString();
    }

    /// <summary>As an address that a link can save.</summary>
    public static string Link(Texts texts, SimulationResult result) =>
        "data:text/csv;charset=utf-8;base64," + Convert.ToBase64String([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Of(texts, result))]);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    // A cell that begins like a formula is text here.
    private static void Line(StringBuilder csv, params string[] cells) =>
        csv.AppendJoin(';', cells.Select(cell => $"\"{(cell.Length > 0 && "=+-@".Contains(cell[0], StringComparison.Ordinal) ? "'" : "")}{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}
