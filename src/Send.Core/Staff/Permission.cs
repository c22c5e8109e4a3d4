namespace Send.Core.Staff;

/// <summary>What a person may do; roles grant permissions (<see cref="Permissions"/>), handlers check them together with the relation to the case or task.</summary>
public enum Permission
{
    /// <summary>Read cases, people, organisations, offers.</summary>
    ReadCases,

    /// <summary>Enrol a person: open a case.</summary>
    OpenCases,

    /// <summary>Raise events of a case, change its dates, assign its owner.</summary>
    SteerCases,

    /// <summary>Work on tasks of one's own roles.</summary>
    WorkTasks,

    /// <summary>Work on every task, assign tasks to others, change due dates.</summary>
    AssignTasks,

    /// <summary>Change participants, organisations and offers.</summary>
    EditPeople,

    /// <summary>See identity documents, bank and health data; every reading is audited.</summary>
    ReadSensitive,

    /// <summary>Use the designer: see definitions and instances, edit drafts, simulate.</summary>
    DesignProcesses,

    /// <summary>Publish, retract, delete and import workflow definitions.</summary>
    PublishProcesses,

    /// <summary>Start, cancel, delete, retry and change instances from the designer; move cases to another version.</summary>
    RunProcesses,

    /// <summary>Mailbox, jobs, clock, accounts.</summary>
    Administer,
}
