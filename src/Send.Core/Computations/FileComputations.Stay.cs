using System.Text.Json.Nodes;
using Send.Core.Certificates;
using Send.Core.Credits;
using Send.Core.Evaluation;
using Send.Core.Forms;
using Send.Core.Monitoring;
using Send.Core.Time;

namespace Send.Core.Computations;

/// <content>From the stay to the closed file.</content>
internal sealed partial class FileComputations
{
    private const int InsurerNoticeDays = 3;
    private const int RetentionYears = 5;
    private const int ImpactSurveyDays = 180;

    public JsonObject Monitoring()
    {
        var contacts = MonitoringCadence.Of(dates, Minor, reference.Monitoring);
        var computed = PartyContext.Compact(("nextContact", PartyContext.Day(MonitoringCadence.Next(contacts, today))));
        computed["contacts"] = CheckItem.ToJson(contacts.Select(contact => new CheckItem(
            "contact-" + PartyContext.Day(contact.On),
            new(DayText.En(contact.On), DayText.It(contact.On)),
            contact.On < today ? CheckState.Warn : CheckState.Ok,
            contact.Reason switch
            {
                ContactReason.MidTerm => new("Mid-term review.", "Verifica intermedia."),
                ContactReason.LastWeek => new("Last week.", "Ultima settimana."),
                _ => null,
            })));
        return computed;
    }

    public JsonObject MidTerm() => new() { ["midTerm"] = PartyContext.Day(dates.Start.AddDays(dates.Days / 2)) };

    public JsonObject? Assessment()
    {
        var monitoring = file.Section("monitoring");
        var hours = monitoring.Rows("diary").Sum(row => row.Number("hours") ?? 0);
        return (hours > 0 ? hours : monitoring.Number("totalHours")) is { } total ? new JsonObject { ["totalHours"] = total } : null;
    }

    public JsonObject Evaluation(int incidents)
    {
        var compared = Compared();
        return PartyContext.Compact(
            ("outcomes", new JsonArray([.. compared.Select(outcome => outcome.ToJson())])), ("overall", OutcomeComparison.Overall(compared)), ("incidents", incidents));
    }

    public JsonObject Certification() => new()
    {
        ["europassNumber"] = EuropassNumber.Of(OfficeDay.Country, "SEND", file.Case.Code),
        ["outcomes"] = new JsonArray([.. Compared().Select(outcome => outcome.ToJson())]),
    };

    public JsonObject Credits()
    {
        var agreement = file.Section("agreement");
        var decisions = Recognition.Propose(Compared());
        return new JsonObject
        {
            ["decisions"] = new JsonArray([.. decisions.Select(decision => decision.ToJson())]),
            ["total"] = decisions.Sum(decision => decision.Points),
            ["checks"] = CheckItem.ToJson(Recognition.Check(decisions, agreement.Text("creditSystem"), agreement.Number("credits"), file.Section("assessment").Number("totalHours"))),
        };
    }

    public JsonObject EarlyReturn()
    {
        var end = file.Section("earlyReturnEvent").Day("effectiveEnd") ?? dates.End;
        var days = Math.Max(0, end.DayNumber - dates.Start.DayNumber + 1);
        return PartyContext.Compact(("daysDone", days), ("minimumReached", reference.Programme(file.Case.Programme) is { } programme ? days >= programme.MinDays : null));
    }

    public JsonObject Incident()
    {
        var happened = JsonValues.Instant(file.Section("incidentEvent")["happenedAt"]) is { } at ? OfficeDay.Of(at) : today;
        return new JsonObject { ["insurerBy"] = PartyContext.Day(happened.AddDays(InsurerNoticeDays)) };
    }

    public JsonObject Closing()
    {
        CheckItem Item(string section, LocalText label) => new(section, label, file.Section(section).Count > 0 ? CheckState.Ok : CheckState.Warn);
        return new JsonObject
        {
            ["retentionUntil"] = PartyContext.Day(dates.Return.AddYears(RetentionYears)),
            ["impactSurveyOn"] = PartyContext.Day(dates.Return.AddDays(ImpactSurveyDays)),
            ["checks"] = CheckItem.ToJson(
            [
                Item("assessment", new("Final assessment", "Valutazione finale")),
                Item("returned", new("Return confirmed", "Rientro confermato")),
                Item("report", new("Participant’s report", "Rapporto del partecipante")),
                Item("evaluation", new("Evaluation", "Valutazione della mobilità")),
                Item("certificate", new("Certificates", "Attestati")),
                Item("credits", new("Recognition", "Riconoscimento")),
            ]),
        };
    }

    private IReadOnlyList<ComparedOutcome> Compared() => OutcomeComparison.Of(file.Section("agreement"), file.Section("assessment"));
}
