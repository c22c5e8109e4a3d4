namespace Send.Core.Operations;

/// <summary>What a change answers: known at once, or told after the bursts that it sets off have run, still before the commit.</summary>
public sealed class Answer<T>(Func<CancellationToken, Task<T>> tell)
{
    public Task<T> TellAsync(CancellationToken ct) => tell(ct);
}

/// <summary>Makes answers.</summary>
public static class Answer
{
    public static Answer<T> Now<T>(T value) => new(_ => Task.FromResult(value));

    public static Answer<T> After<T>(Func<CancellationToken, Task<T>> tell) => new(tell);

    public static Answer<T> After<T>(Func<T> tell) => new(_ => Task.FromResult(tell()));
}
