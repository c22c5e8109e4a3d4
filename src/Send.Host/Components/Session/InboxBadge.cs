using Send.Core.Tasks;

namespace Send.Host.Components.Session;

/// <summary>The number of the reader's tasks beside "Inbox"; one per circuit, looks again when something changed.</summary>
public sealed class InboxBadge(Ask ask, CircuitPulse pulse) : IDisposable
{
    private bool started;

    /// <summary>Raised on any thread.</summary>
    public event Action? Changed;

    /// <summary>Open tasks of the reader, counted up to <see cref="InboxCounts.Ceiling"/>.</summary>
    public int Mine => Counts.Mine;

    public InboxCounts Counts { get; private set; } = new(0, 0, 0, 0, 0);

    /// <summary>`12`, or `999+`.</summary>
    public string Text => Words(Mine);

    /// <summary>A count as it is shown.</summary>
    public static string Words(int count) => count >= InboxCounts.Ceiling ? $"{InboxCounts.Ceiling - 1}+" : $"{count}";

    /// <summary>Starts to follow; harmless when called again.</summary>
    public async Task StartAsync()
    {
        if (!started)
        {
            started = true;
            pulse.Changed += OnPulse;
            await ReadAsync();
        }
    }

    public void Dispose() => pulse.Changed -= OnPulse;

    private void OnPulse() => _ = ReadAsync();

    private async Task ReadAsync()
    {
        var result = await ask.ForAsync((InboxCountsHandler handler, Send.Core.Staff.Actor actor) => handler.HandleAsync(actor, CancellationToken.None));
        if (result.IsSuccess && result.Value != Counts)
        {
            Counts = result.Value;
            Changed?.Invoke();
        }
    }
}
