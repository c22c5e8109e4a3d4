using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Forms;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Placements;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Cases;

/// <summary>Everything that papers, mails and checks say about a case, as it stands within the current step.</summary>
public sealed record CaseFile(
    SendCase Case, Participant Participant, Organisation? Sending, Organisation? Host, PlacementOffer? Offer, StaffMember? Owner, JsonObject Facts)
{
    /// <summary>The section's object, empty when nothing is known.</summary>
    public JsonObject Section(string name) => Facts[name] as JsonObject ?? [];
}

/// <summary>Opens case files.</summary>
public sealed class CaseFiles(SendData data, CaseDesk cases, FactBook facts, TimeProvider clock)
{
    private readonly Dictionary<Guid, Organisation?> organisations = [];

    /// <summary>Reads the file of a case; throws <see cref="InvalidOperationException"/> when there is no such case.</summary>
    public async Task<CaseFile> OpenAsync(Guid caseId, CancellationToken ct)
    {
        var sendCase = await cases.GetAsync(caseId, ct);
        var participant = await data.Participants.FindAsync([sendCase.ParticipantId], ct)
            ?? throw new InvalidOperationException($"Case {sendCase.Code} has no participant.");
        return new(
            sendCase,
            participant,
            await OrganisationAsync(sendCase.SendingOrganisationId, ct),
            await OrganisationAsync(sendCase.HostId, ct),
            sendCase.OfferId is { } offerId ? await data.Offers.FindAsync([offerId], ct) : null,
            sendCase.OwnerId is { } ownerId ? await data.Staff.FindAsync([ownerId], ct) : null,
            await facts.AllAsync(caseId, ct));
    }

    /// <summary>The case as forms see it (docs/forms.md, Context).</summary>
    public async Task<FormContext> ViewAsync(Guid caseId, CancellationToken ct)
    {
        var file = await OpenAsync(caseId, ct);
        var rows = data.Facts.Local.Where(row => row.CaseId == caseId).ToList();
        return CaseContext.Of(file.Case, file.Participant, file.Sending, file.Host, file.Offer, rows, task: null, clock.Today());
    }

    private async Task<Organisation?> OrganisationAsync(Guid? id, CancellationToken ct)
    {
        if (id is not { } key)
        {
            return null;
        }

        if (!organisations.TryGetValue(key, out var organisation))
        {
            organisation = await data.Organisations.Include(row => row.Contacts).FirstOrDefaultAsync(row => row.Id == key, ct);
            organisations[key] = organisation;
        }

        return organisation;
    }
}
