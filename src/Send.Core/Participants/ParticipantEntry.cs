using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Fields;
using Send.Core.Results;

namespace Send.Core.Participants;

/// <summary>Checks what was entered about a participant and writes it into the row.</summary>
internal static class ParticipantEntry
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly string[] Sexes = ["F", "M", "X"];
    private static readonly string[] Tongues = ["en", "it"];
    private static readonly string[] DocumentTypes = ["identityCard", "passport", "permit"];

    /// <summary>A new participant, or what is wrong with the data. Pointers start with <paramref name="prefix"/>.</summary>
    public static async Task<Result<Participant>> CreateAsync(SendData data, ParticipantData entry, string prefix, DateTimeOffset at, DateOnly today, CancellationToken ct)
    {
        var person = new Participant
        {
            Id = Guid.CreateVersion7(at),
            GivenName = "",
            FamilyName = "",
            Nationalities = "",
            Email = "",
            ResidenceCountry = "",
            CreatedAt = at,
        };
        var errors = await FillAsync(data, person, entry, prefix, today, ct);
        return errors.Count == 0 ? person : Result<Participant>.Refused(errors);
    }

    /// <summary>Writes the entry into the row; on errors the row must be thrown away.</summary>
    public static async Task<IReadOnlyList<Error>> FillAsync(SendData data, Participant person, ParticipantData entry, string prefix, DateOnly today, CancellationToken ct)
    {
        var errors = new FieldErrors(prefix);
        person.GivenName = errors.Required("givenName", entry.GivenName, 100);
        person.FamilyName = errors.Required("familyName", entry.FamilyName, 100);
        person.BirthDate = errors.Required("birthDate", entry.BirthDate);
        if (entry.BirthDate is { } birth && (birth > today.AddYears(-13) || birth < today.AddYears(-100)))
        {
            errors.Add("birthDate", "participant.birth-date", "Participants are between 13 and 100 years old.");
        }

        person.Sex = string.IsNullOrWhiteSpace(entry.Sex) ? null : errors.OneOf("sex", entry.Sex, Sexes);
        person.Nationalities = Nationalities(errors, entry.Nationalities);
        person.Email = errors.Email("email", entry.Email, required: true) ?? "";
        person.Phone = errors.Phone("phone", entry.Phone);
        person.Language = errors.OneOf("language", entry.Language, Tongues);
        person.Address = errors.Optional("address", entry.Address, 300);
        person.City = errors.Optional("city", entry.City, 100);
        person.ResidenceCountry = errors.Country("residenceCountry", entry.ResidenceCountry) ?? "";
        person.Status = errors.OneOf("status", entry.Status, ParticipantStatuses.All);
        person.Qualification = errors.Optional("qualification", entry.Qualification);
        errors.Range("eqfLevel", entry.EqfLevel, 1, 8);
        person.EqfLevel = entry.EqfLevel;
        person.FieldOfStudy = FieldOfStudy(errors, entry.FieldOfStudy);
        person.Languages = JsonSerializer.Serialize(Languages(errors, entry.Languages ?? []), Json);
        person.DocumentType = string.IsNullOrWhiteSpace(entry.DocumentType) ? null : errors.OneOf("documentType", entry.DocumentType, DocumentTypes);
        person.DocumentExpiry = entry.DocumentExpiry;
        Sensitive(errors, person, entry);
        person.EmergencyName = errors.Optional("emergencyName", entry.EmergencyName);
        person.EmergencyRelation = errors.Optional("emergencyRelation", entry.EmergencyRelation, 100);
        person.EmergencyPhone = errors.Phone("emergencyPhone", entry.EmergencyPhone);
        person.GuardianName = errors.Optional("guardianName", entry.GuardianName);
        person.GuardianEmail = errors.Email("guardianEmail", entry.GuardianEmail);
        person.GuardianPhone = errors.Phone("guardianPhone", entry.GuardianPhone);
        person.SendingOrganisationId = entry.SendingOrganisationId;
        if (entry.SendingOrganisationId is { } sending && !await data.Organisations.AsNoTracking().AnyAsync(row => row.Id == sending, ct))
        {
            errors.Add("sendingOrganisationId", "organisation.unknown", "There is no organisation with this id.");
        }

        return errors.All;
    }

    /// <summary>ISCED-F 2013: two to four digits.</summary>
    internal static string? FieldOfStudy(FieldErrors errors, string? value)
    {
        var code = errors.Optional("fieldOfStudy", value, 4);
        if (code is not null && (code.Length < 2 || !code.All(char.IsAsciiDigit)))
        {
            errors.Add("fieldOfStudy", "field.isced", "A field of study is an ISCED-F 2013 code of two to four digits, for example 1013.");
        }

        return code;
    }

    private static string Nationalities(FieldErrors errors, IReadOnlyList<string>? codes)
    {
        if (codes is not { Count: > 0 })
        {
            errors.Add("nationalities", "field.required", "Give at least one nationality as ISO 3166-1 alpha-2 country code.");
            return "";
        }

        return string.Join(',', codes.Select((code, index) => errors.Country($"nationalities/{index}", code)).OfType<string>().Distinct(StringComparer.Ordinal));
    }

    private static List<LanguageSkill> Languages(FieldErrors errors, IReadOnlyList<LanguageSkill> skills) =>
        [.. skills.Select((skill, index) =>
        {
            var at = $"languages/{index}/";
            if (string.IsNullOrWhiteSpace(skill.Lang))
            {
                errors.Add(at + "lang", "field.required", "Name the language by its ISO 639-1 code, for example es.");
            }

            return new LanguageSkill(
                errors.Language(at + "lang", skill.Lang),
                errors.Cefr(at + "listening", skill.Listening),
                errors.Cefr(at + "reading", skill.Reading),
                errors.Cefr(at + "interaction", skill.Interaction),
                errors.Cefr(at + "production", skill.Production),
                errors.Cefr(at + "writing", skill.Writing));
        })];

    /// <summary>Null keeps what is on file, an empty text removes it.</summary>
    private static void Sensitive(FieldErrors errors, Participant person, ParticipantData entry)
    {
        if (entry.DocumentNumber is not null)
        {
            person.DocumentNumber = errors.Optional("documentNumber", entry.DocumentNumber, 50);
        }

        if (entry.HealthNotes is not null)
        {
            person.HealthNotes = errors.Optional("healthNotes", entry.HealthNotes, 2000);
        }

        if (entry.Iban is not null)
        {
            person.Iban = errors.BankAccount("iban", entry.Iban);
        }
    }
}
