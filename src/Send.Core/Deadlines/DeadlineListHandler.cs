using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Core.Deadlines;

/// <summary>Answers <see cref="DeadlineListQuery"/>, by due date and id.</summary>
public sealed class DeadlineListHandler(SendData data, ITaskTitles titles)
{
    public async Task<Result<Page<DeadlineRow>>> HandleAsync(DeadlineListQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if ((CaseAccess.MayRead(actor) ?? query.Page.Check()) is { } refusal)
        {
            return refusal;
        }

        var cursor = Cursor.Decode(query.Page.After);
        if (!cursor.IsSuccess)
        {
            return Result<Page<DeadlineRow>>.Refused(cursor.Errors);
        }

        var deadlines = Filter(data.Deadlines.AsNoTracking(), query);
        if (cursor.Value is { } from && DateOnly.TryParseExact(from.Key, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
        {
            var id = from.Id;
            deadlines = deadlines.Where(row => row.Due > due || (row.Due == due && row.Id > id));
        }

        var rows = await DeadlineRows.ReadAsync(data, deadlines.OrderBy(row => row.Due).ThenBy(row => row.Id).Take(query.Page.Size + 1), titles, ct);
        var page = rows.Take(query.Page.Size).ToList();
        return new Page<DeadlineRow>(page, rows.Count > page.Count ? new Cursor(page[^1].Due.ToString("O", CultureInfo.InvariantCulture), page[^1].Id).Encode() : null);
    }

    private static IQueryable<Deadline> Filter(IQueryable<Deadline> deadlines, DeadlineListQuery query)
    {
        if (query.Case is { } @case)
        {
            deadlines = deadlines.Where(row => row.CaseId == @case);
        }

        if (query.State is { } state)
        {
            deadlines = deadlines.Where(row => row.State == state);
        }

        if (query.Queue is { } queue)
        {
            deadlines = deadlines.Where(row => row.Role == queue);
        }

        if (query.DueBefore is { } before)
        {
            deadlines = deadlines.Where(row => row.Due < before);
        }

        return query.DueAfter is { } after ? deadlines.Where(row => row.Due > after) : deadlines;
    }
}
