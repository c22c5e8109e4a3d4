namespace Send.Core.Deadlines;

/// <summary>A due date as a rule: so many days (negative: before) from an anchor, calendar or working days.</summary>
public sealed record DueRule(DeadlineAnchor Anchor, int OffsetDays, bool WorkingDays = false);
