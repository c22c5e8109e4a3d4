using CsCheck;
using Send.Core.Placements;

namespace Send.Core.Tests.Placements;

public sealed class PlacementMatcherTests
{
    private static readonly MatchRequest Giulia = new()
    {
        Programme = "IVT", Countries = ["ES"], City = "Sevilla", From = Shipped.Day("2027-03-02"), To = Shipped.Day("2027-03-30"), Minor = true,
        Languages = new Dictionary<string, string>(StringComparer.Ordinal) { ["es"] = "A2" }, TargetLanguage = "es", TargetLevel = "B1",
        FieldOfStudy = "1013", Occupation = "Pastry cook", Wishes = ["Prepares laminated doughs without help", "Explains products to customers in Spanish"],
    };

    [Fact]
    public void Judge_IdealOffer_GetsTheFullScore()
    {
        var result = PlacementMatcher.Judge(Giulia, Candidate(offer =>
        {
            offer.Tasks = "Preparing laminated doughs without assistance; explaining products to customers";
            offer.LanguageLevel = "A2";
            offer.DistanceKm = 1;
            offer.LodgingHelp = true;
            offer.Cost = null;
        }, rating: 5));

        Assert.Equal(100, result.Score);
        Assert.Equal((40, 20, 15, 10, 10, 5), (Points("tasks"), Points("field"), Points("language"), Points("rating"), Points("distance"), Points("cost")));

        int Points(string code) => result.Parts.Single(part => part.Code == code).Points;
    }

    public static TheoryData<string> Filters => ["country", "programme", "period", "capacity", "minor", "hostMinor", "stepFree", "language", "closed"];

    [Theory]
    [MemberData(nameof(Filters))]
    public void Judge_HardFilter_ExcludesWithOneReason(string filter)
    {
        var request = filter == "stepFree" ? Giulia with { NeedsStepFree = true } : Giulia;
        var result = PlacementMatcher.Judge(request, Candidate(
            offer =>
            {
                offer.Country = filter == "country" ? "PT" : offer.Country;
                offer.Programmes = filter == "programme" ? "LMP,CPV" : offer.Programmes;
                offer.AvailableTo = filter == "period" ? Shipped.Day("2027-03-29") : offer.AvailableTo;
                offer.AcceptsMinors = filter != "minor";
                offer.LanguageLevel = filter == "language" ? "B2" : offer.LanguageLevel;
                offer.Active = filter != "closed";
            },
            hostMinors: filter != "hostMinor",
            taken: filter == "capacity" ? 1 : 0));

        Assert.Single(result.Obstacles);
        Assert.Equal(0, result.Score);
    }

    [Fact]
    public void Judge_LevelReachedByTheCourse_IsPossibleWithFewerPoints()
    {
        var result = PlacementMatcher.Judge(Giulia, Candidate(offer => offer.LanguageLevel = "B1"));

        Assert.True(result.IsPossible);
        Assert.Equal(10, result.Parts.Single(part => part.Code == "language").Points);
    }

    [Fact]
    public void Rank_Offers_BestFirstAndImpossibleLast()
    {
        var good = Candidate(offer => offer.Tasks = "Laminated doughs, explaining products to customers in Spanish");
        var other = Candidate(offer => (offer.Tasks, offer.FieldOfStudy, offer.Occupation, offer.Title) = ("Filing letters", "0415", "Office clerk", "Office"));
        var impossible = Candidate(offer => offer.Country = "PT");

        Assert.Equal([good, other, impossible], PlacementMatcher.Rank(Giulia, [impossible, other, good]).Select(result => result.Candidate));
    }

    [Fact]
    public void ToJson_Result_HasReasonsAndMissingPointsInBothLanguages()
    {
        var json = PlacementMatcher.Judge(Giulia, Candidate(offer => (offer.FieldOfStudy, offer.Occupation, offer.Title) = ("0415", "Clerk", "Office"))).ToJson();

        Assert.Equal(6, json["reasons"]!.AsArray().Count + json["missing"]!.AsArray().Count);
        Assert.Contains(json["missing"]!.AsArray(), text => (string?)text!["en"] == "Another field and occupation." && (string?)text["it"] == "Altro settore e altra professione.");
    }

    [Fact]
    public void Rank_AnyOrder_IsTheSameAndWithinBounds() =>
        Gen.Select(Gen.Int[0, 20], Gen.Double[0, 5], Gen.Int[0, 600], Gen.OneOf(Gen.Const("1013"), Gen.Const("1012"), Gen.Const("0415"), Gen.Const(""))).Array[1, 8].Select(Gen.Int[0, 1000]).Sample((specs, seed) =>
        {
            OfferCandidate[] candidates = [.. specs.Select(s => Candidate(offer => (offer.DistanceKm, offer.Cost, offer.FieldOfStudy) = (s.Item1, s.Item3, s.Item4), s.Item2))];
            var shuffled = candidates.OrderBy(c => (c.Offer.Id.GetHashCode() * 31) ^ seed).ToList();
            var ranking = PlacementMatcher.Rank(Giulia, candidates);
            return ranking.Select(r => r.Candidate).SequenceEqual(PlacementMatcher.Rank(Giulia, shuffled).Select(r => r.Candidate))
                && ranking.All(r => r.Score is >= 0 and <= 100) && ranking.Zip(ranking.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score);
        });

    private static OfferCandidate Candidate(Action<PlacementOffer> change, double? rating = 4.2, bool hostMinors = true, int taken = 0)
    {
        var offer = new PlacementOffer
        {
            Id = Guid.NewGuid(), Title = "Pastry assistant", Country = "ES", City = "Sevilla", AvailableFrom = Shipped.Day("2027-01-07"), AvailableTo = Shipped.Day("2027-06-30"),
            FieldOfStudy = "1013", Occupation = "Pastry cook", Tasks = "Doughs", Language = "es", LanguageLevel = "A2", AcceptsMinors = true, DistanceKm = 3,
        };
        change(offer);
        return new(offer, "Confitería Triana", rating, hostMinors, taken);
    }
}
