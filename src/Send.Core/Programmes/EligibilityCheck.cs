using Send.Core.Forms;

namespace Send.Core.Programmes;

/// <summary>The automatic part of the eligibility check (process.md A3); the coordinator decides and may overrule a line with a reason.</summary>
public static class EligibilityCheck
{
    private const int YoungestAge = 15;
    private static readonly string[] InTraining = ["vocationalStudent", "apprentice", "trainee", "graduate"];

    /// <summary>The lines in the order of the page.</summary>
    public static IReadOnlyList<CheckItem> Of(EligibilityQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var q = question;
        var programme = q.Programme;
        var verdict = StayLength.Judge(programme, q.Days);
        var days = programme.Counting == DayCounting.Calendar ? new LocalText("days", "giorni") : new LocalText("working days", "giorni lavorativi");
        return
        [
            Item("age", new("Age", "Età"), q.Age >= YoungestAge, new($"{q.Age} years on the first day.", $"{q.Age} anni il primo giorno.")),
            Item("status", new("In vocational training", "In formazione professionale"), InTraining.Contains(q.Status, StringComparer.Ordinal) || programme.Code != "IVT", null),
            Item("residence", new("Lives in a programme country", "Risiede in un Paese del programma"), q.ResidenceInProgramme, null, CheckState.Warn),
            Item("destination", new("Goes to another programme country", "Va in un altro Paese del programma"), q.Destination != q.Residence, null),
            Item("destination-programme", new("Destination takes part in the programme", "La destinazione partecipa al programma"), q.DestinationInProgramme, null, CheckState.Warn),
            Item("length", new("Length of the stay", "Durata del soggiorno"), verdict == StayVerdict.Fits, new(
                $"{q.Days} {days.En}; the programme takes {programme.MinDays} to {programme.MaxDays}.", $"{q.Days} {days.It}; il programma ne prevede da {programme.MinDays} a {programme.MaxDays}.")),
            Item("previous", new("Earlier stays in this programme", "Soggiorni precedenti in questo programma"), q.PreviousDays + q.Days <= programme.MaxDays, new(
                $"{q.PreviousDays} days so far.", $"{q.PreviousDays} giorni finora."), CheckState.Warn),
            Item("document", new("Travel document", "Documento di viaggio"), q.DocumentExpiry >= q.Return, q.DocumentExpiry is { } expiry
                ? new($"Valid until {DayText.En(expiry)}.", $"Valido fino al {DayText.It(expiry)}.")
                : new("Not recorded yet.", "Non ancora registrato."), q.DocumentExpiry is null ? CheckState.Warn : CheckState.Fail),
            Item("sending", new("Sending school", "Scuola inviante"), q.HasSendingOrganisation, null, CheckState.Warn),
            .. q.Age < 18 ? [Item("guardian", new("Parent or guardian recorded", "Genitore o tutore registrato"), q.HasGuardian, null)] : Array.Empty<CheckItem>(),
            Item("time", new("Time until departure", "Tempo fino alla partenza"), !q.LateEntry, q.LateEntry
                ? new("Late entry: the plan is compressed.", "Ingresso tardivo: il piano è compresso.")
                : null, CheckState.Warn),
        ];
    }

    private static CheckItem Item(string id, LocalText label, bool holds, LocalText? detail, CheckState otherwise = CheckState.Fail) => new(id, label, holds ? CheckState.Ok : otherwise, detail);
}

/// <summary>What is known of an applicant when eligibility is checked.</summary>
public sealed record EligibilityQuestion
{
    public required Programme Programme { get; init; }

    /// <summary>Whole years on the first day.</summary>
    public required int Age { get; init; }

    /// <summary>`vocationalStudent`, `apprentice`, … (process.md A2).</summary>
    public required string Status { get; init; }

    public required string Residence { get; init; }

    /// <summary>The residence takes part in the programmes.</summary>
    public required bool ResidenceInProgramme { get; init; }

    public required string Destination { get; init; }

    public required bool DestinationInProgramme { get; init; }

    /// <summary>Days of the stay as the programme counts them.</summary>
    public required int Days { get; init; }

    /// <summary>Days of earlier stays of the same person in the same programme.</summary>
    public required int PreviousDays { get; init; }

    public required DateOnly Return { get; init; }

    public DateOnly? DocumentExpiry { get; init; }

    public required bool HasSendingOrganisation { get; init; }

    public required bool HasGuardian { get; init; }

    public required bool LateEntry { get; init; }
}
