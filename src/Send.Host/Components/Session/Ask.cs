using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Host.Components.Session;

/// <summary>Runs a handler for a page, each time in a scope of its own: a circuit is one long scope and must not keep a context. After a write it tells the other circuits.</summary>
public sealed class Ask(IServiceScopeFactory scopes, UserSession session, Pulse pulse)
{
    /// <summary>A read.</summary>
    public async Task<TResult> ForAsync<THandler, TResult>(Func<THandler, Actor, Task<TResult>> use)
        where THandler : notnull
    {
        ArgumentNullException.ThrowIfNull(use);
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<THandler>(), session.Actor);
    }

    /// <summary>A write: the same, and when it was done everybody's lists look again.</summary>
    public async Task<Result<TValue>> DoAsync<THandler, TValue>(Func<THandler, Actor, Task<Result<TValue>>> use)
        where THandler : notnull
    {
        var result = await ForAsync(use);
        if (result.IsSuccess)
        {
            pulse.Touch();
        }

        return result;
    }
}
