using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Forms;
using Send.Core.Placements;
using Send.Core.Reference;
using Send.Core.Tasks;
using Send.Core.Time;

namespace Send.Core.Computations;

/// <summary>Computes what a form shows beside its fields, and what fills them, when its task opens: `computed` in the context of the form. Names are those that the form files
/// use; docs/forms.md lists them.</summary>
public sealed class CaseComputations(SendData data, CaseFiles files, ReferenceData reference, TimeProvider clock)
{
    private const int MatchesShown = 12;

    /// <summary>The computed object for a form; null when there is nothing to compute.</summary>
    public async Task<JsonObject?> ForAsync(string formId, Guid caseId, CancellationToken ct)
    {
        var file = await files.OpenAsync(caseId, ct);
        var of = new FileComputations(file, reference, clock.Today());
        return formId switch
        {
            "eligibility-check" => of.Eligibility(await PreviousDaysAsync(file, ct)),
            "needs-analysis" => of.Needs(),
            "mobility-programme" => of.Programme(),
            "placement-search" => await MatchesAsync(file, ct),
            "learning-agreement" => of.Agreement(),
            "language-course" => of.LanguageCourse(),
            "travel" or "grant-agreement" => of.Journey(),
            "entry-check" => of.Entry(),
            "visa-refused" => of.VisaRefused(),
            "insurance" => of.Insurance(),
            "departure-check" => of.Departure(),
            "monitoring-log" => of.Monitoring(),
            "mid-term-review" => of.MidTerm(),
            "final-assessment" => of.Assessment(),
            "mobility-evaluation" => of.Evaluation(await IncidentsAsync(caseId, ct)),
            "certification" => of.Certification(),
            "credit-transfer" => of.Credits(),
            "early-return" => of.EarlyReturn(),
            "incident" => of.Incident(),
            "close-case" => of.Closing(),
            _ => null,
        };
    }

    /// <summary>Ranks every offer for the case: `matches`, best first, with reasons and what is missing.</summary>
    private async Task<JsonObject> MatchesAsync(CaseFile file, CancellationToken ct)
    {
        var request = MatchQuestion.Of(file);
        var offers = await (from offer in data.Offers.AsNoTracking()
                            join host in data.Organisations.AsNoTracking() on offer.HostId equals host.Id
                            where offer.Active && host.Active && request.Countries.Contains(offer.Country)
                            select new { offer, host.Name, host.Rating, host.AcceptsMinors }).ToListAsync(ct);
        var ids = offers.Select(o => o.offer.Id).ToList();
        var taken = await data.Cases.AsNoTracking()
            .Where(c => c.Id != file.Case.Id && c.OfferId != null && ids.Contains(c.OfferId.Value) && c.Start <= request.To && c.End >= request.From
                && c.Status != CaseStatus.Withdrawn && c.Status != CaseStatus.Cancelled && c.Status != CaseStatus.Rejected)
            .GroupBy(c => c.OfferId!.Value).Select(group => new { Id = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Id, group => group.Count, ct);
        var ranking = PlacementMatcher.Rank(request, offers.Select(o => new OfferCandidate(o.offer, o.Name, o.Rating, o.AcceptsMinors, taken.GetValueOrDefault(o.offer.Id))));
        return new JsonObject
        {
            ["matches"] = new JsonArray([.. ranking.Where(result => result.IsPossible).Take(MatchesShown).Select(result => result.ToJson())]),
            ["excluded"] = new JsonArray([.. ranking.Where(result => !result.IsPossible).Take(MatchesShown).Select(result => new JsonObject
            {
                ["title"] = result.Candidate.Offer.Title, ["host"] = result.Candidate.HostName, ["why"] = CheckItem.Text(result.Obstacles[0]),
            })]),
        };
    }

    private async Task<int> PreviousDaysAsync(CaseFile file, CancellationToken ct)
    {
        var earlier = await data.Cases.AsNoTracking()
            .Where(c => c.ParticipantId == file.Case.ParticipantId && c.Id != file.Case.Id && c.Programme == file.Case.Programme && c.Status == CaseStatus.Closed).ToListAsync(ct);
        return earlier.Sum(c => (c.EffectiveEnd ?? c.End).DayNumber - (c.EffectiveStart ?? c.Start).DayNumber + 1);
    }

    private async Task<int> IncidentsAsync(Guid caseId, CancellationToken ct) =>
        await data.Tasks.AsNoTracking().CountAsync(task => task.CaseId == caseId && task.FormId == "incident" && task.State == TaskState.Done, ct);
}
