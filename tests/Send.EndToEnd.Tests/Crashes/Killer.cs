using Send.TestKit.Hosting;

namespace Send.EndToEnd.Tests.Crashes;

/// <summary>
/// Kills the host a random moment after a client sends a change, so that most strikes fall into the work on it, and starts it
/// again. The same seed strikes at the same requests; how far the host got by then is the machine's affair.
/// </summary>
internal sealed class Killer(HostProcess host, int seed, int limit, double chance, CancellationToken ct)
{
    private const int LongestDelayMilliseconds = 120;
    private readonly Lock gate = new();
    private readonly Random random = new(seed);
    private Task strike = Task.CompletedTask;

    /// <summary>How often the host was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Given to the clients as what they call before a change.</summary>
    public void BeforeWrite()
    {
        lock (gate)
        {
            if (!strike.IsCompleted || Kills >= limit || random.NextDouble() > chance)
            {
                return;
            }

            Kills++;
            strike = StrikeAsync(TimeSpan.FromMilliseconds(random.Next(LongestDelayMilliseconds)));
        }
    }

    /// <summary>Waits until the host is up again and strikes no more; a restart that failed fails here.</summary>
    public async Task FinishAsync()
    {
        Task last;
        lock (gate)
        {
            last = strike;
        }

        await last;
    }

    private async Task StrikeAsync(TimeSpan delay)
    {
        await Task.Delay(delay, TimeProvider.System, ct);
        host.Kill();
        await host.RestartAsync(ct);
    }
}
