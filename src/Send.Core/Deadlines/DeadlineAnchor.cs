namespace Send.Core.Deadlines;

/// <summary>What a due date is counted from (process.md section 0): departure D, first activity day S, last activity day E, return R, or the opening of the task.</summary>
public enum DeadlineAnchor
{
    Departure,
    Start,
    End,
    Return,
    TaskOpened,
}
