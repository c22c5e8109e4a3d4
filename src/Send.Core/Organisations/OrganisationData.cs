namespace Send.Core.Organisations;

/// <summary>What is entered about an organisation: name, at least one kind, country and city are required.</summary>
public sealed record OrganisationData
{
    public string? Name { get; init; }

    /// <summary>At least one of sending, hosting, intermediary.</summary>
    public IReadOnlyList<OrganisationKinds>? Kinds { get; init; }

    public string? Country { get; init; }

    public string? City { get; init; }

    public string? Address { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? Website { get; init; }

    /// <summary>NACE section or division, `I55`.</summary>
    public string? Sector { get; init; }

    public int? Employees { get; init; }

    /// <summary>IANA zone; that of the country's capital when null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>ISO 639-1.</summary>
    public IReadOnlyList<string>? WorkingLanguages { get; init; }

    public bool AcceptsMinors { get; init; }

    public string? Notes { get; init; }

    public bool Active { get; init; } = true;

    /// <summary>All contacts; one without id is new, one that is left out is removed.</summary>
    public IReadOnlyList<ContactData>? Contacts { get; init; }
}

/// <summary>A person at an organisation; the name is required.</summary>
public sealed record ContactData
{
    public Guid? Id { get; init; }

    public string? Name { get; init; }

    public string? Position { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Language { get; init; }

    public bool IsSignatory { get; init; }

    public bool IsMentor { get; init; }
}
