using System.Text.Json.Nodes;
using Send.Core.Forms;
using Send.Core.Reference;

namespace Send.Core.Logistics;

/// <summary>The go/no-go list (process.md F4), computed from what the forms brought.</summary>
public static class DepartureChecklist
{
    private static readonly LocalText Missing = new("Not there yet.", "Non ancora presente.");

    /// <summary>The lines in the order of the page; departure is clear when none is `fail`.</summary>
    public static IReadOnlyList<CheckItem> Of(DepartureQuestion question, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(reference);
        var facts = question.Facts;
        var placement = facts.Section("placement");
        var preparation = facts.Section("preparation");
        var covers = InsuranceCover.Of(Policy.Of(facts.Section("insurance")), reference.Insurance, question.Departure, question.Return, reference.Country(question.Destination)?.MovesFreely(question.Departure) == true);
        return
        [
            Item("agreement", new("Learning agreement signed by all", "Accordo di apprendimento firmato da tutti"), Signed(facts.Section("signatures"), question.Minor)),
            Item("insurance", new("Insurance for every day", "Assicurazione per ogni giorno"), covers.All(cover => cover.IsComplete), Open(covers)),
            Visa(question, facts),
            Item("document", new("Travel document valid until the return", "Documento valido fino al rientro"), question.DocumentExpiry is null || question.DocumentExpiry >= question.Return),
            Item("travel", new("Travel booked out and home", "Viaggio di andata e ritorno prenotato"), facts.Section("travel").Rows("legs").Count() >= 2),
            Item("lodging", new("Lodging for the whole stay", "Alloggio per tutto il soggiorno"), Lodged(facts.Section("accommodation"), question)),
            Item("mentor", new("Mentor named, with telephone", "Tutor aziendale indicato, con telefono"), placement.Has("mentorName") && placement.Has("mentorPhone")),
            Item("training", new("Preparation attended", "Preparazione frequentata"), preparation.Rows("sessions").Any(row => row.Flag("attended") == true)),
            .. question.Minor
                ? [Item("consent", new("Consent of the parents", "Consenso dei genitori"), preparation.Flag("travelConsent") == true && preparation.Flag("medicalConsent") == true)]
                : Array.Empty<CheckItem>(),
            Item("grant", new("Grant agreement concluded", "Convenzione stipulata"), facts.Section("grant").Has("participantSignature"), otherwise: CheckState.Warn),
            Item("meals", new("Meals and local transport arranged", "Pasti e trasporti locali organizzati"), facts.Section("meals").Count > 0 && facts.Section("localTransport").Count > 0, otherwise: CheckState.Warn),
        ];
    }

    /// <summary>True when nothing stops the departure.</summary>
    public static bool IsClear(IEnumerable<CheckItem> items) => items.All(item => item.State != CheckState.Fail);

    private static bool Signed(JsonObject signatures, bool minor) =>
        signatures.Has("participant") && signatures.Has("sending") && signatures.Has("host") && (!minor || signatures.Has("guardian"));

    private static bool Lodged(JsonObject lodging, DepartureQuestion question) =>
        lodging.Day("from") <= question.Departure && lodging.Day("to") >= question.Return.AddDays(-1) && (!question.Minor || lodging.Flag("minorsSafe") == true);

    private static CheckItem Visa(DepartureQuestion question, JsonObject facts)
    {
        var label = new LocalText("Entry papers", "Documenti di ingresso");
        var needed = facts.Section("entry").Text("result");
        if (needed is null)
        {
            return new("visa", label, CheckState.Fail, new("The entry check has not been done.", "La verifica di ingresso non è stata fatta."));
        }

        if (needed is not ("visaC" or "visaD" or "permit"))
        {
            return new("visa", label, CheckState.Ok, new("No visa is needed.", "Non serve un visto."));
        }

        var visa = facts.Section("visa");
        return Item("visa", label, visa.Day("validFrom") <= question.Departure && visa.Day("validTo") >= question.Return);
    }

    private static LocalText? Open(IReadOnlyList<KindCover> covers)
    {
        var open = covers.Where(cover => !cover.IsComplete).Select(cover => cover.Kind.Name).ToList();
        return open.Count == 0 ? null : new(
            "Not complete: " + string.Join(", ", open.Select(name => name.En)) + ".", "Non complete: " + string.Join(", ", open.Select(name => name.It)) + ".");
    }

    private static CheckItem Item(string id, LocalText label, bool holds, LocalText? detail = null, CheckState otherwise = CheckState.Fail) =>
        new(id, label, holds ? CheckState.Ok : otherwise, holds ? detail : detail ?? Missing);
}

/// <summary>What the go/no-go list asks of a case.</summary>
public sealed record DepartureQuestion(JsonObject Facts, DateOnly Departure, DateOnly Return, string Destination, bool Minor, DateOnly? DocumentExpiry);
