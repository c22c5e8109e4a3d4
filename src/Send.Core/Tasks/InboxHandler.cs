using System.Globalization;
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
        var tasks = FilterByCase(Filter(data.Tasks.AsNoTracking().In(query.View, actor, today), query), query);
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
            rows.AddRange(await tasks.Where(task => task.IsOpen == half).OrderBy(task => task.DueOrder).ThenBy(task => task.Id).Take(query.Page.Size + 1)
                .WithCase(data).OrderBy(row => row.DueOrder).ThenBy(row => row.Id).ToListAsync(ct));
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

        return tasks.OrderByDescending(task => task.DoneAt).ThenByDescending(task => task.Id).Take(query.Page.Size + 1)
            .WithCase(data).OrderByDescending(row => row.DoneAt).ThenByDescending(row => row.Id).ToListAsync(ct);
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

    /// <summary>Cases are looked up once, as a set, and not for every task.</summary>
    private IQueryable<CaseTask> FilterByCase(IQueryable<CaseTask> tasks, InboxQuery query)
    {
        if (!string.IsNullOrWhiteSpace(query.Programme))
        {
            var programme = query.Programme;
            var cases = data.Cases.Where(row => row.Programme == programme).Select(row => row.Id);
            tasks = tasks.Where(task => cases.Contains(task.CaseId));
        }

        var text = query.Text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return tasks;
        }

        var like = Like.Containing(text);
        var forms = titles.Containing(text);
        var named = from row in data.Cases
                    join person in data.Participants on row.ParticipantId equals person.Id
                    where EF.Functions.Like(row.Code.ToLower(), like, Like.Escape)
                        || EF.Functions.Like((person.GivenName + " " + person.FamilyName).ToLower(), like, Like.Escape)
                        || (row.DestinationCity != null && EF.Functions.Like(row.DestinationCity.ToLower(), like, Like.Escape))
                    select row.Id;
        return tasks.Where(task => named.Contains(task.CaseId)
            || (task.Title == null ? forms.Contains(task.FormId) : EF.Functions.Like(task.Title.ToLower(), like, Like.Escape)));
    }
}
