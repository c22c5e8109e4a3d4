namespace Send.Core.Participants;

/// <summary>What is entered about a participant. On a new one, names, birth date, nationalities, e-mail and country of residence are required. On a change, null leaves the
/// sensitive values (document number, health notes, IBAN) as they are, and an empty text removes them.</summary>
public sealed record ParticipantData
{
    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>F, M, X or null for no answer.</summary>
    public string? Sex { get; init; }

    /// <summary>ISO 3166-1 alpha-2, the first one decides.</summary>
    public IReadOnlyList<string>? Nationalities { get; init; }

    public string? Email { get; init; }

    /// <summary>International notation; kept as E.164.</summary>
    public string? Phone { get; init; }

    /// <summary>`en` or `it`.</summary>
    public string? Language { get; init; }

    public string? Address { get; init; }

    public string? City { get; init; }

    public string? ResidenceCountry { get; init; }

    /// <summary>One of <see cref="ParticipantStatuses"/>.</summary>
    public string? Status { get; init; }

    public Guid? SendingOrganisationId { get; init; }

    public string? Qualification { get; init; }

    public int? EqfLevel { get; init; }

    public string? FieldOfStudy { get; init; }

    public IReadOnlyList<LanguageSkill>? Languages { get; init; }

    /// <summary>`identityCard`, `passport` or `permit`.</summary>
    public string? DocumentType { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentExpiry { get; init; }

    public string? HealthNotes { get; init; }

    public string? Iban { get; init; }

    public string? EmergencyName { get; init; }

    public string? EmergencyRelation { get; init; }

    public string? EmergencyPhone { get; init; }

    public string? GuardianName { get; init; }

    public string? GuardianEmail { get; init; }

    public string? GuardianPhone { get; init; }
}

/// <summary>A language with a CEFR level (A1 to C2) per skill; null where it is not known.</summary>
public sealed record LanguageSkill(string? Lang, string? Listening = null, string? Reading = null, string? Interaction = null, string? Production = null, string? Writing = null);
