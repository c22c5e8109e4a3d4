namespace Send.Engine.Migration;

/// <summary>How much a finding matters to a move.</summary>
public enum VersionMoveSeverity
{
    /// <summary>Good to know.</summary>
    Tells,

    /// <summary>Possible, but a person should agree.</summary>
    Warns,

    /// <summary>The instance cannot be moved.</summary>
    Blocks,
}
