using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Host.Components.Session;

namespace Send.Host.Features.Inbox;

/// <summary>The rows of the inbox that a circuit has read so far: the first page, more on demand, and all of them again when something changed.</summary>
public sealed class InboxList(Ask ask)
{
    private const int PageSize = 50;

    // A refresh reads at most this many rows again; who has scrolled further sees the rest as it was.
    private const int MostRefreshed = 400;

    private string? next;

    public List<InboxRow> Rows { get; } = [];

    public bool HasMore => next is not null;

    public bool IsLoaded { get; private set; }

    public IReadOnlyList<Error> Errors { get; private set; } = [];

    /// <summary>Starts again at the first page.</summary>
    public async Task StartAsync(InboxAddress address, CancellationToken ct)
    {
        IsLoaded = false;
        Take(await ReadAsync(address, PageSize, null, ct), true);
        IsLoaded = true;
    }

    /// <summary>Adds the next page.</summary>
    public async Task MoreAsync(InboxAddress address, CancellationToken ct)
    {
        if (next is not null)
        {
            Take(await ReadAsync(address, PageSize, next, ct), false);
        }
    }

    /// <summary>Reads what is shown again.</summary>
    public async Task RefreshAsync(InboxAddress address, CancellationToken ct)
    {
        var wanted = Math.Min(Math.Max(Rows.Count, PageSize), MostRefreshed);
        Take(await ReadAsync(address, Math.Min(wanted, PageRequest.MaximumSize), null, ct), true);
        while (Errors.Count == 0 && next is not null && Rows.Count < wanted)
        {
            Take(await ReadAsync(address, Math.Min(wanted - Rows.Count, PageRequest.MaximumSize), next, ct), false);
        }
    }

    private Task<Result<Page<InboxRow>>> ReadAsync(InboxAddress address, int size, string? after, CancellationToken ct) =>
        ask.ForAsync((InboxHandler handler, Actor actor) => handler.HandleAsync(address.ToQuery(size, after), actor, ct));

    private void Take(Result<Page<InboxRow>> page, bool fromStart)
    {
        Errors = page.Errors;
        if (!page.IsSuccess)
        {
            return;
        }

        if (fromStart)
        {
            Rows.Clear();
        }

        Rows.AddRange(page.Value.Items);
        next = page.Value.Next;
    }
}
