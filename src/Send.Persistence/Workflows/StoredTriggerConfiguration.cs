using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Persistence.Workflows;

internal sealed class StoredTriggerConfiguration : IEntityTypeConfiguration<StoredTrigger>
{
    public void Configure(EntityTypeBuilder<StoredTrigger> builder)
    {
        builder.ToTable("WorkflowTriggers");
        builder.Property(t => t.Id).HasMaxLength(64);
        builder.Property(t => t.DefinitionId).HasMaxLength(200);
        builder.Property(t => t.DefinitionVersionId).HasMaxLength(64);
        builder.Property(t => t.ActivityId).HasMaxLength(200);
        builder.Property(t => t.Name).HasMaxLength(200);
        builder.Property(t => t.Hash).HasMaxLength(64);
        builder.HasOne<StoredDefinition>().WithMany().HasForeignKey(t => t.DefinitionVersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(t => t.Hash);
        builder.HasIndex(t => t.DefinitionId);
        builder.HasIndex(t => t.DueAt);
    }
}
