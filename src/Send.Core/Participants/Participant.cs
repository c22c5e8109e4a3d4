using Send.Core.Data;

namespace Send.Core.Participants;

/// <summary>The person who goes abroad. Names are kept as the person writes them. The three sensitive columns are encrypted (Data Protection) at rest.</summary>
public sealed class Participant : IVersioned
{
    public Guid Id { get; init; }

    public required string GivenName { get; set; }

    public required string FamilyName { get; set; }

    public DateOnly BirthDate { get; set; }

    /// <summary>F, M, X or null for no answer.</summary>
    public string? Sex { get; set; }

    /// <summary>ISO 3166-1 alpha-2 codes separated by a comma, the first one decides.</summary>
    public required string Nationalities { get; set; }

    public required string Email { get; set; }

    /// <summary>E.164.</summary>
    public string? Phone { get; set; }

    /// <summary>`en` or `it`: the language of mails.</summary>
    public string Language { get; set; } = "en";

    public string? Address { get; set; }

    public string? City { get; set; }

    /// <summary>ISO 3166-1 alpha-2 of the residence.</summary>
    public required string ResidenceCountry { get; set; }

    /// <summary>Vocational student, apprentice, … (process.md A2).</summary>
    public string Status { get; set; } = "vocationalStudent";

    public Guid? SendingOrganisationId { get; set; }

    public string? Qualification { get; set; }

    /// <summary>European Qualifications Framework level, 1 to 8.</summary>
    public int? EqfLevel { get; set; }

    /// <summary>ISCED-F 2013 code, four digits.</summary>
    public string? FieldOfStudy { get; set; }

    /// <summary>JSON array of {lang, listening, reading, interaction, production, writing} with CEFR levels.</summary>
    public string Languages { get; set; } = "[]";

    /// <summary>ID, passport or permit.</summary>
    public string? DocumentType { get; set; }

    /// <summary>Encrypted.</summary>
    public string? DocumentNumber { get; set; }

    public DateOnly? DocumentExpiry { get; set; }

    /// <summary>Encrypted: diet, allergies, medication, with consent only.</summary>
    public string? HealthNotes { get; set; }

    /// <summary>Encrypted.</summary>
    public string? Iban { get; set; }

    public string? EmergencyName { get; set; }

    public string? EmergencyRelation { get; set; }

    public string? EmergencyPhone { get; set; }

    public string? GuardianName { get; set; }

    public string? GuardianEmail { get; set; }

    public string? GuardianPhone { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    public string FullName => $"{GivenName} {FamilyName}".Trim();

    /// <summary>Whole years on that day.</summary>
    public int AgeOn(DateOnly day)
    {
        var age = day.Year - BirthDate.Year;
        return BirthDate.AddYears(age) > day ? age - 1 : age;
    }
}
