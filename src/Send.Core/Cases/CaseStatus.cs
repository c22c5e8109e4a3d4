namespace Send.Core.Cases;

/// <summary>Where a case stands in its life; the order of the first values is the order of a case that goes well.</summary>
public enum CaseStatus
{
    Draft,
    Submitted,
    Eligible,
    Accepted,
    Planning,
    Ready,
    Abroad,
    Returned,
    Recognition,
    Closed,
    Reserve,
    Rejected,
    Withdrawn,
    Cancelled,
    OnHold,
}
