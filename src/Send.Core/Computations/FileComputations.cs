using System.Text.Json.Nodes;
using Send.Core.Agreements;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Forms;
using Send.Core.Logistics;
using Send.Core.Monitoring;
using Send.Core.Needs;
using Send.Core.Programmes;
using Send.Core.Reference;

namespace Send.Core.Computations;

/// <summary>What follows from the file of a case alone; until departure in this part, from the stay on in the other.</summary>
internal sealed partial class FileComputations(CaseFile file, ReferenceData reference, DateOnly today)
{
    private readonly StayDates dates = StayDates.Of(file.Case);

    private bool Minor => file.Participant.AgeOn(file.Case.Start) < 18;

    public JsonObject? Eligibility(int previousDays)
    {
        if (reference.Programme(file.Case.Programme) is not { } programme)
        {
            return null;
        }

        var (person, sendCase) = (file.Participant, file.Case);
        return Checks(EligibilityCheck.Of(new EligibilityQuestion
        {
            Programme = programme,
            Age = person.AgeOn(sendCase.Start),
            Status = person.Status,
            Residence = person.ResidenceCountry,
            ResidenceInProgramme = InProgramme(person.ResidenceCountry),
            Destination = sendCase.DestinationCountry,
            DestinationInProgramme = InProgramme(sendCase.DestinationCountry),
            Days = StayLength.Days(programme, sendCase.Start, sendCase.End, reference.Holidays.Calendar(sendCase.DestinationCountry)),
            PreviousDays = previousDays,
            Return = sendCase.Return,
            DocumentExpiry = person.DocumentExpiry,
            HasSendingOrganisation = file.Sending is not null,
            HasGuardian = !string.IsNullOrWhiteSpace(person.GuardianName),
            LateEntry = sendCase.LateEntry,
        }));
    }

    public JsonObject? Needs() => file.Offer is { } offer ? PartyContext.Compact(("language", offer.Language), ("languageTarget", offer.LanguageLevel)) : null;

    public JsonObject Programme() => new()
    {
        ["gaps"] = CompetenceGap.ToJson(CompetenceGap.Of(file.Section("needs"))),
        ["monitoring"] = MonitoringText(),
    };

    public JsonObject Agreement() => Checks(WorkingTime.Check(WorkDay.Of(file.Section("placement")), Minor));

    public JsonObject? LanguageCourse()
    {
        var needs = file.Section("needs");
        if (needs.Text("languageTarget") is not { } target)
        {
            return null;
        }

        var gap = LanguageGap.Of(needs.Text("languageNow"), target, reference.Cefr);
        return new JsonObject { ["needed"] = gap.NeedsCourse, ["guideHours"] = gap.GuideHours };
    }

    public JsonObject? Journey() =>
        file.Sending is { Latitude: { } fromLat, Longitude: { } fromLon } && file.Host is { Latitude: { } toLat, Longitude: { } toLon }
            ? new JsonObject { ["distanceKm"] = Distance.Kilometres(fromLat, fromLon, toLat, toLon) }
            : null;

    public JsonObject Entry()
    {
        var (person, sendCase) = (file.Participant, file.Case);
        var answer = EntryCheck.Answer(
            new EntryQuestion
            {
                Nationalities = person.Nationalities.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                Residence = person.ResidenceCountry,
                Destination = sendCase.DestinationCountry,
                Departure = sendCase.Departure,
                Start = sendCase.Start,
                Return = sendCase.Return,
                DocumentExpiry = person.DocumentExpiry,
                PreviousStays = [.. file.Section("entry").Rows("previousStays")
                    .Where(row => row.Day("entered") is not null && row.Day("left") is not null)
                    .Select(row => new SchengenStay(row.Day("entered")!.Value, row.Day("left")!.Value))],
            },
            reference);
        var computed = PartyContext.Compact(
            ("result", JsonName(answer.Result)), ("documents", answer.Requirement.Documents.In(person.Language)), ("leadDays", answer.Requirement.LeadDays), ("days", answer.Days),
            ("applyBy", PartyContext.Day(answer.ApplyBy)), ("registration", answer.RegisterBy is not null), ("registerBy", PartyContext.Day(answer.RegisterBy)));
        computed["checks"] = CheckItem.ToJson(EntryChecks.Of(answer, file.Participant.DocumentExpiry, today));
        return computed;
    }

    public JsonObject VisaRefused()
    {
        var refused = file.Section("visaRefusedEvent").Day("decidedOn") ?? file.Section("visa").Day("decidedOn") ?? today;
        return new JsonObject { ["appealUntil"] = PartyContext.Day(refused.AddDays(reference.Country(file.Case.DestinationCountry)?.AppealDays ?? 15)) };
    }

    public JsonObject Insurance() => Checks(InsuranceCover.Checks(InsuranceCover.Of(
        Policy.Of(file.Section("insurance")), reference.Insurance, dates.Departure, dates.Return, reference.Country(file.Case.DestinationCountry)?.MovesFreely(dates.Departure) == true)));

    public JsonObject Departure() => Checks(DepartureChecklist.Of(
        new(file.Facts, file.Case.Departure, file.Case.Return, file.Case.DestinationCountry, Minor, file.Participant.DocumentExpiry), reference));

    private static JsonObject Checks(IEnumerable<CheckItem> items) => new() { ["checks"] = CheckItem.ToJson(items) };

    private static string JsonName(EntryResult result) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(result.ToString());

    private bool InProgramme(string country) => reference.Country(country)?.Programme <= file.Case.Departure;

    private string MonitoringText()
    {
        var contacts = MonitoringCadence.Of(dates, Minor, reference.Monitoring);
        var midTerm = contacts.FirstOrDefault(contact => contact.Reason == ContactReason.MidTerm)?.On;
        var italian = file.Participant.Language == "it";
        var days = string.Join(", ", contacts.Where(c => c.Reason != ContactReason.MidTerm).Select(c => italian ? DayText.It(c.On) : DayText.En(c.On)));
        return italian
            ? $"Contatti: {days}." + (midTerm is { } m ? $" Verifica intermedia: {DayText.It(m)}." : "")
            : $"Contacts: {days}." + (midTerm is { } t ? $" Mid-term review: {DayText.En(t)}." : "");
    }
}
