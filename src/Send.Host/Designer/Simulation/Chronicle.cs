using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Core.Auditing;
using Send.Core.Deadlines;
using Send.Core.Tasks;
using Send.Core.Time;

namespace Send.Host.Designer.Simulation;

/// <summary>Orders history, deadlines, mails and papers into one time line.</summary>
internal sealed class Chronicle(
    List<CaseTask> rows, List<SimulatedTask> tasks, List<SimulatedDeadline> deadlines, List<SimulatedMail> mails, List<SimulatedDocument> papers)
{
    /// <summary>The entries in order; of one moment the history comes first.</summary>
    public IReadOnlyList<SimulationEntry> Of(IReadOnlyList<AuditEntry> history, IReadOnlyList<SimulationFinding> incidents)
    {
        var entries = history.Select(Entry).OfType<SimulationEntry>().ToList();
        entries.AddRange(mails.Select((mail, index) => new SimulationEntry(mail.At, mail.On, mail.Reminder ? SimulationEntryKind.Reminder : SimulationEntryKind.Mail, new(mail.Subject), mail.ToName, index)));
        entries.AddRange(papers.Select((paper, index) => new SimulationEntry(paper.At, paper.On, SimulationEntryKind.Document, paper.Title, paper.Number, index)));
        entries.AddRange(deadlines.Index().Where(pair => pair.Item.State != DeadlineState.Cancelled)
            .Select(pair => new SimulationEntry(SimulationScene.At(pair.Item.Due, 23), pair.Item.Due, SimulationEntryKind.Deadline, pair.Item.Title, pair.Item.State.ToString(), pair.Index)));
        entries.AddRange(incidents.Where(finding => finding.On is not null).Select(finding =>
            new SimulationEntry(SimulationScene.At(finding.On!.Value, 12), finding.On.Value, SimulationEntryKind.Incident, new(finding.Activity ?? ""), finding.Message)));
        return [.. entries.Select((entry, index) => (entry, index)).OrderBy(pair => pair.entry.On).ThenBy(pair => pair.entry.At).ThenBy(pair => pair.index).Select(pair => pair.entry)];
    }

    private SimulationEntry? Entry(AuditEntry line)
    {
        var said = line.Data is null ? null : JsonNode.Parse(line.Data) as JsonObject;
        var index = line.TaskId is { } id ? rows.FindIndex(row => row.Id == id) : -1;
        SimulationEntry Task(SimulationEntryKind kind, string? value) => new(line.At, OfficeDay.Of(line.At), kind, index < 0 ? null : tasks[index].Title, value, index < 0 ? null : index);
        SimulationEntry Plain(SimulationEntryKind kind, string? value) => new(line.At, OfficeDay.Of(line.At), kind, null, value);
        return line.Kind switch
        {
            "case.opened" => Plain(SimulationEntryKind.CaseOpened, Text(said, "participant")),
            "task.opened" => Task(SimulationEntryKind.TaskOpened, null),
            "task.completed" => Task(SimulationEntryKind.TaskDone, Text(said, "outcome")),
            "task.cancelled" => Task(SimulationEntryKind.TaskCancelled, null),
            "case.status" => Plain(SimulationEntryKind.Status, Text(said, "to")),
            "case.stage" => Plain(SimulationEntryKind.Stage, Text(said, "to")),
            "case.event" => Plain(SimulationEntryKind.Event, Text(said, "name")),
            "case.replanned" => Plain(SimulationEntryKind.Replanned, null),
            _ => null,
        };
    }

    private static string? Text(JsonObject? said, string name) => said?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
