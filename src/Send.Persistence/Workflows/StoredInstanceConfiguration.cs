using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Persistence.Workflows;

internal sealed class StoredInstanceConfiguration : IEntityTypeConfiguration<StoredInstance>
{
    public void Configure(EntityTypeBuilder<StoredInstance> builder)
    {
        builder.ToTable("WorkflowInstances");
        builder.Property(i => i.Id).HasMaxLength(64);
        builder.Property(i => i.DefinitionId).HasMaxLength(200);
        builder.Property(i => i.DefinitionVersionId).HasMaxLength(64);
        builder.Property(i => i.ParentId).HasMaxLength(64);
        builder.Property(i => i.CorrelationId).HasMaxLength(200);
        builder.Property(i => i.Name).HasMaxLength(300);
        builder.HasIndex(i => i.ParentId);
        builder.HasIndex(i => i.CorrelationId);
        builder.HasIndex(i => new { i.DefinitionVersionId, i.Status });
        builder.HasIndex(i => new { i.CreatedAt, i.Id });
        builder.HasIndex(i => new { i.UpdatedAt, i.Id });
        builder.HasIndex(i => new { i.DefinitionId, i.Status, i.CreatedAt });
    }
}
