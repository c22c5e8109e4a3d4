namespace Send.Engine;

/// <summary>State of one activity execution.</summary>
public enum ActivityStatus
{
    /// <summary>Created, not yet started.</summary>
    Pending,

    /// <summary>Started; perhaps waiting.</summary>
    Running,

    /// <summary>Ended well.</summary>
    Completed,

    /// <summary>Ended because a sibling, a parent or a person ended it.</summary>
    Canceled,

    /// <summary>Ended with an exception, recorded as an incident.</summary>
    Faulted,
}

/// <summary>Whether an instance can still move.</summary>
public enum WorkflowStatus
{
    /// <summary>It runs or waits.</summary>
    Running,

    /// <summary>Nothing will happen to it any more.</summary>
    Finished,
}

/// <summary>The finer state of an instance.</summary>
public enum WorkflowSubStatus
{
    /// <summary>Created, not yet run.</summary>
    Pending,

    /// <summary>A burst is under way.</summary>
    Executing,

    /// <summary>Waiting.</summary>
    Suspended,

    /// <summary>Ended well.</summary>
    Finished,

    /// <summary>Ended by a person or a parent.</summary>
    Cancelled,

    /// <summary>Ended by an incident.</summary>
    Faulted,

    /// <summary>Stopped by the host before it could finish.</summary>
    Interrupted,
}

/// <summary>What kind of work an activity does, for the designer.</summary>
public enum ActivityKind
{
    /// <summary>Runs at once.</summary>
    Action,

    /// <summary>Can start a workflow.</summary>
    Trigger,

    /// <summary>Always runs in the background.</summary>
    Job,

    /// <summary>Waits for somebody or something.</summary>
    Task,
}
