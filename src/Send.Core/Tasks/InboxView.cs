namespace Send.Core.Tasks;

/// <summary>Which tasks the inbox shows.</summary>
public enum InboxView
{
    /// <summary>Open and assigned to the reader.</summary>
    Mine,

    /// <summary>Open, unassigned, and the reader may claim them.</summary>
    Available,

    /// <summary>Open and past due, mine or available.</summary>
    Overdue,

    /// <summary>Waiting for somebody outside, mine or available.</summary>
    Waiting,

    /// <summary>Completed by the reader.</summary>
    Done,

    /// <summary>Every task, whatever its state and whoever has it.</summary>
    All,
}
