using Send.Core.Reference;

namespace Send.Core.Needs;

/// <summary>Steps of the European framework between two levels, and the guide value of course hours for them.</summary>
public sealed record LanguageGap(int Levels, int GuideHours)
{
    /// <summary>A course is needed from one level on.</summary>
    public bool NeedsCourse => Levels > 0;

    /// <summary>The gap from <paramref name="now"/> (null: no knowledge) to <paramref name="target"/>; none when that is reached.</summary>
    public static LanguageGap Of(string? now, string target, IReadOnlyList<CefrLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var from = Rank(levels, now);
        var to = Rank(levels, target);
        return new(Math.Max(0, to - from), levels.Skip(from + 1).Take(Math.Max(0, to - from)).Sum(level => level.HoursFromBelow));
    }

    private static int Rank(IReadOnlyList<CefrLevel> levels, string? code)
    {
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i].Code == code)
            {
                return i;
            }
        }

        return -1;
    }
}
