using System.Text.Json.Nodes;
using Send.Core.Deadlines;
using Send.Core.Documents;
using Send.Core.Organisations;
using Send.Core.Tasks;

namespace Send.Core.Cases;

/// <summary>A case with all that its page shows, the timeline apart.</summary>
public sealed record CaseDetails
{
    public required CaseRow Case { get; init; }

    public DateOnly? EffectiveStart { get; init; }

    public DateOnly? EffectiveEnd { get; init; }

    public DateOnly? EffectiveReturn { get; init; }

    /// <summary>Calendar days from today to departure; negative when it lies behind.</summary>
    public int DaysToDeparture { get; init; }

    public string? EndReason { get; init; }

    public string? Funder { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public required PersonSummary Participant { get; init; }

    public OrganisationRow? Sending { get; init; }

    public OrganisationRow? Host { get; init; }

    public Guid? OfferId { get; init; }

    public string? OfferTitle { get; init; }

    /// <summary>The stages of the case's programme, in order, each done, now, blocked or ahead.</summary>
    public required IReadOnlyList<StageProgress> Progress { get; init; }

    /// <summary>What is known, section by section (`needs`, `programme`, `placement`, …); sensitive values left out for readers who may not see them.</summary>
    public required IReadOnlyList<FactsSection> Facts { get; init; }

    /// <summary>Open tasks by due date, then those that ended, newest first.</summary>
    public required IReadOnlyList<InboxRow> Tasks { get; init; }

    public required IReadOnlyList<DeadlineRow> Deadlines { get; init; }

    public required IReadOnlyList<DocumentRow> Documents { get; init; }

    public required CaseAbilities May { get; init; }
}

/// <summary>The person of a case, without sensitive data.</summary>
public sealed record PersonSummary(
    Guid Id, string GivenName, string FamilyName, DateOnly BirthDate, int AgeAtStart, string Nationalities, string Email, string? Phone, string Language, string Status, string? Qualification);

/// <summary>Where a stage stands. <paramref name="Why"/> names, for a blocked stage, the case's status or the hard gate that is past due.</summary>
public sealed record StageProgress(CaseStage Stage, StageState State, string? Why = null);

/// <summary>Progress of one stage.</summary>
public enum StageState
{
    Done,
    Now,
    Blocked,
    Ahead,
}

/// <summary>One section of facts, who put it there and when.</summary>
public sealed record FactsSection(string Section, JsonObject Data, string ChangedBy, DateTimeOffset ChangedAt, Guid? TaskId);

/// <summary>What the reader may do with the case now; <paramref name="Events"/> are the names that can be raised.</summary>
public sealed record CaseAbilities(bool Steer, bool AssignOwner, bool Upload, IReadOnlyList<string> Events);
