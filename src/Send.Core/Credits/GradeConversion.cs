namespace Send.Core.Credits;

/// <summary>Conversion by overlapping cumulative bands (egracons.eu; credits.md section 1). Whole numbers throughout, so that no rounding moves a grade.</summary>
public static class GradeConversion
{
    /// <summary>The home grade for a passing host grade; null when it cannot be converted: a grade that is not in the table or was never given, or a scale that only says
    /// passed. The middle of the band decides the mean; on the border of two grades the worse one counts.</summary>
    public static ConvertedGrade? Convert(GradeTable host, GradeTable home, string grade)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(home);
        if (host.IsPassOnly || home.IsPassOnly || host.Band(grade) is not { } band || band.From == band.To)
        {
            return null;
        }

        // Both scales are brought to host.Total × home.Total; twice that for the middle.
        var (from, to) = (band.From * home.Total, band.To * home.Total);
        var whole = (decimal)host.Total * home.Total;
        var overlaps = new List<GradeOverlap>();
        var mean = "";
        foreach (var candidate in home.Grades)
        {
            var (low, high) = home.Band(candidate.Label)!.Value;
            var overlap = Math.Min(to, high * host.Total) - Math.Max(from, low * host.Total);
            if (overlap > 0)
            {
                overlaps.Add(new(candidate.Label, overlap / whole * 100));
            }

            mean = candidate.Count > 0 && 2 * low * host.Total <= from + to && from + to < 2 * high * host.Total ? candidate.Label : mean;
        }

        return new(
            overlaps,
            overlaps[0].Label,
            mean,
            overlaps[^1].Label,
            (host.Total - band.To) * 100m / host.Total,
            (band.To - band.From) * 100m / host.Total,
            band.From * 100m / host.Total);
    }
}

/// <summary>Which home grade counts when several overlap.</summary>
public enum GradePolicy
{
    Maximum,
    Mean,
    Minimum,
}

/// <summary>A home grade and the percentage points in which its band overlaps the host grade's.</summary>
public sealed record GradeOverlap(string Label, decimal Percent);

/// <summary>A converted grade with what it rests on. ELM's shortened grading: percentages of people with a worse, the same and a better grade at the host.</summary>
public sealed record ConvertedGrade(IReadOnlyList<GradeOverlap> Overlaps, string Maximum, string Mean, string Minimum, decimal Lower, decimal Equal, decimal Higher)
{
    /// <summary>The grade by a policy.</summary>
    public string By(GradePolicy policy) => policy switch
    {
        GradePolicy.Maximum => Maximum,
        GradePolicy.Minimum => Minimum,
        _ => Mean,
    };
}
