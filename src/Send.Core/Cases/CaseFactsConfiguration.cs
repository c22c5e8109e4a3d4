using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Core.Cases;

internal sealed class CaseFactsConfiguration : IEntityTypeConfiguration<CaseFacts>
{
    public void Configure(EntityTypeBuilder<CaseFacts> builder)
    {
        builder.ToTable("Facts");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Section).HasMaxLength(64);
        builder.Property(f => f.ChangedBy).HasMaxLength(200);
        builder.HasOne<SendCase>().WithMany().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => new { f.CaseId, f.Section }).IsUnique();
    }
}
