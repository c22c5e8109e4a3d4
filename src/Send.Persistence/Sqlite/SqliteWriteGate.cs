namespace Send.Persistence.Sqlite;

/// <summary>SQLite has one writer at a time. Writers of this process queue here, first come first served, instead of finding the file busy and trying again.</summary>
internal sealed class SqliteWriteGate : IDisposable
{
    // Longer than any transaction of ours. Running into it means that a step waits for itself, and an error is better than a host that hangs.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim semaphore = new(1, 1);

    public void Enter()
    {
        if (!semaphore.Wait(Limit))
        {
            throw Late();
        }
    }

    public async Task EnterAsync(CancellationToken ct)
    {
        if (!await semaphore.WaitAsync(Limit, ct))
        {
            throw Late();
        }
    }

    public void Leave() => semaphore.Release();

    public void Dispose() => semaphore.Dispose();

    private static TimeoutException Late() => new($"No turn to write to the database within {Limit.TotalSeconds} s: another transaction of this host is still open.");
}
