using Microsoft.EntityFrameworkCore;
using Send.Core.Outbox;
using Send.Engine.Execution;
using Send.Engine.Serialization;

namespace Send.Persistence.Workflows;

/// <summary>Finds whom a published event meets, within the step that delivers it.</summary>
public sealed class EventSpreader(SendDbContext db, IIdGenerator ids, TimeProvider clock)
{
    /// <summary>Elsa's name of event bookmarks and triggers.</summary>
    private const string BookmarkName = "Elsa.Event";

    /// <summary>Under this name the activity that is resumed finds the payload; Elsa's.</summary>
    private const string InputKey = "__EventPayloadWorkflowInput";

    /// <summary>Adds an outbox item for every bookmark that waits for the event and, unless it goes to one instance, for every workflow that it starts.</summary>
    public async Task SpreadAsync(EventPayload published, OutboxItem origin, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(origin);
        var hash = BookmarkHasher.Hash(BookmarkName, new Dictionary<string, object?>(StringComparer.Ordinal) { ["eventName"] = published.EventName });
        var input = new Dictionary<string, object?>(StringComparer.Ordinal) { [InputKey] = published.Payload };
        var bookmarks = db.Set<StoredBookmark>().AsNoTracking().Where(row => row.Hash == hash);
        if (published.InstanceId is { } only)
        {
            bookmarks = bookmarks.Where(row => row.InstanceId == only);
        }

        if (published.CorrelationId is { } correlation)
        {
            bookmarks = bookmarks.Where(row => row.CorrelationId == correlation);
        }

        foreach (var bookmark in await bookmarks.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(ct))
        {
            Add($"resume/{origin.Id:N}/{bookmark.Id}", OutboxKinds.Background, new ResumePayload(bookmark.InstanceId, bookmark.Id, input), origin);
        }

        if (published.InstanceId is null)
        {
            await StartAsync(published, origin, hash, input, ct);
        }
    }

    private async Task StartAsync(EventPayload published, OutboxItem origin, string hash, Dictionary<string, object?> input, CancellationToken ct)
    {
        foreach (var trigger in await db.Set<StoredTrigger>().AsNoTracking().Where(row => row.Hash == hash).OrderBy(row => row.Id).ToListAsync(ct))
        {
            var start = new StartStimulus(ids.NewId()) { Input = input, CorrelationId = published.CorrelationId, TriggerActivityId = trigger.ActivityId };
            Add($"start/{origin.Id:N}/{trigger.Id}", OutboxKinds.Dispatch, new DispatchPayload(trigger.DefinitionId, start), origin);
        }
    }

    private void Add(string key, string kind, object payload, OutboxItem origin)
    {
        var now = clock.GetUtcNow();
        db.Outbox.Add(new OutboxItem
        {
            Id = Guid.CreateVersion7(now),
            Key = key,
            Kind = kind,
            Payload = PlainJson.Serialize(payload),
            CaseId = origin.CaseId,
            CreatedAt = now,
            DueAt = now,
        });
    }
}
