using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Tasks;

/// <summary>Answers <see cref="InboxQuery"/> by keyset: rows with a due date first, in the order of an index, then those without one. Each page reads only its rows.</summary>
public sealed class InboxHandler(SendData data, ITaskTitles titles, TimeProvider clock)
{
    private const string NoDue = "none";

    public async Task<Result<Page<InboxRow>>> HandleAsync(InboxQuery query, Actor actor, CancellationToken ct)
    {
        if ((TaskAccess.MayRead(actor) ?? query.Page.Check()) is { } refusal)
        {
            return refusal;
        }

        var cursor = Cursor.Decode(query.Page.After);
        if (!cursor.IsSuccess)
        {
            return Result<Page<InboxRow>>.Refused(cursor.Errors);
        }

        var today = clock.Today();
        var tasks = Filter(data.Tasks.AsNoTracking().In(query.View, actor, today), query);
        var wanted = query.Page.Size + 1;
        var rows = new List<RawTask>();
        if (cursor.Value?.Key != NoDue)
        {
            rows.AddRange(await Dated(tasks, cursor.Value).WithCase(data).Where(Matches(query)).OrderBy(row => row.Due).ThenBy(row => row.Id).Take(wanted).ToListAsync(ct));
        }

        if (rows.Count < wanted && query.DueBefore is null && query.View != InboxView.Overdue)
        {
            rows.AddRange(await Undated(tasks, cursor.Value).WithCase(data).Where(Matches(query)).OrderBy(row => row.Id).Take(wanted - rows.Count).ToListAsync(ct));
        }

        var page = rows.Take(query.Page.Size).ToList();
        var next = rows.Count > page.Count
            ? new Cursor(page[^1].Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? NoDue, page[^1].Id).Encode()
            : null;
        return new Page<InboxRow>([.. page.Select(row => row.ToRow(titles, today))], next);
    }

    private static IQueryable<CaseTask> Dated(IQueryable<CaseTask> tasks, Cursor? cursor)
    {
        if (cursor is null || !DateOnly.TryParseExact(cursor.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
        {
            return tasks.Where(task => task.Due != null);
        }

        var id = cursor.Id;
        return tasks.Where(task => task.Due >= due && (task.Due > due || task.Id > id));
    }

    private static IQueryable<CaseTask> Undated(IQueryable<CaseTask> tasks, Cursor? cursor)
    {
        tasks = tasks.Where(task => task.Due == null);
        if (cursor?.Key != NoDue)
        {
            return tasks;
        }

        var id = cursor.Id;
        return tasks.Where(task => task.Id > id);
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
            tasks = tasks.Where(task => task.Due < before);
        }

        if (query.Stage is { } stage)
        {
            tasks = tasks.Where(task => task.Stage == stage);
        }

        return query.Open switch
        {
            true => tasks.Where(task => task.DoneAt == null),
            false => tasks.Where(task => task.DoneAt != null),
            null => tasks,
        };
    }

    private System.Linq.Expressions.Expression<Func<RawTask, bool>> Matches(InboxQuery query)
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
