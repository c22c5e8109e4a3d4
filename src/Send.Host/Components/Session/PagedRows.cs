using Send.Core.Results;

namespace Send.Host.Components.Session;

/// <summary>Rows of a list that a circuit has read so far: the first page, then more on demand. <paramref name="read"/> answers one page.</summary>
public sealed class PagedRows<TRow>(Func<PageRequest, Task<Result<Page<TRow>>>> read)
{
    private string? next;

    public List<TRow> Rows { get; } = [];

    public bool HasMore => next is not null;

    public bool IsLoaded { get; private set; }

    public bool IsBusy { get; private set; }

    public IReadOnlyList<Error> Errors { get; private set; } = [];

    /// <summary>Starts again at the first page; the old rows stay until the new ones are there.</summary>
    public async Task StartAsync()
    {
        Take(await read(new PageRequest()), true);
        IsLoaded = true;
    }

    /// <summary>Forgets the rows, for another filter.</summary>
    public void Reset()
    {
        Rows.Clear();
        (next, IsLoaded, Errors) = (null, false, []);
    }

    /// <summary>Adds the next page.</summary>
    public async Task MoreAsync()
    {
        if (next is null || IsBusy)
        {
            return;
        }

        IsBusy = true;
        Take(await read(new PageRequest(After: next)), false);
        IsBusy = false;
    }

    private void Take(Result<Page<TRow>> page, bool fromStart)
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
