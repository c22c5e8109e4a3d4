using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Persistence.Workflows;

internal sealed class StoredBookmarkConfiguration : IEntityTypeConfiguration<StoredBookmark>
{
    public void Configure(EntityTypeBuilder<StoredBookmark> builder)
    {
        builder.ToTable("WorkflowBookmarks");
        builder.Property(b => b.Id).HasMaxLength(64);
        builder.Property(b => b.InstanceId).HasMaxLength(64);
        builder.Property(b => b.CorrelationId).HasMaxLength(200);
        builder.Property(b => b.Name).HasMaxLength(200);
        builder.Property(b => b.Hash).HasMaxLength(64);
        builder.Property(b => b.ActivityType).HasMaxLength(200);
        builder.Property(b => b.ActivityId).HasMaxLength(200);
        builder.Property(b => b.ActivityInstanceId).HasMaxLength(64);
        builder.HasOne<StoredInstance>().WithMany().HasForeignKey(b => b.InstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(b => b.Hash);
        builder.HasIndex(b => new { b.CorrelationId, b.Name });
        builder.HasIndex(b => new { b.DueAt, b.Id });
    }
}
