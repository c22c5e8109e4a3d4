using Send.Engine.Definitions;
using Send.Engine.Models;
using Send.Engine.State;

namespace Send.Conformance.Hosting;

/// <summary>What the host keeps of an instance. The state is kept as text, so that every burst starts from what a database would give back.</summary>
public sealed class HostedInstance
{
    internal HostedInstance(string id, CompiledWorkflow workflow)
    {
        Id = id;
        Workflow = workflow;
    }

    /// <summary>Id of the instance.</summary>
    public string Id { get; }

    /// <summary>The version that it runs.</summary>
    public CompiledWorkflow Workflow { get; internal set; }

    /// <summary>Serialised state.</summary>
    public string StateJson { get; internal set; } = "";

    /// <summary>The state, read from <see cref="StateJson"/>.</summary>
    public WorkflowState State => WorkflowStateSerializer.Deserialize(StateJson);

    /// <summary>The whole journal.</summary>
    public IReadOnlyList<WorkflowExecutionLogEntry> Journal => journal;

    /// <summary>Latest record of each activity execution, in the order of creation.</summary>
    public IReadOnlyList<ActivityExecutionRecord> Executions => [.. order.Select(id => executions[id])];

    /// <summary>Bookmark rows: what a host would find bookmarks by.</summary>
    public IReadOnlyDictionary<string, BookmarkRow> Bookmarks => bookmarks;

    /// <summary>True once the instance was deleted; nothing else is kept then.</summary>
    public bool IsDeleted { get; private set; }

    private readonly List<WorkflowExecutionLogEntry> journal = [];
    private readonly List<string> order = [];
    private readonly Dictionary<string, ActivityExecutionRecord> executions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BookmarkRow> bookmarks = new(StringComparer.Ordinal);

    internal void Delete()
    {
        IsDeleted = true;
        StateJson = "";
        journal.Clear();
        order.Clear();
        executions.Clear();
        bookmarks.Clear();
    }

    internal void AddJournal(IEnumerable<WorkflowExecutionLogEntry> entries) => journal.AddRange(entries);

    internal void Keep(ActivityExecutionRecord record)
    {
        if (!executions.ContainsKey(record.Id))
        {
            order.Add(record.Id);
        }

        executions[record.Id] = record;
    }

    internal void AddBookmark(BookmarkRow row) => bookmarks[row.Id] = row;

    internal void RemoveBookmark(string id) => bookmarks.Remove(id);
}

/// <summary>A row of the bookmark store.</summary>
/// <param name="Id">Id of the bookmark.</param>
/// <param name="InstanceId">The instance that waits.</param>
/// <param name="Name">Name of the bookmark.</param>
/// <param name="Hash">Hash of name and stimulus.</param>
public sealed record BookmarkRow(string Id, string InstanceId, string Name, string Hash);
