using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Host.Localization;

namespace Send.Host.Designer.Simulation;

/// <summary>Says the entries of a time line in the reader's language.</summary>
internal static class SimulationWords
{
    /// <summary>The kind as a word.</summary>
    public static string Kind(Texts texts, SimulationEntryKind kind) => texts[$"simulate.kind{kind}"];

    /// <summary>What happened, in one line.</summary>
    public static string Say(Texts texts, SimulationResult result, SimulationEntry entry)
    {
        var title = entry.Title is { } text ? texts.Of(text) : "";
        return entry.Kind switch
        {
            SimulationEntryKind.CaseOpened => texts["simulate.saidOpened", entry.Value],
            SimulationEntryKind.TaskDone when entry.Index is { } index => texts["simulate.saidDone", title, Outcome(texts, result.Tasks[index], entry.Value)],
            SimulationEntryKind.Status when Enum.TryParse<CaseStatus>(entry.Value, true, out var status) => texts.Of(status),
            SimulationEntryKind.Stage when Enum.TryParse<CaseStage>(entry.Value, true, out var stage) => texts.Of(stage),
            SimulationEntryKind.Event => texts.Or($"event.{entry.Value}", entry.Value ?? ""),
            SimulationEntryKind.Replanned => texts["simulate.saidReplanned"],
            SimulationEntryKind.Deadline when Enum.TryParse<DeadlineState>(entry.Value, out var state) => texts["simulate.saidDeadline", title, texts.Of(state)],
            SimulationEntryKind.Mail or SimulationEntryKind.Reminder => texts["simulate.saidMail", entry.Value, title],
            SimulationEntryKind.Document => entry.Value is null ? title : $"{title} · {entry.Value}",
            SimulationEntryKind.Incident => $"{title}: {entry.Value}",
            _ => title,
        };
    }

    /// <summary>The outcome in the words of its form.</summary>
    public static string Outcome(Texts texts, SimulatedTask task, string? name) => task.Outcomes.FirstOrDefault(one => one.Name == name) is { } known ? texts.Of(known.Label) : name ?? "–";
}
