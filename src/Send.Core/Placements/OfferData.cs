namespace Send.Core.Placements;

/// <summary>What is entered about a placement offer: host, title, tasks, programmes and the period are required. Country and city are the host's when null.</summary>
public sealed record OfferData
{
    public Guid? HostId { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<string>? Programmes { get; init; }

    public string? Country { get; init; }

    public string? City { get; init; }

    public DateOnly? AvailableFrom { get; init; }

    public DateOnly? AvailableTo { get; init; }

    public int Capacity { get; init; } = 1;

    public string? FieldOfStudy { get; init; }

    public string? Occupation { get; init; }

    public string? Tasks { get; init; }

    public string? Language { get; init; }

    public string? LanguageLevel { get; init; }

    public bool AcceptsMinors { get; init; }

    public bool StepFree { get; init; }

    public int HoursPerWeek { get; init; } = 36;

    public decimal? Cost { get; init; }

    public double? DistanceKm { get; init; }

    public bool LodgingHelp { get; init; }

    public bool Active { get; init; } = true;
}
