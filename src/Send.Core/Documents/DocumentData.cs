using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Send.Core.Cases;
using Send.Core.Mail;
using Send.Core.Reference;

namespace Send.Core.Documents;

/// <summary>Fills papers from the file of a case; the object is described in docs/documents.md.</summary>
public sealed class DocumentData(IOptions<MailOptions> office, ReferenceData reference)
{
    /// <summary>The data of one edition. What the case does not know is absent.</summary>
    public JsonObject Of(CaseFile file, string kind, string language, string number, int edition, DateOnly issuedOn)
    {
        ArgumentNullException.ThrowIfNull(file);
        var paper = new Paper(file, reference, language);
        return Facts.Of(
            ("kind", kind),
            ("language", language),
            ("number", number),
            ("edition", edition),
            ("issuedOn", Facts.Day(issuedOn)),
            ("issuer", Issuer()),
            ("case", Case(file, language)),
            ("participant", Participant(file, language)),
            ("guardian", Guardian(file)),
            ("sending", paper.Sending()),
            ("host", paper.Host()),
            ("programme", paper.Programme()),
            ("outcomes", paper.Outcomes()),
            ("tasks", paper.Tasks()),
            ("skills", paper.Skills()),
            ("assessment", paper.Assessment()),
            ("signatures", paper.Signatures(kind)));
    }

    private JsonObject Case(CaseFile file, string language)
    {
        var row = file.Case;
        return Facts.Of(
            ("code", row.Code),
            ("programme", row.Programme),
            ("programmeName", reference.Programme(row.Programme)?.Name.In(language) ?? row.Programme),
            ("funder", row.Funder),
            ("departure", Facts.Day(row.Departure)),
            ("start", Facts.Day(row.Start)),
            ("end", Facts.Day(row.End)),
            ("return", Facts.Day(row.Return)),
            ("effectiveStart", Facts.Day(row.EffectiveStart)),
            ("effectiveEnd", Facts.Day(row.EffectiveEnd)),
            ("hours", Hours(file)));
    }

    /// <summary>Hours as assessed, else the agreed hours a week times the weeks of the stay.</summary>
    private static JsonNode? Hours(CaseFile file)
    {
        if (file.Section("assessment")["totalHours"] is { } total)
        {
            return total.DeepClone();
        }

        var weekly = Facts.Number(file.Section("agreement")["hoursPerWeek"] ?? file.Section("placement")["hoursPerWeek"]) ?? file.Offer?.HoursPerWeek;
        var days = file.Case.DayOf(Deadlines.DeadlineAnchor.End).DayNumber - file.Case.DayOf(Deadlines.DeadlineAnchor.Start).DayNumber + 1;
        return weekly is { } hours ? JsonValue.Create((int)Math.Round(hours * days / 7m)) : null;
    }

    private JsonObject Participant(CaseFile file, string language)
    {
        var person = file.Participant;
        return Facts.Of(
            ("givenName", person.GivenName),
            ("familyName", person.FamilyName),
            ("birthDate", Facts.Day(person.BirthDate)),
            ("nationality", reference.Country(person.Nationalities.Split(',')[0])?.Name.In(language)),
            ("address", string.Join(", ", new[] { person.Address, person.City, reference.Country(person.ResidenceCountry)?.Name.In(language) }.Where(part => !string.IsNullOrWhiteSpace(part)))),
            ("email", person.Email),
            ("phone", person.Phone),
            ("qualification", person.Qualification),
            ("field", $"{person.FieldOfStudy} {reference.FieldName(person.FieldOfStudy)?.In(language)}".Trim()),
            ("eqfLevel", person.EqfLevel));
    }

    private static JsonObject? Guardian(CaseFile file)
    {
        var person = file.Participant;
        return person.GuardianName is { Length: > 0 } name && person.AgeOn(file.Case.Start) < 18
            ? Facts.Of(("name", name), ("email", person.GuardianEmail), ("phone", person.GuardianPhone))
            : null;
    }

    private JsonObject Issuer() => Facts.Of(
        ("name", office.Value.OfficeName),
        ("address", office.Value.OfficeAddress),
        ("email", office.Value.OfficeEmail),
        ("phone", office.Value.OfficePhone));
}
