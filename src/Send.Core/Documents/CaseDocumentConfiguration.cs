using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Send.Core.Cases;

namespace Send.Core.Documents;

internal sealed class CaseDocumentConfiguration : IEntityTypeConfiguration<CaseDocument>
{
    public void Configure(EntityTypeBuilder<CaseDocument> builder)
    {
        builder.ToTable("Documents");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Kind).HasMaxLength(64);
        builder.Property(d => d.Title).HasMaxLength(400);
        builder.Property(d => d.Language).HasMaxLength(8);
        builder.Property(d => d.Number).HasMaxLength(64);
        builder.Property(d => d.TemplateVersion).HasMaxLength(64);
        builder.Property(d => d.FileHash).HasMaxLength(64);
        builder.Property(d => d.FileName).HasMaxLength(300);
        builder.Property(d => d.CreatedBy).HasMaxLength(200);
        builder.HasOne<SendCase>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.FileHash).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.CaseId, d.Kind, d.Edition });
        builder.HasIndex(d => d.TaskId);
    }
}
