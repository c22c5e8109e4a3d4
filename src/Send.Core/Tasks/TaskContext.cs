using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Forms;
using Send.Core.Time;

namespace Send.Core.Tasks;

/// <summary>What a task's form knows: the case and all around it, as the step or the query sees it.</summary>
public static class TaskContext
{
    public static async Task<FormContext> ReadAsync(SendData data, CaseTask task, TimeProvider clock, CancellationToken ct)
    {
        var @case = await data.Cases.FirstAsync(row => row.Id == task.CaseId, ct);
        var person = await data.Participants.FirstAsync(row => row.Id == @case.ParticipantId, ct);
        var sending = await data.Organisations.Include(row => row.Contacts).FirstOrDefaultAsync(row => row.Id == @case.SendingOrganisationId, ct);
        var host = await data.Organisations.Include(row => row.Contacts).FirstOrDefaultAsync(row => row.Id == @case.HostId, ct);
        var offer = await data.Offers.FirstOrDefaultAsync(row => row.Id == @case.OfferId, ct);
        var facts = await data.Facts.Where(row => row.CaseId == @case.Id).ToListAsync(ct);
        return CaseContext.Of(@case, person, sending, host, offer, facts, task, clock.Today());
    }

    public static JsonObject? ObjectOf(string? json) => json is null ? null : JsonNode.Parse(json) as JsonObject;
}
