namespace Send.Core.Placements;

/// <summary>What a participant needs of a placement.</summary>
public sealed record MatchRequest
{
    /// <summary>Programme code, `IVT`.</summary>
    public required string Programme { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes that are wanted.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    public string? City { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public bool Minor { get; init; }

    public bool NeedsStepFree { get; init; }

    /// <summary>Participant's CEFR level by ISO 639-1 language, now.</summary>
    public required IReadOnlyDictionary<string, string> Languages { get; init; }

    /// <summary>Level that will be reached before departure in <see cref="TargetLanguage"/>; null when no course is planned.</summary>
    public string? TargetLevel { get; init; }

    public string? TargetLanguage { get; init; }

    /// <summary>ISCED-F code.</summary>
    public string? FieldOfStudy { get; init; }

    public string? Occupation { get; init; }

    /// <summary>Outcomes, competences and tasks that are wanted, one text each.</summary>
    public required IReadOnlyList<string> Wishes { get; init; }
}

/// <summary>An offer with what else must be known of it.</summary>
public sealed record OfferCandidate(PlacementOffer Offer, string HostName, double? HostRating, bool HostAcceptsMinors, int Taken);
