namespace Send.Engine.Migration;

/// <summary>One thing that a move to another version changes for an instance. All texts are names from the definitions; say it in the reader's language by <see cref="Kind"/>.</summary>
public sealed record VersionMoveFinding
{
    /// <summary>What it is.</summary>
    public required VersionMoveKind Kind { get; init; }

    /// <summary>How much it matters.</summary>
    public required VersionMoveSeverity Severity { get; init; }

    /// <summary>Id of the activity concerned, for a connection of its target; null for variables.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Its name, or its id if it has none.</summary>
    public string? ActivityName { get; init; }

    /// <summary>Its type in the present version.</summary>
    public string? ActivityType { get; init; }

    /// <summary>Name of the variable concerned.</summary>
    public string? Variable { get; init; }

    /// <summary>What it was: a type, the id of a container.</summary>
    public string? Before { get; init; }

    /// <summary>What it becomes; for a connection the name of its source.</summary>
    public string? After { get; init; }
}
