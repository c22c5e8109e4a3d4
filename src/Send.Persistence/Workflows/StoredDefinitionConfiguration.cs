using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Persistence.Workflows;

internal sealed class StoredDefinitionConfiguration : IEntityTypeConfiguration<StoredDefinition>
{
    public void Configure(EntityTypeBuilder<StoredDefinition> builder)
    {
        builder.ToTable("WorkflowDefinitions");
        builder.Property(d => d.Id).HasMaxLength(64);
        builder.Property(d => d.DefinitionId).HasMaxLength(200);
        builder.Property(d => d.Name).HasMaxLength(300);
        builder.Property(d => d.ToolVersion).HasMaxLength(32);
        builder.Property(d => d.FileHash).HasMaxLength(64);
        builder.Property(d => d.ChangedBy).HasMaxLength(200);
        builder.Property(d => d.PublishedBy).HasMaxLength(200);
        builder.HasIndex(d => new { d.DefinitionId, d.DefinitionVersion }).IsUnique();
        builder.HasIndex(d => new { d.DefinitionId, d.IsPublished });
        builder.HasIndex(d => new { d.IsLatest, d.Name });
        builder.HasIndex(d => d.UsableAsActivity);
    }
}
