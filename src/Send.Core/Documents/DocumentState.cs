namespace Send.Core.Documents;

/// <summary>Pending until the outbox has rendered it.</summary>
public enum DocumentState
{
    Pending,
    Ready,
    Failed,
}
