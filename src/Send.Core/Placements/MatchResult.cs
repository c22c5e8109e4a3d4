using System.Text.Json.Nodes;
using Send.Core.Forms;

namespace Send.Core.Placements;

/// <summary>An offer's place in the ranking: either why it is out of the question, or its points.</summary>
public sealed record MatchResult(OfferCandidate Candidate, IReadOnlyList<LocalText> Obstacles, IReadOnlyList<MatchPart> Parts)
{
    public bool IsPossible => Obstacles.Count == 0;

    /// <summary>0 to 100; zero when it is out of the question.</summary>
    public int Score => IsPossible ? Parts.Sum(part => part.Points) : 0;

    /// <summary>An entry of `computed.matches`.</summary>
    public JsonObject ToJson()
    {
        var offer = Candidate.Offer;
        return new JsonObject
        {
            ["offerId"] = offer.Id.ToString(),
            ["hostId"] = offer.HostId.ToString(),
            ["title"] = offer.Title,
            ["host"] = Candidate.HostName,
            ["city"] = offer.City,
            ["country"] = offer.Country,
            ["score"] = Score,
            ["parts"] = new JsonArray([.. Parts.Select(part => new JsonObject { ["code"] = part.Code, ["points"] = part.Points, ["most"] = part.Most })]),
            ["reasons"] = new JsonArray([.. Parts.Where(part => part.Points * 2 >= part.Most).Select(part => CheckItem.Text(part.Why))]),
            ["missing"] = new JsonArray([.. Parts.Where(part => part.Points * 2 < part.Most).Select(part => CheckItem.Text(part.Why))]),
        };
    }
}

/// <summary>Points of one criterion, with a sentence that says why.</summary>
public sealed record MatchPart(string Code, int Points, int Most, LocalText Why)
{
    /// <summary>Full points.</summary>
    public bool IsFull => Points == Most;
}
