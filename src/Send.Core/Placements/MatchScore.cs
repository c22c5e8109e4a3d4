using System.Globalization;
using System.Text;

namespace Send.Core.Placements;

/// <summary>Points of an offer that passed the hard filters.</summary>
internal static class MatchScore
{
    private const int StemLength = 5;

    public static IReadOnlyList<MatchPart> Of(MatchRequest request, OfferCandidate candidate) =>
    [
        Tasks(request, candidate.Offer), Field(request, candidate.Offer), Language(request, candidate.Offer), Rating(candidate), Distance(request, candidate.Offer), Cost(candidate.Offer),
    ];

    /// <summary>The participant's level in a language at departure: what is known now, or what the planned course leads to.</summary>
    public static string? BestLevel(MatchRequest request, string language)
    {
        var now = request.Languages.GetValueOrDefault(language);
        return language == request.TargetLanguage && Reaches(request.TargetLevel, now ?? "A1") ? request.TargetLevel : now;
    }

    public static bool Reaches(string? level, string wanted) => level is not null && string.CompareOrdinal(level, wanted) >= 0;

    private static MatchPart Tasks(MatchRequest request, PlacementOffer offer)
    {
        const int Most = 40;
        var words = Stems($"{offer.Title} {offer.Occupation} {offer.Tasks}");
        var wishes = request.Wishes.Select(wish => (Wish: wish, Stems: Stems(wish))).Where(wish => wish.Stems.Count > 0).ToList();
        if (wishes.Count == 0)
        {
            return new("tasks", Most / 2, Most, new("The programme names no outcomes to compare.", "Il programma non indica risultati da confrontare."));
        }

        // An outcome counts by the share of its words that the tasks name, one in three being enough for the whole.
        var share = wishes.Average(wish => Math.Min(1, 3.0 * wish.Stems.Count(words.Contains) / wish.Stems.Count));
        var met = wishes.Count(wish => wish.Stems.Overlaps(words));
        return new("tasks", (int)Math.Round(share * Most, MidpointRounding.AwayFromZero), Most, new(
            $"Its tasks touch {met} of {wishes.Count} outcomes.", $"Le mansioni toccano {met} risultati su {wishes.Count}."));
    }

    private static MatchPart Field(MatchRequest request, PlacementOffer offer)
    {
        const int Most = 20;
        var common = (request.FieldOfStudy ?? "").Zip(offer.FieldOfStudy ?? "").TakeWhile(pair => pair.First == pair.Second).Count();
        var points = common switch { >= 4 => 12, 3 => 9, 2 => 6, _ => 0 };
        var occupation = Stems(request.Occupation ?? "").Overlaps(Stems($"{offer.Occupation} {offer.Title}"));
        points += occupation ? 8 : 0;
        return new("field", points, Most, points switch
        {
            Most => new("Same field and occupation.", "Stesso settore e stessa professione."),
            >= 12 => new("Same field, another occupation.", "Stesso settore, altra professione."),
            > 0 => new("A neighbouring field or occupation.", "Settore o professione affine."),
            _ => new("Another field and occupation.", "Altro settore e altra professione."),
        });
    }

    private static MatchPart Language(MatchRequest request, PlacementOffer offer)
    {
        const int Most = 15;
        var now = request.Languages.GetValueOrDefault(offer.Language);
        var wanted = offer.LanguageLevel ?? "A1";
        return Reaches(now, wanted)
            ? new("language", Most, Most, new("The participant has the language level.", "Il partecipante ha il livello di lingua."))
            : Reaches(BestLevel(request, offer.Language), wanted)
                ? new("language", 10, Most, new("The language course leads to the level in time.", "Il corso di lingua porta in tempo al livello richiesto."))
                : new("language", 5, Most, new("The participant does not speak the language yet.", "Il partecipante non parla ancora la lingua."));
    }

    private static MatchPart Rating(OfferCandidate candidate)
    {
        const int Most = 10;
        return candidate.HostRating is { } rating
            ? new("rating", (int)Math.Round(Math.Clamp(rating, 0, 5) * 2, MidpointRounding.AwayFromZero), Most, new(
                string.Create(CultureInfo.InvariantCulture, $"Past trainees rated the host {rating:0.0} of 5."),
                string.Create(CultureInfo.GetCultureInfo("it-IT"), $"I tirocinanti precedenti hanno valutato l’azienda {rating:0.0} su 5.")))
            : new("rating", 6, Most, new("The host has not been rated yet.", "L’azienda non è ancora stata valutata."));
    }

    private static MatchPart Distance(MatchRequest request, PlacementOffer offer)
    {
        const int Most = 10;
        var points = offer.DistanceKm switch { null => 3, <= 3 => 6, <= 8 => 4, <= 15 => 2, _ => 0 };
        points += offer.LodgingHelp ? 2 : 0;
        points += request.City is { } city && string.Equals(city, offer.City, StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return new("distance", points, Most, offer.DistanceKm is { } km
            ? new(string.Create(CultureInfo.InvariantCulture, $"{km:0.#} km from the usual lodging, in {offer.City}."), string.Create(CultureInfo.GetCultureInfo("it-IT"), $"A {km:0.#} km dall’alloggio abituale, a {offer.City}."))
            : new($"In {offer.City}; the way to the lodging is not known.", $"A {offer.City}; il tragitto dall’alloggio non è noto."));
    }

    private static MatchPart Cost(PlacementOffer offer)
    {
        const int Most = 5;
        var points = offer.Cost switch { null or 0 => 5, <= 100 => 4, <= 250 => 3, <= 500 => 1, _ => 0 };
        return new("cost", points, Most, offer.Cost is { } cost and > 0
            ? new(string.Create(CultureInfo.InvariantCulture, $"Costs {cost:0.##} €."), string.Create(CultureInfo.GetCultureInfo("it-IT"), $"Costa {cost:0.##} €."))
            : new("Costs nothing.", "Non costa nulla."));
    }

    /// <summary>Words of four letters or more, folded and cut to their first five letters, so that doughs and dough meet.</summary>
    private static HashSet<string> Stems(string text)
    {
        var plain = new string([.. text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]).ToUpperInvariant();
        return [.. new string([.. plain.Select(c => char.IsLetter(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 4).Select(word => word[..Math.Min(StemLength, word.Length)])];
    }
}
