using System.Text.Json.Serialization;

namespace Send.Benchmarks;

/// <summary>
/// One line of artifacts/bench.json. <paramref name="Value"/> and <paramref name="Floor"/> are medians in microseconds,
/// <paramref name="Ratio"/> is value by floor; <paramref name="Bound"/> is the greatest ratio allowed, where an issue sets one.
/// </summary>
internal sealed record Measurement(
    string Name,
    string Database,
    double Value,
    double Floor,
    double Ratio,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Bound)
{
    /// <summary>From the samples of one run; times in microseconds.</summary>
    public static Measurement Of(string name, string database, IEnumerable<double> values, IEnumerable<double> floors, double? bound)
    {
        var (value, floor) = (Median(values), Median(floors));
        return new(name, database, Math.Round(value, 1), Math.Round(floor, 1), Math.Round(value / floor, 2), bound);
    }

    private static double Median(IEnumerable<double> samples)
    {
        var sorted = samples.Order().ToList();
        return sorted.Count == 0 ? throw new InvalidOperationException("Nothing was measured.") : sorted[sorted.Count / 2];
    }
}
