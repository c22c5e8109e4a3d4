using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Deadlines;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Core.Time;

namespace Send.Core.Cases;

/// <summary>What happened in a case and what is planned, in order.</summary>
public sealed record CaseTimelineQuery(Guid Id);

/// <summary>Answers <see cref="CaseTimelineQuery"/>: the history as it was written, then the anchors, deadlines, reminders and follow-ups that lie ahead or are late.</summary>
public sealed class CaseTimelineHandler(SendData data, ITaskTitles titles, TimeProvider clock)
{
    private const int MostEvents = 2000;

    public async Task<Result<CaseTimeline>> HandleAsync(CaseTimelineQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (CaseAccess.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var @case = await data.Cases.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.Id, ct);
        if (@case is null)
        {
            return CaseAccess.NotFound(query.Id);
        }

        var today = clock.Today();
        var planned = Anchors(@case, today).ToList();
        planned.AddRange(await DeadlinesAsync(@case.Id, today, ct));
        planned.AddRange(await FollowUpsAsync(@case.Id, today, ct));
        return new CaseTimeline(
            @case.Id, @case.Code, today, [.. await HappenedAsync(@case.Id, ct), .. planned.OrderBy(entry => entry.On).ThenBy(entry => entry.Kind, StringComparer.Ordinal)]);
    }

    private async Task<List<TimelineEntry>> HappenedAsync(Guid caseId, CancellationToken ct)
    {
        var forms = await data.Tasks.AsNoTracking().Where(row => row.CaseId == caseId).ToDictionaryAsync(row => row.Id, row => (row.FormId, row.Title), ct);
        var lines = await data.Audit.AsNoTracking().Where(row => row.CaseId == caseId).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(MostEvents).ToListAsync(ct);
        lines.Reverse();
        return lines.ConvertAll(line => new TimelineEntry
        {
            Kind = line.Kind,
            Planned = false,
            On = OfficeDay.Of(line.At),
            At = line.At,
            ActorName = line.ActorName,
            TaskId = line.TaskId,
            Title = line.TaskId is { } id && forms.TryGetValue(id, out var form) ? (form.Title is null ? titles.Of(form.FormId) : new(form.Title)) : null,
            Data = line.Data is null ? null : JsonNode.Parse(line.Data) as JsonObject,
        });
    }

    private static IEnumerable<TimelineEntry> Anchors(SendCase @case, DateOnly today)
    {
        if (@case.IsEnded)
        {
            return [];
        }

        (string Kind, DateOnly On)[] days =
        [
            ("departure", @case.Departure), ("start", @case.DayOf(DeadlineAnchor.Start)), ("end", @case.DayOf(DeadlineAnchor.End)), ("return", @case.DayOf(DeadlineAnchor.Return)),
        ];
        return days.Where(day => day.On >= today).Select(day => new TimelineEntry { Kind = day.Kind, Planned = true, On = day.On });
    }

    private async Task<List<TimelineEntry>> DeadlinesAsync(Guid caseId, DateOnly today, CancellationToken ct)
    {
        var rows = await DeadlineRows.ReadAsync(data, data.Deadlines.Where(row => row.CaseId == caseId && (row.State == DeadlineState.Planned || row.State == DeadlineState.Missed)), titles, ct);
        var entries = new List<TimelineEntry>();
        foreach (var row in rows)
        {
            entries.Add(Entry(row, "deadline", row.Due, today, new JsonObject { ["code"] = row.Code, ["hard"] = row.Hard, ["queue"] = row.Queue.ToString() }));
            entries.AddRange(row.Reminders.Where(reminder => reminder is { QueuedAt: null, Dropped: false })
                .Select(reminder => Entry(row, "reminder", reminder.On, today, new JsonObject { ["code"] = row.Code, ["reminder"] = reminder.Kind })));
        }

        return entries;
    }

    private static TimelineEntry Entry(DeadlineRow row, string kind, DateOnly on, DateOnly today, JsonObject facts) => new()
    {
        Kind = kind,
        Planned = true,
        On = on,
        TaskId = row.TaskId,
        DeadlineId = row.Id,
        Title = row.Title,
        Late = on < today,
        Data = facts,
    };

    private async Task<List<TimelineEntry>> FollowUpsAsync(Guid caseId, DateOnly today, CancellationToken ct)
    {
        var rows = await data.Tasks.AsNoTracking().Where(row => row.CaseId == caseId && row.IsOpen && row.FollowUp != null).ToListAsync(ct);
        return rows.ConvertAll(row => new TimelineEntry
        {
            Kind = "followUp",
            Planned = true,
            On = row.FollowUp!.Value,
            TaskId = row.Id,
            Title = row.Title is null ? titles.Of(row.FormId) : new(row.Title),
            Late = row.FollowUp < today,
            Data = new JsonObject { ["waitingFor"] = row.WaitingFor },
        });
    }
}
