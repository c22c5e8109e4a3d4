using System.Text.Json.Nodes;
using Send.Core.Forms;

namespace Send.Core.Evaluation;

/// <summary>Compares the agreed outcomes with the final assessment.</summary>
public static class OutcomeComparison
{
    /// <summary>Every agreed outcome with its assessment, found by its text, else by its unit; then assessed outcomes that were never agreed.</summary>
    public static IReadOnlyList<ComparedOutcome> Of(JsonObject agreement, JsonObject assessment)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(assessment);
        var left = assessment.Rows("outcomes").ToList();
        var compared = new List<ComparedOutcome>();
        foreach (var agreed in agreement.Rows("outcomes"))
        {
            var result = left.Find(row => row.Text("outcome") == agreed.Text("outcome")) ?? left.Find(row => row.Text("unit") is { } unit && unit == agreed.Text("unit"));
            left.RemoveAll(row => row == result);
            compared.Add(new(agreed.Text("outcome") ?? "", agreed.Text("unit"), agreed.Number("points"), agreed.Whole("target") ?? result?.Whole("target"), result?.Whole("level"), result?.Text("achieved") ?? "no"));
        }

        compared.AddRange(left.Select(row => new ComparedOutcome(row.Text("outcome") ?? "", row.Text("unit"), null, row.Whole("target"), row.Whole("level"), row.Text("achieved") ?? "no")));
        return compared;
    }

    /// <summary>`achieved` when all are, `notAchieved` when none is even in part, else `partly`; null without outcomes.</summary>
    public static string? Overall(IReadOnlyList<ComparedOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return outcomes.Count == 0 ? null
            : outcomes.All(outcome => outcome.Achieved == "yes") ? "achieved"
            : outcomes.All(outcome => outcome.Achieved == "no") ? "notAchieved" : "partly";
    }
}

/// <summary>An outcome as agreed and as assessed. <see cref="Achieved"/> is `yes`, `partly` or `no`; an outcome that was not assessed is not achieved.</summary>
public sealed record ComparedOutcome(string Outcome, string? Unit, decimal? Points, int? Target, int? Level, string Achieved)
{
    /// <summary>A row of the evaluation form.</summary>
    public JsonObject ToJson() => PartyContext.Compact(("outcome", Outcome), ("target", Target), ("level", Level), ("achieved", Achieved));
}
