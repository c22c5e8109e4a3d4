using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Documents;
using Send.Core.Mail;
using Send.Core.Organisations;
using Send.Core.Outbox;
using Send.Core.Participants;
using Send.Core.Placements;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Core.Data;

/// <summary>The domain's tables. Handlers query and change it; the one concrete context (<c>SendDbContext</c>, in Persistence) adds the engine's store and the accounts
/// (ADR-0004). One instance serves one step and is never kept.</summary>
public abstract class SendData(DbContextOptions options) : DbContext(options)
{
    public DbSet<SendCase> Cases => Set<SendCase>();

    public DbSet<CaseFacts> Facts => Set<CaseFacts>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<OrganisationContact> Contacts => Set<OrganisationContact>();

    public DbSet<PlacementOffer> Offers => Set<PlacementOffer>();

    public DbSet<CaseTask> Tasks => Set<CaseTask>();

    public DbSet<TaskComment> Comments => Set<TaskComment>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<CaseDocument> Documents => Set<CaseDocument>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<MailMessage> Mails => Set<MailMessage>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<OutboxItem> Outbox => Set<OutboxItem>();

    public DbSet<Operation> Operations => Set<Operation>();

    public DbSet<StoredSecret> Secrets => Set<StoredSecret>();

    /// <summary>Applies every entity configuration of Core; each lies in its feature folder.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SendData).Assembly);
    }
}
