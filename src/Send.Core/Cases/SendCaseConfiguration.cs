using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Placements;
using Send.Core.Staff;

namespace Send.Core.Cases;

internal sealed class SendCaseConfiguration : IEntityTypeConfiguration<SendCase>
{
    public void Configure(EntityTypeBuilder<SendCase> builder)
    {
        builder.ToTable("Cases");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(32);
        builder.Property(c => c.Programme).HasMaxLength(16);
        builder.Property(c => c.DestinationCountry).HasMaxLength(2);
        builder.Property(c => c.DestinationCity).HasMaxLength(200);
        builder.Property(c => c.EndReason).HasMaxLength(2000);
        builder.Property(c => c.Funder).HasMaxLength(200);
        builder.HasOne<Participant>().WithMany().HasForeignKey(c => c.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.SendingOrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.HostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlacementOffer>().WithMany().HasForeignKey(c => c.OfferId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.WorkflowInstanceId);
        builder.HasIndex(c => new { c.Status, c.Departure, c.Id });
        builder.HasIndex(c => new { c.Departure, c.Id });
        builder.HasIndex(c => new { c.OwnerId, c.Departure, c.Id });
    }
}
