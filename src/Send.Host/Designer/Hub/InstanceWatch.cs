using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Hub;

/// <summary>Tells viewers what has changed in the instances that they show. A commit of this host is looked at after a breath, so that a burst of commits is one message; what other
/// hosts did is found by one small query every <see cref="Interval"/>. With no viewer nothing is asked of the database.</summary>
internal sealed partial class InstanceWatch(IServiceScopeFactory scopes, InstanceNews news, ILogger<InstanceWatch> logger) : BackgroundService, ICommitObserver
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(150);
    private const int MostPerConnection = 50;
    private const int Repetitions = 2;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, byte>> byConnection = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Mark> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> toRepeat = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1, 1);
    private int pending;

    /// <summary>A connection follows an instance. False when it follows as many as it may.</summary>
    public bool Add(string connectionId, string instanceId)
    {
        var followed = byConnection.GetOrAdd(connectionId, _ => new(StringComparer.Ordinal));
        return followed.Count < MostPerConnection && (followed.TryAdd(instanceId, 0) || followed.ContainsKey(instanceId));
    }

    /// <summary>The connection is gone.</summary>
    public void Remove(string connectionId)
    {
        byConnection.TryRemove(connectionId, out _);
        if (byConnection.IsEmpty)
        {
            seen.Clear();
            toRepeat.Clear();
        }
    }

    /// <summary>Notes where the instance stands: its viewer has read it before. A viewer that comes to one already followed changes nothing.</summary>
    public async Task MarkAsync(string instanceId, CancellationToken ct)
    {
        if (!seen.ContainsKey(instanceId))
        {
            await using var scope = scopes.CreateAsyncScope();
            var marks = await MarksAsync(scope.ServiceProvider.GetRequiredService<SendDbContext>(), [instanceId], ct);
            seen.TryAdd(instanceId, marks.GetValueOrDefault(instanceId) ?? new Mark(0, -1));
        }

        toRepeat[instanceId] = Repetitions;
    }

    /// <inheritdoc />
    public void Committed(CommittedChanges changes)
    {
        if (!byConnection.IsEmpty && Interlocked.Exchange(ref pending, 1) == 0)
        {
            _ = LookSoonAsync();
        }
    }

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RepeatAsync(stoppingToken);
            await LookAsync(stoppingToken);
        }
    }

    private static async Task<Dictionary<string, Mark>> MarksAsync(SendDbContext db, IReadOnlyCollection<string> ids, CancellationToken ct) =>
        await db.Set<StoredInstance>().AsNoTracking().Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.Version, Last = db.Set<JournalBurst>().Where(burst => burst.InstanceId == row.Id).Max(burst => (long?)burst.First) })
            .ToDictionaryAsync(row => row.Id, row => new Mark(row.Version, row.Last ?? -1), StringComparer.Ordinal, ct);

    private async Task RepeatAsync(CancellationToken ct)
    {
        foreach (var (id, left) in toRepeat)
        {
            await news.RepeatAsync(id, ct);
            if (!toRepeat.TryUpdate(id, left - 1, left) || left > 1)
            {
                continue; // changed meanwhile, or once more
            }

            toRepeat.TryRemove(new(id, 0));
        }
    }

    private async Task LookSoonAsync()
    {
        await Task.Delay(Breath, TimeProvider.System);
        Interlocked.Exchange(ref pending, 0);
        await LookAsync(CancellationToken.None);
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var followed = byConnection.Values.SelectMany(ids => ids.Keys).ToHashSet(StringComparer.Ordinal);
        if (followed.Count == 0)
        {
            return;
        }

        try
        {
            await turn.WaitAsync(ct);
            try
            {
                await LookAsync(followed, ct);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(logger, failure, Interval);
        }
    }

    private async Task LookAsync(HashSet<string> followed, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SendDbContext>();
        var marks = await MarksAsync(db, followed, ct);
        foreach (var (id, mark) in marks)
        {
            if (seen.TryGetValue(id, out var before) && before != mark)
            {
                await news.TellAsync(db, scope.ServiceProvider.GetRequiredService<JournalReader>(), id, before.LastBurst, ct);
                seen[id] = mark;
                toRepeat[id] = Repetitions;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look for changes of followed instances; the next look is in {Interval}.")]
    private static partial void LogFailure(ILogger logger, Exception failure, TimeSpan interval);

    /// <summary>Version of the row, and sequence at which its last burst begins.</summary>
    private sealed record Mark(long Version, long LastBurst);
}
