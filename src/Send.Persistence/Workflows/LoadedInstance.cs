using Send.Core.Processes;
using Send.Engine.Models;
using Send.Engine.Serialization;
using Send.Engine.State;

namespace Send.Persistence.Workflows;

/// <summary>An instance within a step: its row as it was read, and its state as the step's bursts left it.</summary>
internal sealed class LoadedInstance(StoredInstance row, WorkflowState state)
{
    public StoredInstance Row { get; } = row;

    public WorkflowState State { get; set; } = state;

    public bool Changed { get; set; }

    public bool Deleted { get; set; }

    /// <summary>Bookmarks that this step took away.</summary>
    public List<Bookmark> Removed { get; } = [];

    /// <summary>The waiting bookmark of that name and stimulus; with or without the activity execution in its hash.</summary>
    public Bookmark? Find(string name, object stimulus) => State.Bookmarks.FirstOrDefault(bookmark =>
        string.Equals(bookmark.Name, name, StringComparison.Ordinal) && BookmarkMatch.Is(bookmark.Hash, bookmark.ActivityInstanceId, name, stimulus));

    /// <summary>Tasks for which the instance waited before this step and waits no more.</summary>
    public IEnumerable<Guid> TasksLeft() => Removed.Select(TaskOf).Except(State.Bookmarks.Select(TaskOf)).OfType<Guid>();

    public void Flush()
    {
        Row.DefinitionVersionId = State.DefinitionVersionId;
        Row.DefinitionVersion = State.DefinitionVersion;
        Row.Name = State.Name;
        Row.Status = State.Status;
        Row.SubStatus = State.SubStatus;
        Row.IncidentCount = State.Incidents.Count;
        Row.IsSystem = State.IsSystem;
        Row.UpdatedAt = State.UpdatedAt;
        Row.FinishedAt = State.FinishedAt;
        Row.State = WorkflowStateSerializer.Serialize(State);
    }

    private static Guid? TaskOf(Bookmark bookmark) =>
        string.Equals(bookmark.Name, ProcessBookmarks.Task, StringComparison.Ordinal)
        && PlainJson.ToPlain(bookmark.Payload) is IReadOnlyDictionary<string, object?> stimulus
        && stimulus.TryGetValue("taskId", out var text) && Guid.TryParse(text as string, out var id)
            ? id
            : null;
}
