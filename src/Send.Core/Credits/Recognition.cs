using System.Text.Json.Nodes;
using Send.Core.Evaluation;
using Send.Core.Forms;

namespace Send.Core.Credits;

/// <summary>Recognition of what was achieved (credits.md sections 1, 2 and 6).</summary>
public static class Recognition
{
    /// <summary>What follows from the assessment: achieved outcomes are recognised with all their points; those achieved in part or not at all bring none, and the unit stays open.</summary>
    public static IReadOnlyList<OutcomeDecision> Propose(IEnumerable<ComparedOutcome> outcomes) =>
    [
        .. outcomes.Select(outcome => new OutcomeDecision(
            outcome.Outcome, outcome.Unit, outcome.Achieved,
            outcome.Achieved switch { "yes" => "recognised", "partly" => "partly", _ => "refused" },
            outcome.Points, outcome.Achieved == "yes" ? outcome.Points ?? 0 : 0)),
    ];

    /// <summary>What must hold, as lines of a `checks` panel. <paramref name="system"/> is `ecvet`, `ects`, `national` or `none`; <paramref name="agreed"/> the credits of the agreement.</summary>
    public static IReadOnlyList<CheckItem> Check(IReadOnlyList<OutcomeDecision> decisions, string? system, decimal? agreed, decimal? hours)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var total = decisions.Sum(decision => decision.Points);
        var checks = new List<CheckItem>
        {
            Item("not-achieved", new("What was not achieved is not recognised", "Ciò che non è stato raggiunto non si riconosce"),
                decisions.All(d => d.Achieved != "no" || (d.Decision == "refused" && d.Points == 0)) ? CheckState.Ok : CheckState.Fail),
            Item("points", new("No outcome has more points than agreed", "Nessun risultato ha più punti di quelli concordati"),
                decisions.All(d => d.AgreedPoints is null || d.Points <= d.AgreedPoints) ? CheckState.Ok : CheckState.Fail),
            Item("total", new("Not more in all than agreed", "Non più del totale concordato"), agreed is null || total <= agreed ? CheckState.Ok : CheckState.Fail),
            Item("year", new("Not more than a year’s 60", "Non più dei 60 di un anno"), total <= CreditHours.YearCredits ? CheckState.Ok : CheckState.Warn),
        };
        if (system == "ects" && hours is { } worked && total > 0)
        {
            checks.Add(Item("hours", new("25 to 30 hours for each credit", "Da 25 a 30 ore per credito"), CreditHours.AreConsistent(total, worked) ? CheckState.Ok : CheckState.Warn));
        }

        return checks;
    }

    private static CheckItem Item(string id, LocalText label, CheckState state) => new(id, label, state);
}

/// <summary>A decision on one outcome; <see cref="Decision"/> is `validated`, `recognised`, `partly` or `refused`.</summary>
public sealed record OutcomeDecision(string Outcome, string? Unit, string Achieved, string Decision, decimal? AgreedPoints, decimal Points)
{
    /// <summary>The rows of the facts section `credits`.</summary>
    public static IReadOnlyList<OutcomeDecision> Of(JsonObject credits) =>
    [
        .. credits.Rows("decisions").Select(row => new OutcomeDecision(
            row.Text("outcome") ?? "", row.Text("unit"), row.Text("achieved") ?? "no", row.Text("decision") ?? "refused", row.Number("agreedPoints"), row.Number("points") ?? 0)),
    ];

    /// <summary>A row of the credit-transfer form.</summary>
    public JsonObject ToJson()
    {
        var row = PartyContext.Compact(("outcome", Outcome), ("unit", Unit), ("achieved", Achieved), ("decision", Decision), ("agreedPoints", AgreedPoints), ("points", Points));
        if (Decision is "partly" or "refused")
        {
            row["reason"] = Achieved == "no" ? "Not achieved" : "Achieved in part";
        }

        return row;
    }
}
