using System.Text.Json.Nodes;
using Send.Core.Cases;
using Send.Core.Organisations;
using Send.Core.Reference;

namespace Send.Core.Documents;

/// <summary>The parts of a paper that come from what the forms of a case brought. Later forms count before earlier ones: what was assessed before what was agreed, what was
/// agreed before what was planned.</summary>
internal sealed class Paper(CaseFile file, ReferenceData reference, string language)
{
    private readonly JsonObject programme = file.Section("programme");
    private readonly JsonObject placement = file.Section("placement");
    private readonly JsonObject agreement = file.Section("agreement");
    private readonly JsonObject signatures = file.Section("signatures");
    private readonly JsonObject assessment = file.Section("assessment");
    private readonly JsonObject certificate = file.Section("certificate");

    public JsonObject? Sending() => file.Sending is { } sending
        ? Organisation(sending, Facts.Of(("contact", Facts.First(agreement["sendingContact"]) is { } name
            ? Facts.Of(("name", name), ("email", agreement["sendingEmail"]))
            : Contact(sending, mentor: false))))
        : null;

    public JsonObject? Host()
    {
        if (file.Host is not { } host)
        {
            return null;
        }

        var mentor = Facts.First(placement["mentorName"]) is { } name
            ? Facts.Of(("name", name), ("position", placement["mentorPosition"]), ("email", placement["mentorEmail"]), ("phone", placement["mentorPhone"]))
            : Contact(host, mentor: true);
        var made = Organisation(host, Facts.Of(("contact", Contact(host, mentor: false)), ("mentor", mentor), ("sector", host.Sector), ("employees", host.Employees)));
        if (Facts.First(placement["address"]) is { } address)
        {
            made["address"] = address.DeepClone();
        }

        return made;
    }

    public JsonObject Programme() => Facts.Of(
        ("title", Facts.First(certificate["initiative"], file.Offer?.Title)),
        ("aim", Facts.First(certificate["objective"], programme["aim"])),
        ("hoursPerWeek", Facts.First(agreement["hoursPerWeek"], placement["hoursPerWeek"], file.Offer?.HoursPerWeek)),
        ("language", LanguageName(Facts.Text(Facts.First(agreement["language"], programme["language"], file.Offer?.Language)))),
        ("languageLevel", Facts.First(agreement["languageAtStart"], programme["languageLevel"], file.Offer?.LanguageLevel)),
        ("activities", Activities()),
        ("monitoring", Facts.First(agreement["monitoring"], programme["monitoring"])),
        ("assessment", Facts.First(agreement["evaluation"], programme["assessmentMethod"])),
        ("recognition", agreement["recognition"]),
        ("creditSystem", CreditSystem(Facts.Text(Facts.First(agreement["creditSystem"], programme["creditSystem"])))),
        ("credits", Facts.First(agreement["credits"], programme["credits"])));

    public JsonArray Outcomes()
    {
        var planned = Facts.Rows(programme["outcomes"]).ToList();
        var agreed = Facts.Rows(agreement["outcomes"]).ToList();
        var assessed = Facts.Rows(assessment["outcomes"]).ToList();
        var rows = agreed.Count > 0 ? agreed : planned;
        return new([.. rows.Select((row, i) =>
        {
            var plan = Same(planned, row, i);
            var result = Same(assessed, row, i);
            return Facts.Of(
                ("no", i + 1),
                ("text", row["outcome"]),
                ("kind", Facts.First(row["kind"], plan?["kind"]) ?? "competence"),
                ("level", Facts.First(row["target"], plan?["target"])),
                ("evaluation", Facts.First(row["evaluation"], plan?["shown"])),
                ("achieved", result?["achieved"]),
                ("achievedLevel", result?["level"]),
                ("evidence", result?["evidence"]));
        })]);
    }

    public JsonNode? Tasks() => Facts.First(certificate["tasks"], assessment["tasksDone"], agreement["tasks"], placement["tasks"], file.Offer?.Tasks);

    public JsonObject Skills() => Facts.Of(
        ("jobRelated", Skill("jobSkills")),
        ("language", Skill("languageSkills")),
        ("digital", Skill("digitalSkills")),
        ("organisational", Skill("organisationalSkills")),
        ("communication", Skill("socialSkills")),
        ("other", Skill("otherSkills")));

    public JsonObject? Assessment() => assessment.Count == 0
        ? null
        : Facts.Of(
            ("assessor", assessment["assessorName"]),
            ("role", assessment["assessorPosition"]),
            ("method", agreement["evaluation"]),
            ("date", Facts.First(assessment["signature"]?["signedOn"], assessment["actualTo"])),
            ("comment", assessment["recommendation"]));

    /// <summary>Who signs, in the order in which it is printed; a line without a day is to be signed on paper.</summary>
    public JsonArray Signatures(string kind)
    {
        var minor = file.Participant.AgeOn(file.Case.Start) < 18;
        var host = file.Host is { } organisation ? Signatory(organisation) : null;
        var sending = file.Sending is { } school ? Signatory(school) : null;
        var mentor = ("mentor", Facts.Text(placement["mentorName"]), Facts.Text(placement["mentorPosition"]));
        List<(string Party, string? Name, string? Position)> lines = kind switch
        {
            "attendance-certificate" => [("host", host?.Name, host?.Position), mentor],
            "europass-mobility" => [("sending", sending?.Name, sending?.Position), mentor],
            _ => [("participant", file.Participant.FullName, null), .. minor ? [("guardian", file.Participant.GuardianName, (string?)null)] : Array.Empty<(string, string?, string?)>(),
                ("sending", sending?.Name, sending?.Position), ("host", host?.Name, host?.Position), mentor],
        };
        return new([.. lines.Select(line => Line(line.Party, line.Name, line.Position, kind == "learning-agreement" ? signatures[line.Party] as JsonObject : null))]);
    }

    private static JsonObject Line(string party, string? name, string? position, JsonObject? signed) => Facts.Of(
        ("party", party), ("name", Facts.First(signed?["name"], name)), ("position", position), ("signedOn", signed?["signedOn"]));

    private static OrganisationContact? Signatory(Organisation organisation) =>
        organisation.Contacts.Find(contact => contact.IsSignatory) ?? organisation.Contacts.Find(contact => !contact.IsMentor) ?? organisation.Contacts.FirstOrDefault();

    private static JsonObject? Contact(Organisation organisation, bool mentor)
    {
        var contact = organisation.Contacts.Find(row => row.IsMentor == mentor) ?? organisation.Contacts.FirstOrDefault();
        return contact is null ? null : Facts.Of(("name", contact.Name), ("position", contact.Position), ("email", contact.Email), ("phone", contact.Phone));
    }

    private static JsonObject? Same(List<JsonObject> rows, JsonObject row, int index) =>
        rows.Find(other => Facts.Text(other["outcome"]) == Facts.Text(row["outcome"])) ?? rows.ElementAtOrDefault(index);

    private static string? CreditSystem(string? system) => system is null or "none" ? null : system == "national" ? system : system.ToUpperInvariant();

    private JsonArray? Activities() => Facts.Rows(programme["activities"]).ToList() is { Count: > 0 } rows
        ? new([.. rows.Select(row => Facts.Of(("week", Facts.Text(row["week"])), ("activity", row["activity"]), ("place", row["place"]), ("hours", row["hours"])))])
        : null;

    private JsonNode? Skill(string name) => Facts.First(certificate[name], assessment[name]);

    private JsonObject Organisation(Organisation organisation, JsonObject more)
    {
        var made = Facts.Of(
            ("name", organisation.Name),
            ("address", organisation.Address),
            ("city", organisation.City),
            ("country", reference.Country(organisation.Country)?.Name.In(language) ?? organisation.Country),
            ("website", organisation.Website));
        foreach (var (name, value) in more)
        {
            made[name] = value?.DeepClone();
        }

        return made;
    }

    /// <summary>`Spanish`, `spagnolo`.</summary>
    private string? LanguageName(string? code) => reference.Languages.FirstOrDefault(known => known.Code == code)?.Name.In(language) ?? code;
}
