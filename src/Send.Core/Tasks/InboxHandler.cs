using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Tasks;

/// <summary>Answers <see cref="InboxQuery"/> by keyset along an index: a page costs the same whatever the number of tasks.</summary>
public sealed class InboxHandler(SendData data, ITaskTitles titles, TimeProvider clock)
{
    public async Task<Result<Page<InboxRow>>> HandleAsync(InboxQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if ((TaskAccess.MayRead(actor) ?? query.Page.Check()) is { } refusal)
        {
            return refusal;
        }

        if (query.Sort == InboxSort.Done && query.View != InboxView.Done)
        {
            return new Error("inbox.sort", "Only the view done can be sorted by when tasks were done.", "/sort");
        }

        var cursor = Cursor.Decode(query.Page.After);
        if (!cursor.IsSuccess)
        {
            return Result<Page<InboxRow>>.Refused(cursor.Errors);
        }

        var today = clock.Today();
        var tasks = Filter(data.Tasks.AsNoTracking().In(query.View, actor, today), query);
        var rows = query.Sort == InboxSort.Done
            ? await ByDoneAsync(tasks, query, cursor.Value, ct)
            : await ByDueAsync(tasks, query, cursor.Value, ct);
        var page = rows.Take(query.Page.Size).ToList();
        var next = rows.Count > page.Count ? CursorOf(page[^1], query.Sort).Encode() : null;
        return new Page<InboxRow>([.. page.Select(row => row.ToRow(titles, today))], next);
    }

    private static Cursor CursorOf(RawTask row, InboxSort sort) => sort == InboxSort.Done
        ? new(row.DoneAt!.Value.ToString("O", CultureInfo.InvariantCulture), row.Id)
        : new(row.DueOrder.ToString("O", CultureInfo.InvariantCulture), row.Id);

    private async Task<List<RawTask>> ByDueAsync(IQueryable<CaseTask> tasks, InboxQuery query, Cursor? cursor, CancellationToken ct)
    {
        if (cursor is not null && DateOnly.TryParseExact(cursor.Key, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
        {
            var id = cursor.Id;
            tasks = tasks.Where(task => task.DueOrder >= due && (task.DueOrder > due || task.Id > id));
        }

        // The indexes start with IsOpen: each half is read in their order, and the two are merged.
        bool[] halves = query.View != InboxView.All ? [query.View != InboxView.Done] : query.Open is { } open ? [open] : [true, false];
        var rows = new List<RawTask>();
        foreach (var half in halves)
        {
            rows.AddRange(await tasks.Where(task => task.IsOpen == half).WithCase(data).Where(Matches(query))
                .OrderBy(row => row.DueOrder).ThenBy(row => row.Id).Take(query.Page.Size + 1).ToListAsync(ct));
        }

        return halves.Length == 1 ? rows : await InDatabaseOrderAsync(rows, query.Page.Size + 1, ct);
    }

    /// <summary>Databases do not agree with .NET how ids sort, so the merged rows are put in order by the database that pages them.</summary>
    private async Task<List<RawTask>> InDatabaseOrderAsync(List<RawTask> rows, int wanted, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var order = await data.Tasks.AsNoTracking().Where(task => ids.Contains(task.Id)).OrderBy(task => task.DueOrder).ThenBy(task => task.Id).Select(task => task.Id).Take(wanted).ToListAsync(ct);
        return [.. order.Join(rows, id => id, row => row.Id, (_, row) => row)];
    }

    private Task<List<RawTask>> ByDoneAsync(IQueryable<CaseTask> tasks, InboxQuery query, Cursor? cursor, CancellationToken ct)
    {
        if (cursor is not null && DateTimeOffset.TryParseExact(cursor.Key, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            var id = cursor.Id;
            tasks = tasks.Where(task => task.DoneAt <= at && (task.DoneAt < at || task.Id < id));
        }

        return tasks.WithCase(data).Where(Matches(query)).OrderByDescending(row => row.DoneAt).ThenByDescending(row => row.Id).Take(query.Page.Size + 1).ToListAsync(ct);
    }

    private static IQueryable<CaseTask> Filter(IQueryable<CaseTask> tasks, InboxQuery query)
    {
        if (query.Case is { } @case)
        {
            tasks = tasks.Where(task => task.CaseId == @case);
        }

        if (query.Queue is { } queue)
        {
            tasks = tasks.Where(task => task.Role == queue);
        }

        if (query.DueBefore is { } before)
        {
            tasks = tasks.Where(task => task.DueOrder < before);
        }

        if (query.Stage is { } stage)
        {
            tasks = tasks.Where(task => task.Stage == stage);
        }

        return query.Open switch
        {
            true => tasks.Where(task => task.IsOpen),
            false => tasks.Where(task => !task.IsOpen),
            null => tasks,
        };
    }

    private Expression<Func<RawTask, bool>> Matches(InboxQuery query)
    {
        var programme = query.Programme;
        var text = query.Text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return row => programme == null || row.Programme == programme;
        }

        var like = Like.Containing(text);
        var forms = titles.Containing(text);
        return row => (programme == null || row.Programme == programme)
            && (EF.Functions.Like(row.CaseCode.ToLower(), like, Like.Escape)
                || EF.Functions.Like((row.GivenName + " " + row.FamilyName).ToLower(), like, Like.Escape)
                || (row.City != null && EF.Functions.Like(row.City.ToLower(), like, Like.Escape))
                || (row.OwnTitle == null ? forms.Contains(row.FormId) : EF.Functions.Like(row.OwnTitle.ToLower(), like, Like.Escape)));
    }
}
