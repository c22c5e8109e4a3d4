using Send.Core.Forms;
using Send.Core.Reference;

namespace Send.Core.Logistics;

/// <summary>entry-rules.json.</summary>
public sealed record EntryRules : ReferenceSource
{
    /// <summary>Longest stay that a short-stay visa or its waiver allows.</summary>
    public required int ShortStayDays { get; init; }

    /// <summary>Length of the window in which those days are counted.</summary>
    public required int WindowDays { get; init; }

    public required IReadOnlyList<EntryRequirement> Results { get; init; }

    /// <summary>The requirement of that result.</summary>
    public EntryRequirement Of(EntryResult result) => Results.First(r => r.Code == result);
}

/// <summary>What somebody needs to enter and stay, from the lightest to the heaviest; names are those of the entry-check form.</summary>
public enum EntryResult
{
    None,
    Presence,
    Registration,
    VisaC,
    VisaD,
    Permit,
}

/// <summary>What a result means: calendar days before departure by which to apply, months that the travel document must be valid after the return, papers.</summary>
public sealed record EntryRequirement(EntryResult Code, int LeadDays, int ExpiryMarginMonths, LocalText Documents);
