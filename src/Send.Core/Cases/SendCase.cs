using Send.Core.Data;

namespace Send.Core.Cases;

/// <summary>One person's mobility under one programme, from enrolment to the closed file. The planned dates are what was agreed last; the effective ones
/// are what happened. Dates are calendar dates at the place they belong to. Changed by the named methods only; each raises <see cref="Version"/>.</summary>
public sealed class SendCase : IVersioned
{
    public Guid Id { get; init; }

    /// <summary>Readable and unique, `IVT-2027-0012`: programme code, year of departure, running number.</summary>
    public required string Code { get; init; }

    /// <summary>Programme type code, `IVT` and so on (process.md, programme types).</summary>
    public required string Programme { get; init; }

    public CaseStatus Status { get; private set; } = CaseStatus.Submitted;

    public CaseStage Stage { get; private set; } = CaseStage.Intake;

    /// <summary>The coordinator who answers for the case.</summary>
    public Guid? OwnerId { get; private set; }

    public Guid ParticipantId { get; init; }

    public Guid? SendingOrganisationId { get; init; }

    public Guid? HostId { get; private set; }

    public Guid? OfferId { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string DestinationCountry { get; set; }

    public string? DestinationCity { get; set; }

    /// <summary>D: the day of departure.</summary>
    public DateOnly Departure { get; private set; }

    /// <summary>S: the first day of activity.</summary>
    public DateOnly Start { get; private set; }

    /// <summary>E: the last day of activity.</summary>
    public DateOnly End { get; private set; }

    /// <summary>R: the day of return.</summary>
    public DateOnly Return { get; private set; }

    public DateOnly? EffectiveStart { get; set; }

    public DateOnly? EffectiveEnd { get; set; }

    public DateOnly? EffectiveReturn { get; set; }

    /// <summary>True when the case was opened with less than the lead time of the default plan before departure.</summary>
    public bool LateEntry { get; set; }

    /// <summary>Set when the status is OnHold: what it returns to.</summary>
    public CaseStatus? HeldStatus { get; private set; }

    /// <summary>Why the case ended other than by closing, in the words of who decided.</summary>
    public string? EndReason { get; private set; }

    public string? Funder { get; set; }

    public Guid? WorkflowInstanceId { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public long Version { get; set; }

    /// <summary>True when nothing more happens to the case.</summary>
    public bool IsEnded => Status is CaseStatus.Closed or CaseStatus.Withdrawn or CaseStatus.Cancelled or CaseStatus.Rejected;

    /// <summary>Sets the four planned dates; throws <see cref="ArgumentException"/> unless D ≤ S ≤ E ≤ R.</summary>
    public void Plan(DateOnly departure, DateOnly start, DateOnly end, DateOnly @return, DateTimeOffset at)
    {
        if (departure > start || start > end || end > @return)
        {
            throw new ArgumentException("Departure, start, end and return follow each other.", nameof(departure));
        }

        (Departure, Start, End, Return, UpdatedAt) = (departure, start, end, @return, at);
    }

    public void MoveTo(CaseStage stage, DateTimeOffset at) => (Stage, UpdatedAt) = (stage, at);

    /// <summary>Changes the status; an ended case keeps its own. Returns false when nothing changed.</summary>
    public bool ChangeStatus(CaseStatus status, DateTimeOffset at, string? reason = null)
    {
        if (Status == status || IsEnded)
        {
            return false;
        }

        HeldStatus = status == CaseStatus.OnHold ? Status : null;
        (Status, UpdatedAt) = (status, at);
        if (IsEnded)
        {
            ClosedAt = at;
            EndReason = reason;
            if (status == CaseStatus.Closed)
            {
                Stage = CaseStage.Closed;
            }
        }

        return true;
    }

    public void AssignOwner(Guid? ownerId, DateTimeOffset at) => (OwnerId, UpdatedAt) = (ownerId, at);

    public void Place(Guid? hostId, Guid? offerId, DateTimeOffset at) => (HostId, OfferId, UpdatedAt) = (hostId, offerId, at);
}
