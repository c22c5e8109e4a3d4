using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Deadlines;
using Send.Core.Documents;
using Send.Core.Outbox;
using Send.Core.Participants;
using Send.Core.Tasks;

namespace Send.Persistence.Columns;

/// <summary>One pass over what is about to be saved: raises versions (ADR-0005) and notes what to tell the <see cref="ICommitObserver"/>s.</summary>
internal sealed class SavedRows
{
    private readonly HashSet<Guid> cases = [];
    private readonly HashSet<Guid> tasks = [];
    private bool outbox;

    /// <summary>Something will be encrypted.</summary>
    public bool HasSecrets { get; private set; }

    public CommittedChanges Changes => new(cases, tasks, outbox);

    /// <summary>Detects changes first; saving need not do it again.</summary>
    public static SavedRows Prepare(ChangeTracker tracker)
    {
        var rows = new SavedRows();
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                RaiseVersion(entry);
                rows.Note(entry);
            }
        }

        return rows;
    }

    private static void RaiseVersion(EntityEntry entry)
    {
        if (entry.Entity is IVersioned && entry.State != EntityState.Deleted)
        {
            var version = entry.Property(nameof(IVersioned.Version));
            version.CurrentValue = entry.State == EntityState.Added ? 1L : (long)version.OriginalValue! + 1;
        }
    }

    private void Note(EntityEntry entry)
    {
        switch (entry.Entity)
        {
            case SendCase row:
                cases.Add(row.Id);
                break;
            case CaseTask row:
                cases.Add(row.CaseId);
                tasks.Add(row.Id);
                break;
            case TaskComment row:
                tasks.Add(row.TaskId);
                break;
            case CaseFacts { CaseId: var id }:
                cases.Add(id);
                break;
            case Deadline { CaseId: var id }:
                cases.Add(id);
                break;
            case CaseDocument { CaseId: var id }:
                cases.Add(id);
                break;
            case AuditEntry { CaseId: { } id }:
                cases.Add(id);
                break;
            case OutboxItem when entry.State == EntityState.Added:
                outbox = true;
                break;
            case Participant:
                HasSecrets = true;
                break;
        }
    }
}
