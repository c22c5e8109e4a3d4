using Microsoft.EntityFrameworkCore;
using Send.Engine.Execution;
using Send.Engine.Serialization;
using Send.Engine.State;

namespace Send.Persistence.Workflows;

/// <summary>The instances that one step has to do with: each is read once, may see several bursts, and is written once.</summary>
internal sealed class InstanceSession(SendDbContext db)
{
    private readonly Dictionary<string, LoadedInstance> loaded = new(StringComparer.Ordinal);

    /// <summary>Those that the step changed or looked at.</summary>
    public IReadOnlyCollection<LoadedInstance> Loaded => loaded.Values;

    /// <summary>The instance as this step left it so far; null when there is none.</summary>
    public async Task<LoadedInstance?> FindAsync(string id, CancellationToken ct)
    {
        if (loaded.TryGetValue(id, out var known))
        {
            return known;
        }

        var row = await db.Set<StoredInstance>().FirstOrDefaultAsync(instance => instance.Id == id, ct);
        return row is null ? null : loaded[id] = new LoadedInstance(row, WorkflowStateSerializer.Deserialize(row.State));
    }

    /// <summary>Ids of instances that this one started and that can still move, including those started in this step.</summary>
    public async Task<IReadOnlyList<string>> RunningChildrenAsync(string parentId, CancellationToken ct)
    {
        var stored = await db.Set<StoredInstance>().AsNoTracking()
            .Where(instance => instance.ParentId == parentId && instance.Status == Engine.WorkflowStatus.Running)
            .OrderBy(instance => instance.CreatedAt).ThenBy(instance => instance.Id)
            .Select(instance => instance.Id).ToListAsync(ct);
        var fresh = loaded.Values.Where(instance => instance.Row.ParentId == parentId).Select(instance => instance.Row.Id);
        return [.. stored.Union(fresh, StringComparer.Ordinal)];
    }

    /// <summary>Takes over what a burst did to one instance.</summary>
    public async Task ApplyAsync(InstanceChange change, CancellationToken ct)
    {
        var state = change.State;
        if (change.IsNew)
        {
            var row = new StoredInstance
            {
                Id = state.Id,
                DefinitionId = state.DefinitionId,
                DefinitionVersionId = state.DefinitionVersionId,
                ParentId = state.ParentWorkflowInstanceId,
                CreatedAt = state.CreatedAt,
                State = "",
            };
            db.Add(row);
            loaded[state.Id] = new LoadedInstance(row, state);
        }

        var instance = await FindAsync(state.Id, ct) ?? throw new InvalidOperationException($"A burst changed instance {state.Id}, which is not stored.");
        await MoveBookmarksAsync(instance, change, ct);
        instance.State = state;
        instance.Changed = true;
        AddJournal(change);
    }

    /// <summary>Removes the instance; its bookmarks and journal go with it.</summary>
    public void Delete(LoadedInstance instance)
    {
        instance.Deleted = true;
        foreach (var entry in db.ChangeTracker.Entries<JournalBurst>().Where(entry => string.Equals(entry.Entity.InstanceId, instance.Row.Id, StringComparison.Ordinal)).ToList())
        {
            entry.State = EntityState.Detached;
        }

        db.Remove(instance.Row);
    }

    /// <summary>Writes the states into their rows; called once, before the commit.</summary>
    public void Flush()
    {
        foreach (var instance in loaded.Values.Where(instance => instance is { Changed: true, Deleted: false }))
        {
            instance.Flush();
        }
    }

    private async Task MoveBookmarksAsync(LoadedInstance instance, InstanceChange change, CancellationToken ct)
    {
        var bookmarks = db.Set<StoredBookmark>();
        foreach (var id in change.BookmarksRemoved)
        {
            if (instance.State.Bookmarks.FirstOrDefault(bookmark => string.Equals(bookmark.Id, id, StringComparison.Ordinal)) is { } gone)
            {
                instance.Removed.Add(gone);
            }

            bookmarks.Remove(bookmarks.Local.FindEntry(id)?.Entity ?? StoredBookmark.Key(id));
        }

        if (!change.IsNew && !string.Equals(instance.Row.CorrelationId, change.State.CorrelationId, StringComparison.Ordinal))
        {
            await foreach (var bookmark in bookmarks.Where(row => row.InstanceId == change.State.Id).AsAsyncEnumerable().WithCancellation(ct))
            {
                bookmark.CorrelationId = change.State.CorrelationId;
            }
        }

        foreach (var (bookmark, activityType, resumeAt) in change.BookmarksCreated)
        {
            bookmarks.Add(new StoredBookmark
            {
                Id = bookmark.Id,
                InstanceId = change.State.Id,
                CorrelationId = change.State.CorrelationId,
                Name = bookmark.Name,
                Hash = bookmark.Hash,
                ActivityType = activityType,
                ActivityId = bookmark.ActivityId,
                ActivityInstanceId = bookmark.ActivityInstanceId,
                DueAt = resumeAt ?? DayTimer.DueAt(bookmark),
                Payload = bookmark.Payload is null ? null : PlainJson.Serialize(bookmark.Payload),
                CreatedAt = bookmark.CreatedAt,
            });
        }

        instance.Row.CorrelationId = change.State.CorrelationId;
    }

    private void AddJournal(InstanceChange change)
    {
        if (change.Journal.Count > 0 || change.Executions.Count > 0)
        {
            db.Add(new JournalBurst
            {
                Id = Guid.CreateVersion7(change.State.UpdatedAt),
                InstanceId = change.State.Id,
                First = change.Journal.Count > 0 ? change.Journal[0].Sequence : change.State.ExecutionLogSequence,
                Count = change.Journal.Count,
                At = change.State.UpdatedAt,
                Entries = PlainJson.Serialize(change.Journal),
                Executions = PlainJson.Serialize(change.Executions),
            });
        }
    }
}
