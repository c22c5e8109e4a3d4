using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Reference;

namespace Send.Core.Programmes;

/// <summary>A programme type: the limits of a stay, its stages and the workflow that runs its cases (same id as <see cref="Id"/>).</summary>
public sealed record Programme
{
    /// <summary>`IVT`.</summary>
    public required string Code { get; init; }

    /// <summary>Id of the workflow definition.</summary>
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    public required int MinDays { get; init; }

    public required int MaxDays { get; init; }

    public required DayCounting Counting { get; init; }

    /// <summary>Days from which a stay is a long one, with earlier deadlines.</summary>
    public required int LongFrom { get; init; }

    /// <summary>Days before departure at which the plan begins; a case opened later is a late entry.</summary>
    public required int LeadDays { get; init; }

    /// <summary>Cases can be opened: the workflow is there.</summary>
    public required bool Available { get; init; }

    public required IReadOnlyList<CaseStage> Stages { get; init; }
}

/// <summary>How the days of a stay are counted.</summary>
public enum DayCounting
{
    /// <summary>Every day from the first to the last one.</summary>
    Calendar,

    /// <summary>Working days of the destination.</summary>
    Working,
}

/// <summary>programmes.json.</summary>
public sealed record ProgrammeList : ReferenceSource
{
    public required IReadOnlyList<Programme> Programmes { get; init; }
}
