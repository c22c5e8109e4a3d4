using Send.Core.Forms;

namespace Send.Core.Placements;

/// <summary>Ranks placement offers for a participant (process.md C1): hard filters first, then up to 40 points for tasks, 20 for field and occupation, 15 for
/// language, 10 for past rating, 10 for distance and lodging, 5 for cost. Deterministic: equal points are ordered by host name and id.</summary>
public static class PlacementMatcher
{
    /// <summary>All offers, possible ones first and best first.</summary>
    public static IReadOnlyList<MatchResult> Rank(MatchRequest request, IEnumerable<OfferCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(candidates);
        return
        [
            .. candidates.Select(candidate => Judge(request, candidate))
                .OrderByDescending(result => result.IsPossible).ThenByDescending(result => result.Score)
                .ThenBy(result => result.Candidate.HostName, StringComparer.Ordinal).ThenBy(result => result.Candidate.Offer.Id),
        ];
    }

    /// <summary>One offer.</summary>
    public static MatchResult Judge(MatchRequest request, OfferCandidate candidate)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(candidate);
        var obstacles = Obstacles(request, candidate).ToList();
        return new(candidate, obstacles, obstacles.Count > 0 ? [] : MatchScore.Of(request, candidate));
    }

    private static IEnumerable<LocalText> Obstacles(MatchRequest request, OfferCandidate candidate)
    {
        var offer = candidate.Offer;
        if (!offer.Active)
        {
            yield return new("The offer is closed.", "L’offerta è chiusa.");
        }

        if (!request.Countries.Contains(offer.Country, StringComparer.Ordinal))
        {
            yield return new("It is in another country.", "È in un altro Paese.");
        }

        if (!offer.Programmes.Split(',', StringSplitOptions.TrimEntries).Contains(request.Programme, StringComparer.Ordinal))
        {
            yield return new("It is not open to this programme.", "Non è aperta a questo programma.");
        }

        if (request.From < offer.AvailableFrom || request.To > offer.AvailableTo)
        {
            yield return new(
                $"It is available only from {DayText.En(offer.AvailableFrom)} to {DayText.En(offer.AvailableTo)}.",
                $"È disponibile solo dal {DayText.It(offer.AvailableFrom)} al {DayText.It(offer.AvailableTo)}.");
        }

        if (candidate.Taken >= offer.Capacity)
        {
            yield return new("All places are taken in this period.", "In questo periodo tutti i posti sono occupati.");
        }

        if (request.Minor && !(offer.AcceptsMinors && candidate.HostAcceptsMinors))
        {
            yield return new("It does not take minors.", "Non accoglie minori.");
        }

        if (request.NeedsStepFree && !offer.StepFree)
        {
            yield return new("The workplace is not step-free.", "Il luogo di lavoro non è senza barriere.");
        }

        if (offer.LanguageLevel is { } level && !MatchScore.Reaches(MatchScore.BestLevel(request, offer.Language), level))
        {
            yield return new($"It asks for {offer.Language.ToUpperInvariant()} at {level}.", $"Richiede {offer.Language.ToUpperInvariant()} al livello {level}.");
        }
    }
}
