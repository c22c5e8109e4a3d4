namespace Send.Host.Infrastructure.Jobs;

/// <summary>Lets one sweep of this host run at a time.</summary>
public sealed class SweepGate
{
    private int running;

    /// <summary>False while another one runs.</summary>
    public bool TryEnter() => Interlocked.Exchange(ref running, 1) == 0;

    /// <summary>Ends the turn.</summary>
    public void Leave() => Interlocked.Exchange(ref running, 0);
}
