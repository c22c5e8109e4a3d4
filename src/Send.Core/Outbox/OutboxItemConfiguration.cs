using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Core.Outbox;

internal sealed class OutboxItemConfiguration : IEntityTypeConfiguration<OutboxItem>
{
    public void Configure(EntityTypeBuilder<OutboxItem> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Key).HasMaxLength(300);
        builder.Property(o => o.Kind).HasMaxLength(32);
        builder.HasIndex(o => o.Key).IsUnique();
        // What the sweep asks for: neither done nor dead, due.
        builder.HasIndex(o => new { o.DoneAt, o.DeadAt, o.DueAt, o.Id });
        builder.HasIndex(o => o.CaseId);
    }
}
