namespace Send.Core.Data;

/// <summary>Told after a commit on this host what it was about, to refresh pages and wake the outbox. A hint: after a crash, or from another host, nobody is told, so
/// whoever depends on it also looks from time to time. Implementations are singletons, return at once and do not throw.</summary>
public interface ICommitObserver
{
    void Committed(CommittedChanges changes);
}

/// <summary>Cases and tasks that were written or that written rows belong to, and whether there is something new in the outbox.</summary>
public sealed record CommittedChanges(IReadOnlySet<Guid> Cases, IReadOnlySet<Guid> Tasks, bool Outbox);
