using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Send.Core.Organisations;

namespace Send.Core.Placements;

internal sealed class PlacementOfferConfiguration : IEntityTypeConfiguration<PlacementOffer>
{
    public void Configure(EntityTypeBuilder<PlacementOffer> builder)
    {
        builder.ToTable("Offers");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Title).HasMaxLength(300);
        builder.Property(o => o.Programmes).HasMaxLength(64);
        builder.Property(o => o.Country).HasMaxLength(2);
        builder.Property(o => o.City).HasMaxLength(200);
        builder.Property(o => o.FieldOfStudy).HasMaxLength(8);
        builder.Property(o => o.Occupation).HasMaxLength(200);
        builder.Property(o => o.Language).HasMaxLength(8);
        builder.Property(o => o.LanguageLevel).HasMaxLength(4);
        builder.Property(o => o.Cost).HasPrecision(12, 2);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.HostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.Active, o.Country, o.AvailableFrom });
    }
}
