using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Core.Mail;

internal sealed class MailMessageConfiguration : IEntityTypeConfiguration<MailMessage>
{
    public void Configure(EntityTypeBuilder<MailMessage> builder)
    {
        builder.ToTable("Mails");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Key).HasMaxLength(200);
        builder.Property(m => m.Template).HasMaxLength(64);
        builder.Property(m => m.ToAddress).HasMaxLength(256);
        builder.Property(m => m.ToName).HasMaxLength(200);
        builder.Property(m => m.Language).HasMaxLength(8);
        builder.Property(m => m.Subject).HasMaxLength(400);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => new { m.QueuedAt, m.Id });
        builder.HasIndex(m => new { m.State, m.QueuedAt, m.Id });
        builder.HasIndex(m => new { m.CaseId, m.QueuedAt });
    }
}
