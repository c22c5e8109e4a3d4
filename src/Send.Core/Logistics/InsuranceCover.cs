using System.Text.Json.Nodes;
using Send.Core.Forms;

namespace Send.Core.Logistics;

/// <summary>Compares policies with the days of the journey (rules.md section 5).</summary>
public static class InsuranceCover
{
    /// <summary>The cover of each required kind from the day of departure to the day of return. Policies of one kind add up.</summary>
    public static IReadOnlyList<KindCover> Of(IReadOnlyList<Policy> policies, InsuranceKinds kinds, DateOnly departure, DateOnly @return, bool destinationInEea)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(kinds);
        return [.. kinds.Kinds.Where(kind => kind.Required).Select(kind => Cover(kind, policies, kinds, departure, @return, destinationInEea))];
    }

    /// <summary>Lines of a `checks` panel.</summary>
    public static IEnumerable<CheckItem> Checks(IEnumerable<KindCover> covers) => covers.Select(cover => new CheckItem(
        "insurance-" + cover.Kind.Code, cover.Kind.Name, cover.IsComplete ? CheckState.Ok : CheckState.Fail, Detail(cover)));

    private static KindCover Cover(InsuranceKind kind, IReadOnlyList<Policy> policies, InsuranceKinds kinds, DateOnly departure, DateOnly @return, bool inEea)
    {
        var codes = kind.CoveredBy.Append(kind.Code).Where(code => kinds.Kinds.First(k => k.Code == code).Countries is not "eea" || inEea).ToList();
        var mine = policies.Where(policy => codes.Contains(policy.Kind, StringComparer.Ordinal)).ToList();
        var counting = mine.Where(policy => !kind.MustCoverWork || policy.CoversWork).ToList();
        return new(kind, mine.Count == 0, mine.Count > 0 && counting.Count == 0, counting.Count == 0 ? [] : Gaps(counting, departure, @return));
    }

    private static List<CoverGap> Gaps(List<Policy> policies, DateOnly departure, DateOnly @return)
    {
        var gaps = new List<CoverGap>();
        var next = departure;
        foreach (var policy in policies.OrderBy(policy => policy.From))
        {
            if (policy.From > next && next <= @return)
            {
                gaps.Add(new(next, policy.From.AddDays(-1) < @return ? policy.From.AddDays(-1) : @return));
            }

            next = policy.To >= next ? policy.To.AddDays(1) : next;
        }

        if (next <= @return)
        {
            gaps.Add(new(next, @return));
        }

        return gaps;
    }

    private static LocalText Detail(KindCover cover)
    {
        if (cover.Missing)
        {
            return new("There is no policy yet.", "Non c’è ancora una polizza.");
        }

        if (cover.WorkExcluded)
        {
            return new("The policy does not cover work.", "La polizza non copre il lavoro.");
        }

        return cover.Gaps.Count == 0
            ? new("Covers every day of the journey.", "Copre ogni giorno del viaggio.")
            : new(
                "Not covered: " + string.Join("; ", cover.Gaps.Select(gap => $"{DayText.En(gap.From)} to {DayText.En(gap.To)}")) + ".",
                "Senza copertura: " + string.Join("; ", cover.Gaps.Select(gap => $"dal {DayText.It(gap.From)} al {DayText.It(gap.To)}")) + ".");
    }
}

/// <summary>A policy of the insurance form.</summary>
public sealed record Policy(string Kind, DateOnly From, DateOnly To, bool CoversWork)
{
    /// <summary>The policies of the facts section `insurance`; rows without dates are left out.</summary>
    public static IReadOnlyList<Policy> Of(JsonObject insurance) =>
    [
        .. insurance.Rows("policies")
            .Where(row => row.Day("validFrom") is not null && row.Day("validTo") is not null)
            .Select(row => new Policy(row.Text("kind") ?? "", row.Day("validFrom")!.Value, row.Day("validTo")!.Value, row.Flag("coversWork") ?? false)),
    ];
}

/// <summary>Days without cover, first and last included.</summary>
public sealed record CoverGap(DateOnly From, DateOnly To);

/// <summary>How a required kind of insurance is covered. <paramref name="Missing"/>: no policy of that kind at all; <paramref name="WorkExcluded"/>: there is one, but it does
/// not cover work, as it must.</summary>
public sealed record KindCover(InsuranceKind Kind, bool Missing, bool WorkExcluded, IReadOnlyList<CoverGap> Gaps)
{
    public bool IsComplete => !Missing && !WorkExcluded && Gaps.Count == 0;
}
