using Send.Core.Forms;
using Send.Core.Reference;

namespace Send.Core.Logistics;

/// <summary>insurance-kinds.json.</summary>
public sealed record InsuranceKinds : ReferenceSource
{
    public required IReadOnlyList<InsuranceKind> Kinds { get; init; }
}

/// <summary>A kind of insurance.</summary>
public sealed record InsuranceKind
{
    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>Nobody leaves without it.</summary>
    public required bool Required { get; init; }

    /// <summary>Counts only when the policy covers work.</summary>
    public required bool MustCoverWork { get; init; }

    /// <summary>Other kinds that also count.</summary>
    public IReadOnlyList<string> CoveredBy { get; init; } = [];

    /// <summary>`eea`: counts only in EU, EEA and Switzerland; null: everywhere.</summary>
    public string? Countries { get; init; }
}
