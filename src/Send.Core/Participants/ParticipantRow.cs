using Send.Core.Cases;

namespace Send.Core.Participants;

/// <summary>A participant as lists show one.</summary>
public sealed record ParticipantRow(
    Guid Id, string GivenName, string FamilyName, DateOnly BirthDate, string Nationalities, string Email, string? City, string ResidenceCountry, string Status, string? SendingName, int Cases, long Revision);

/// <summary>A participant with all that the page shows. The sensitive values of <see cref="Data"/> are null unless they were asked for by somebody who may read them;
/// <see cref="Has"/> says which exist.</summary>
public sealed record ParticipantDetails(Guid Id, ParticipantData Data, string? SendingName, SensitiveMarks Has, bool MayReadSensitive, bool MayEdit, IReadOnlyList<CaseRow> Cases, DateTimeOffset CreatedAt, long Revision);

/// <summary>Which sensitive values are on file.</summary>
public sealed record SensitiveMarks(bool DocumentNumber, bool HealthNotes, bool Iban);
