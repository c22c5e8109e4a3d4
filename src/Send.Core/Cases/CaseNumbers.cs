namespace Send.Core.Cases;

/// <summary>Lets the cases of one host be numbered one after the other. Numbers of several hosts collide on the unique code, and the later one is numbered again; without
/// turns a class that is enrolled at once would collide so often that the tries run out.</summary>
public sealed class CaseNumbers : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Runs <paramref name="open"/> when its turn has come.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> open, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(open);
        await turn.WaitAsync(ct);
        try
        {
            return await open();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();
}
