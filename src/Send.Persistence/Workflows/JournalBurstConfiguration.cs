using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Persistence.Workflows;

internal sealed class JournalBurstConfiguration : IEntityTypeConfiguration<JournalBurst>
{
    public void Configure(EntityTypeBuilder<JournalBurst> builder)
    {
        builder.ToTable("WorkflowJournal");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.InstanceId).HasMaxLength(64);
        builder.HasOne<StoredInstance>().WithMany().HasForeignKey(b => b.InstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(b => new { b.InstanceId, b.First }).IsUnique();

        // Executions are found by their id alone, which says when they were made.
        builder.HasIndex(b => b.At);
    }
}
