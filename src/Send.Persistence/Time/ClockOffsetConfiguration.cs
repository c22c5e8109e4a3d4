using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Persistence.Time;

internal sealed class ClockOffsetConfiguration : IEntityTypeConfiguration<ClockOffset>
{
    public void Configure(EntityTypeBuilder<ClockOffset> builder)
    {
        builder.ToTable("ClockOffset");
        builder.Property(c => c.Id).ValueGeneratedNever();
    }
}
