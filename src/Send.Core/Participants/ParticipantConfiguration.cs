using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Send.Core.Data;
using Send.Core.Organisations;

namespace Send.Core.Participants;

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("Participants");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.GivenName).HasMaxLength(200);
        builder.Property(p => p.FamilyName).HasMaxLength(200);
        builder.Property(p => p.Sex).HasMaxLength(1);
        builder.Property(p => p.Nationalities).HasMaxLength(32);
        builder.Property(p => p.Email).HasMaxLength(256);
        builder.Property(p => p.Phone).HasMaxLength(32);
        builder.Property(p => p.Language).HasMaxLength(8);
        builder.Property(p => p.Address).HasMaxLength(400);
        builder.Property(p => p.City).HasMaxLength(200);
        builder.Property(p => p.ResidenceCountry).HasMaxLength(2);
        builder.Property(p => p.Status).HasMaxLength(64);
        builder.Property(p => p.FieldOfStudy).HasMaxLength(8);
        builder.Property(p => p.DocumentType).HasMaxLength(32);
        builder.Property(p => p.DocumentNumber).IsEncrypted();
        builder.Property(p => p.HealthNotes).IsEncrypted();
        builder.Property(p => p.Iban).IsEncrypted();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.SendingOrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.FamilyName, p.GivenName, p.Id });
        builder.HasIndex(p => p.Email);
    }
}
