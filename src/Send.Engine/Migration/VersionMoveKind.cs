namespace Send.Engine.Migration;

/// <summary>What a move to another version means for one instance.</summary>
public enum VersionMoveKind
{
    /// <summary>The other version belongs to another definition. Blocks.</summary>
    OtherDefinition,

    /// <summary>The instance runs this version already. Blocks.</summary>
    SameVersion,

    /// <summary>The instance has ended other than by a fault. Blocks.</summary>
    Ended,

    /// <summary>An activity that runs, waits or has faulted does not exist in the other version. Blocks.</summary>
    ActivityGone,

    /// <summary>Such an activity is of another type there. Blocks.</summary>
    ActivityTypeChanged,

    /// <summary>Such an activity stands in another container there. Blocks.</summary>
    ActivityMoved,

    /// <summary>Such an activity has other settings there; what has begun goes on with the old ones. Tells.</summary>
    ActivityChanged,

    /// <summary>A connection from something that the instance is past leads to a step still ahead; the instance will not wait for it. Warns.</summary>
    ConnectionPassed,

    /// <summary>A variable that the instance does not have yet, with a default. Tells.</summary>
    VariableAdded,

    /// <summary>A variable that the instance does not have yet, without a default: it starts empty unless the move gives it a value. Warns.</summary>
    VariableWithoutValue,

    /// <summary>A variable is gone, and the instance's value with it. Warns.</summary>
    VariableRemoved,

    /// <summary>A variable has another type, to which the instance's value converts. Tells.</summary>
    VariableTypeChanged,

    /// <summary>A variable has another type, to which the instance's value does not convert. Blocks unless the move gives it a value.</summary>
    VariableTypeMismatch,
}
