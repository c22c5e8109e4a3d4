using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Send.Core.Data;

namespace Send.Persistence.Workflows;

/// <summary>A version of a definition contains another workflow as an activity, in that version. Kept beside the JSON so that users of a workflow are found by an index.</summary>
public sealed class StoredUse : IVersioned
{
    public required string Id { get; init; }

    /// <summary>The version that contains it.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>The workflow that is contained.</summary>
    public required string UsedDefinitionId { get; init; }

    public int UsedVersion { get; init; }

    public long Version { get; set; }
}

internal sealed class StoredUseConfiguration : IEntityTypeConfiguration<StoredUse>
{
    public void Configure(EntityTypeBuilder<StoredUse> builder)
    {
        builder.ToTable("WorkflowUses");
        builder.Property(u => u.Id).HasMaxLength(64);
        builder.Property(u => u.DefinitionVersionId).HasMaxLength(64);
        builder.Property(u => u.UsedDefinitionId).HasMaxLength(200);
        builder.HasOne<StoredDefinition>().WithMany().HasForeignKey(u => u.DefinitionVersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(u => u.UsedDefinitionId);
    }
}
