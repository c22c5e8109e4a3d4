namespace Send.Conformance.Comparing;

/// <summary>How a case went.</summary>
public enum CaseVerdict
{
    /// <summary>Everything that must be equal is.</summary>
    Passed,

    /// <summary>It differs exactly as differences.json says.</summary>
    DiffersOnPurpose,

    /// <summary>It differs, or could not be run.</summary>
    Failed,
}

/// <summary>Outcome of one case.</summary>
/// <param name="Name">Name of the case.</param>
/// <param name="Verdict">How it went.</param>
/// <param name="Differences">All differences, also the soft ones.</param>
/// <param name="Reasons">Why it differs on purpose.</param>
/// <param name="Error">What kept it from being run.</param>
public sealed record CaseResult(
    string Name, CaseVerdict Verdict, IReadOnlyList<Difference> Differences, IReadOnlyList<string> Reasons, Exception? Error = null)
{
    /// <summary>One line for people, with the first differences.</summary>
    public string Describe() => Verdict switch
    {
        CaseVerdict.Failed when Error is not null => $"FAIL {Name}: {Error.GetType().Name}: {Error.Message}",
        CaseVerdict.Failed => $"FAIL {Name}: {string.Join("; ", Differences.Where(difference => !difference.IsSoft).Take(3))}{More()}",
        CaseVerdict.DiffersOnPurpose => $"differs on purpose {Name}: {string.Join(" ", Reasons)}",
        _ => $"ok {Name}",
    };

    private string More() => Differences.Count(difference => !difference.IsSoft) is > 3 and var count ? $" (and {count - 3} more)" : "";
}
