using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Deadlines;
using Send.Core.Time;

namespace Send.Core.Cases;

/// <summary>Moves a case within the current step, as workflows do: stage, status, dates, destination. Each change leaves a line of history.</summary>
public sealed class CaseDesk(SendData data, DeadlineBook deadlines, TimeProvider clock)
{
    /// <summary>The tracked case; throws <see cref="InvalidOperationException"/> when there is none, since a workflow cannot go on without its case.</summary>
    public async Task<SendCase> GetAsync(Guid caseId, CancellationToken ct) =>
        await data.Cases.FindAsync([caseId], ct) ?? throw new InvalidOperationException($"There is no case {caseId:D}.");

    /// <summary>Moves the case to a stage; an ended case stays where it is.</summary>
    public async Task MoveToAsync(Guid caseId, CaseStage stage, CancellationToken ct)
    {
        var sendCase = await GetAsync(caseId, ct);
        if (sendCase.Stage == stage || sendCase.IsEnded)
        {
            return;
        }

        var change = ChangeContext.System(clock);
        data.Record(change, "case.stage", caseId, facts: new { from = sendCase.Stage, to = stage });
        sendCase.MoveTo(stage, change.At);
    }

    /// <summary>Changes the status. With an ending status (Closed, Withdrawn, Cancelled, Rejected) the case's open tasks and planned deadlines are cancelled too.</summary>
    public async Task ChangeStatusAsync(Guid caseId, CaseStatus status, string? reason, CancellationToken ct)
    {
        var sendCase = await GetAsync(caseId, ct);
        var change = ChangeContext.System(clock);
        var before = sendCase.Status;
        if (!sendCase.ChangeStatus(status, change.At, reason))
        {
            return;
        }

        if (before == CaseStatus.OnHold)
        {
            await deadlines.ResumeAsync(caseId, await HeldOnAsync(caseId, change.At, ct), ct);
        }
        else if (status == CaseStatus.OnHold)
        {
            await deadlines.HoldAsync(caseId, ct);
        }

        data.Record(change, "case.status", caseId, facts: new { from = before, to = status, reason });
        if (sendCase.IsEnded)
        {
            await CancelOpenTasksAsync(caseId, change, ct);
            await deadlines.CancelAllAsync(caseId, ct);
        }
    }

    /// <summary>Sets new planned or effective dates and destination, and moves the deadlines that hang on them. Missing values stay as they are.</summary>
    public async Task ReplanAsync(Guid caseId, CasePlan plan, string? reason, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var sendCase = await GetAsync(caseId, ct);
        if (plan.Apply(sendCase, clock.GetUtcNow()) is not { Count: > 0 } changes)
        {
            return;
        }

        data.Record(ChangeContext.System(clock), "case.replanned", caseId, facts: new { changes, reason });
        await deadlines.ReplanAsync(sendCase, ct);
    }

    /// <summary>Gives the case the offer, its host and its place; null takes them away again.</summary>
    public async Task PlaceAsync(Guid caseId, Guid? offerId, CancellationToken ct)
    {
        var sendCase = await GetAsync(caseId, ct);
        var change = ChangeContext.System(clock);
        if (offerId is not { } id)
        {
            sendCase.Place(hostId: null, offerId: null, change.At);
            data.Record(change, "case.unplaced", caseId);
            return;
        }

        var offer = await data.Offers.FindAsync([id], ct) ?? throw new InvalidOperationException($"There is no placement offer {id:D}.");
        sendCase.Place(offer.HostId, offer.Id, change.At);
        (sendCase.DestinationCountry, sendCase.DestinationCity) = (offer.Country, offer.City);
        data.Record(change, "case.placed", caseId, facts: new { offer = offer.Title, city = offer.City, country = offer.Country });
    }

    /// <summary>The day on which the case was put on hold, as its history says.</summary>
    private async Task<DateOnly> HeldOnAsync(Guid caseId, DateTimeOffset now, CancellationToken ct)
    {
        var changes = await data.Audit.AsNoTracking().Where(row => row.CaseId == caseId && row.Kind == "case.status").Select(row => new { row.Id, row.At }).ToListAsync(ct);
        return OfficeDay.Of(changes.Count == 0 ? now : changes.MaxBy(change => change.Id)!.At);
    }

    private async Task CancelOpenTasksAsync(Guid caseId, ChangeContext change, CancellationToken ct)
    {
        await data.Tasks.Where(task => task.CaseId == caseId).LoadAsync(ct);
        foreach (var task in data.Tasks.Local.Where(task => task.CaseId == caseId && task.IsOpen).ToList())
        {
            task.Cancel(change.At);
            data.Record(change, "task.cancelled", caseId, task.Id, new { form = task.FormId });
        }
    }
}
