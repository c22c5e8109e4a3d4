using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Participants;

/// <summary>One participant; with <paramref name="Sensitive"/> also the identity document, health and bank data, which needs the permission and is audited.</summary>
public sealed record ParticipantQuery(Guid Id, bool Sensitive = false);

/// <summary>Answers <see cref="ParticipantQuery"/>. Reading sensitive data writes the audit line before it answers.</summary>
public sealed class ParticipantHandler(SendData data, TimeProvider clock)
{
    public async Task<Result<ParticipantDetails>> HandleAsync(ParticipantQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (CaseAccess.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var person = await data.Participants.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.Id, ct);
        if (person is null)
        {
            return new Error("participant.not-found", $"There is no participant {query.Id}.", null, ErrorKind.NotFound);
        }

        if (query.Sensitive)
        {
            if (!actor.Can(Permission.ReadSensitive))
            {
                return new Error("participant.sensitive", "You may not read identity documents, health and bank data.", null, ErrorKind.Forbidden);
            }

            data.Audit.Add(AuditLine.Of("participant.sensitive-read", actor, clock, data: new { participant = person.Id }));
            await data.SaveChangesAsync(ct);
        }

        var sending = await data.Organisations.AsNoTracking().Where(row => row.Id == person.SendingOrganisationId).Select(row => row.Name).FirstOrDefaultAsync(ct);
        var cases = await CaseRows.ReadAsync(data, data.Cases.Where(row => row.ParticipantId == person.Id).OrderBy(row => row.Departure), clock.Today(), ct);
        return new ParticipantDetails(
            person.Id,
            DataOf(person, query.Sensitive),
            sending,
            new(person.DocumentNumber is not null, person.HealthNotes is not null, person.Iban is not null),
            actor.Can(Permission.ReadSensitive),
            actor.Can(Permission.EditPeople),
            cases,
            person.CreatedAt,
            person.Version);
    }

    private static ParticipantData DataOf(Participant person, bool sensitive) => new()
    {
        GivenName = person.GivenName,
        FamilyName = person.FamilyName,
        BirthDate = person.BirthDate,
        Sex = person.Sex,
        Nationalities = person.Nationalities.Split(',', StringSplitOptions.RemoveEmptyEntries),
        Email = person.Email,
        Phone = person.Phone,
        Language = person.Language,
        Address = person.Address,
        City = person.City,
        ResidenceCountry = person.ResidenceCountry,
        Status = person.Status,
        SendingOrganisationId = person.SendingOrganisationId,
        Qualification = person.Qualification,
        EqfLevel = person.EqfLevel,
        FieldOfStudy = person.FieldOfStudy,
        Languages = JsonSerializer.Deserialize<List<LanguageSkill>>(person.Languages, ParticipantEntry.Json),
        DocumentType = person.DocumentType,
        DocumentNumber = sensitive ? person.DocumentNumber : null,
        DocumentExpiry = person.DocumentExpiry,
        HealthNotes = sensitive ? person.HealthNotes : null,
        Iban = sensitive ? person.Iban : null,
        EmergencyName = person.EmergencyName,
        EmergencyRelation = person.EmergencyRelation,
        EmergencyPhone = person.EmergencyPhone,
        GuardianName = person.GuardianName,
        GuardianEmail = person.GuardianEmail,
        GuardianPhone = person.GuardianPhone,
    };
}
