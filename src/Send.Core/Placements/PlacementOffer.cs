using Send.Core.Data;

namespace Send.Core.Placements;

/// <summary>A work placement that a host offers in a period, for a number of people at a time.</summary>
public sealed class PlacementOffer : IVersioned
{
    public Guid Id { get; init; }

    public Guid HostId { get; init; }

    public required string Title { get; set; }

    /// <summary>Programme codes it is open to, separated by a comma.</summary>
    public string Programmes { get; set; } = "IVT";

    public required string Country { get; set; }

    public required string City { get; set; }

    public DateOnly AvailableFrom { get; set; }

    public DateOnly AvailableTo { get; set; }

    /// <summary>People at the same time.</summary>
    public int Capacity { get; set; } = 1;

    /// <summary>ISCED-F 2013 code of the field, two to four digits.</summary>
    public string? FieldOfStudy { get; set; }

    public string? Occupation { get; set; }

    /// <summary>What a trainee does there.</summary>
    public string Tasks { get; set; } = "";

    /// <summary>ISO 639-1 of the working language.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Least CEFR level, A1 to C2; null when none is asked for.</summary>
    public string? LanguageLevel { get; set; }

    public bool AcceptsMinors { get; set; }

    public bool StepFree { get; set; }

    public int HoursPerWeek { get; set; } = 36;

    /// <summary>Cost of the placement to Send in euro, for example an intermediary's fee.</summary>
    public decimal? Cost { get; set; }

    /// <summary>Kilometres from the usual lodging to the workplace.</summary>
    public double? DistanceKm { get; set; }

    public bool LodgingHelp { get; set; }

    public bool Active { get; set; } = true;

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }
}
