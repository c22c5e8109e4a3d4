namespace Send.Core.Credits;

/// <summary>Distribution of the passing grades of a reference group, best grade first (egracons: two to three years, same field and cycle). Counts are kept, shares derived.</summary>
public sealed record GradeTable
{
    /// <summary>Throws <see cref="ArgumentException"/> when a label is repeated, a count negative or nothing was counted.</summary>
    public GradeTable(IReadOnlyList<GradeCount> grades)
    {
        ArgumentNullException.ThrowIfNull(grades);
        if (grades.Any(grade => grade.Count < 0) || grades.Select(grade => grade.Label).Distinct(StringComparer.Ordinal).Count() != grades.Count || grades.Sum(grade => (long)grade.Count) == 0)
        {
            throw new ArgumentException("A grading table has each grade once, no negative counts, and at least one grade that was given.", nameof(grades));
        }

        Grades = grades;
        Total = grades.Sum(grade => (long)grade.Count);
    }

    public IReadOnlyList<GradeCount> Grades { get; }

    public long Total { get; }

    /// <summary>True for a scale that only says passed.</summary>
    public bool IsPassOnly => Grades.Count == 1;

    /// <summary>Where a grade lies among all that were given: [from, to) of <see cref="Total"/>, best first; null for a grade that is not in the table.</summary>
    public (long From, long To)? Band(string label)
    {
        var from = 0L;
        foreach (var grade in Grades)
        {
            if (grade.Label == label)
            {
                return (from, from + grade.Count);
            }

            from += grade.Count;
        }

        return null;
    }
}

/// <summary>A passing grade and how often it was given.</summary>
public sealed record GradeCount(string Label, int Count);
