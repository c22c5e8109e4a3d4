using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Core.Auditing;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.ActorName).HasMaxLength(200);
        builder.Property(a => a.Kind).HasMaxLength(64);
        builder.HasIndex(a => new { a.CaseId, a.At, a.Id });
        builder.Property(a => a.Subject).HasMaxLength(200);
        builder.HasIndex(a => a.TaskId);
        builder.HasIndex(a => new { a.Subject, a.At, a.Id });
    }
}
