using Send.Core.Results;

namespace Send.Core.Cases;

/// <summary>The cases in pages, by departure unless asked otherwise.</summary>
public sealed record CaseListQuery
{
    public string? Programme { get; init; }

    public CaseStatus? Status { get; init; }

    public CaseStage? Stage { get; init; }

    public Guid? Owner { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Destination { get; init; }

    public Guid? Participant { get; init; }

    public Guid? Organisation { get; init; }

    /// <summary>Words in the code, the participant's name or the city.</summary>
    public string? Text { get; init; }

    public DateOnly? DepartsBefore { get; init; }

    public DateOnly? DepartsAfter { get; init; }

    /// <summary>Only running (true) or only ended (false) cases.</summary>
    public bool? Running { get; init; }

    public CaseSort Sort { get; init; } = CaseSort.Departure;

    public PageRequest Page { get; init; } = new();
}

/// <summary>How cases are sorted; the id decides between equals.</summary>
public enum CaseSort
{
    Departure,

    /// <summary>First day of activity.</summary>
    Start,

    /// <summary>Family name, then given name.</summary>
    Participant,

    /// <summary>What was changed last comes first.</summary>
    Changed,
}
