using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Core.Deadlines;

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kind).HasMaxLength(32);
        builder.HasIndex(r => new { r.DeadlineId, r.Kind }).IsUnique();
        // What the sweep asks for: not dropped, not queued, its day has come.
        builder.HasIndex(r => new { r.Dropped, r.QueuedAt, r.On });
    }
}
