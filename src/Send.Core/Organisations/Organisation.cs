using Send.Core.Data;

namespace Send.Core.Organisations;

/// <summary>A school, company, employment service or intermediary.</summary>
public sealed class Organisation : IVersioned
{
    public Guid Id { get; init; }

    public required string Name { get; set; }

    public OrganisationKinds Kinds { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; set; }

    public required string City { get; set; }

    public string? Address { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string? Website { get; set; }

    /// <summary>NACE section or division, `I55`.</summary>
    public string? Sector { get; set; }

    /// <summary>Number of employees.</summary>
    public int? Employees { get; set; }

    /// <summary>IANA time zone.</summary>
    public string TimeZone { get; set; } = "Europe/Rome";

    /// <summary>Working languages, ISO 639-1 separated by a comma.</summary>
    public string WorkingLanguages { get; set; } = "en";

    public bool AcceptsMinors { get; set; }

    /// <summary>Mean of past evaluations, 1 to 5.</summary>
    public double? Rating { get; set; }

    public string? Notes { get; set; }

    public bool Active { get; set; } = true;

    public List<OrganisationContact> Contacts { get; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }
}
