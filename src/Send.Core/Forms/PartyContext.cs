using System.Globalization;
using System.Text.Json.Nodes;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Placements;

namespace Send.Core.Forms;

/// <summary>People, organisations and offers as roots of a form's context.</summary>
internal static class PartyContext
{
    public static JsonObject Of(Participant p, DateOnly start) => Compact(
        ("id", p.Id.ToString()), ("givenName", p.GivenName), ("familyName", p.FamilyName), ("fullName", p.FullName), ("birthDate", Day(p.BirthDate)), ("age", p.AgeOn(start)),
        ("minor", p.AgeOn(start) < 18), ("sex", p.Sex), ("nationality", List(p.Nationalities).FirstOrDefault()), ("nationalities", Texts(p.Nationalities)), ("email", p.Email),
        ("phone", p.Phone), ("language", p.Language), ("address", p.Address), ("city", p.City), ("residenceCountry", p.ResidenceCountry), ("status", p.Status),
        ("qualification", p.Qualification), ("eqfLevel", p.EqfLevel), ("fieldOfStudy", p.FieldOfStudy), ("languages", JsonNode.Parse(p.Languages)),
        ("documentType", p.DocumentType), ("documentNumber", p.DocumentNumber), ("documentExpiry", Day(p.DocumentExpiry)), ("healthNotes", p.HealthNotes), ("iban", p.Iban),
        ("emergencyName", p.EmergencyName), ("emergencyRelation", p.EmergencyRelation), ("emergencyPhone", p.EmergencyPhone),
        ("guardianName", p.GuardianName), ("guardianEmail", p.GuardianEmail), ("guardianPhone", p.GuardianPhone));

    public static JsonObject Of(Organisation o)
    {
        var contact = o.Contacts.Find(c => !c.IsMentor) ?? o.Contacts.FirstOrDefault();
        var signatory = o.Contacts.Find(c => c.IsSignatory) ?? contact;
        var mentor = o.Contacts.Find(c => c.IsMentor) ?? contact;
        return Compact(
            ("id", o.Id.ToString()), ("name", o.Name), ("country", o.Country), ("city", o.City), ("address", o.Address), ("website", o.Website), ("sector", o.Sector),
            ("employees", o.Employees), ("timeZone", o.TimeZone), ("workingLanguages", Texts(o.WorkingLanguages)), ("acceptsMinors", o.AcceptsMinors), ("rating", o.Rating),
            ("latitude", o.Latitude), ("longitude", o.Longitude),
            ("contactName", contact?.Name), ("contactPosition", contact?.Position), ("contactEmail", contact?.Email), ("contactPhone", contact?.Phone),
            ("signatoryName", signatory?.Name), ("signatoryPosition", signatory?.Position), ("signatoryEmail", signatory?.Email), ("signatoryPhone", signatory?.Phone),
            ("mentorName", mentor?.Name), ("mentorPosition", mentor?.Position), ("mentorEmail", mentor?.Email), ("mentorPhone", mentor?.Phone), ("mentorLanguage", mentor?.Language));
    }

    public static JsonObject Of(PlacementOffer o) => Compact(
        ("id", o.Id.ToString()), ("title", o.Title), ("country", o.Country), ("city", o.City), ("availableFrom", Day(o.AvailableFrom)), ("availableTo", Day(o.AvailableTo)),
        ("capacity", o.Capacity), ("fieldOfStudy", o.FieldOfStudy), ("occupation", o.Occupation), ("tasks", o.Tasks), ("language", o.Language),
        ("languageLevel", o.LanguageLevel), ("acceptsMinors", o.AcceptsMinors), ("stepFree", o.StepFree), ("hoursPerWeek", o.HoursPerWeek), ("cost", o.Cost),
        ("distanceKm", o.DistanceKm), ("lodgingHelp", o.LodgingHelp));

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An object without what is missing.</summary>
    public static JsonObject Compact(params (string Key, JsonNode? Value)[] values) =>
        new(values.Where(v => v.Value is not null).Select(v => KeyValuePair.Create(v.Key, v.Value)));

    private static string[] List(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static JsonArray Texts(string text) => new([.. List(text).Select(item => JsonValue.Create(item))]);
}
