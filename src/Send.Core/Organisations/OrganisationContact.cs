namespace Send.Core.Organisations;

/// <summary>A person at an organisation.</summary>
public sealed class OrganisationContact
{
    public Guid Id { get; init; }

    public Guid OrganisationId { get; init; }

    public required string Name { get; set; }

    public string? Position { get; set; }

    public string? Email { get; set; }

    /// <summary>E.164.</summary>
    public string? Phone { get; set; }

    public string Language { get; set; } = "en";

    /// <summary>May sign agreements.</summary>
    public bool IsSignatory { get; set; }

    /// <summary>Guides trainees at the workplace.</summary>
    public bool IsMentor { get; set; }
}
