using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Core.Organisations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Name).HasMaxLength(300);
        // A set of flags: kept as a number, so that a query can ask for one of them.
        builder.Property(o => o.Kinds).HasConversion<int>();
        builder.Property(o => o.Country).HasMaxLength(2);
        builder.Property(o => o.City).HasMaxLength(200);
        builder.Property(o => o.Address).HasMaxLength(400);
        builder.Property(o => o.Website).HasMaxLength(400);
        builder.Property(o => o.Sector).HasMaxLength(16);
        builder.Property(o => o.TimeZone).HasMaxLength(64);
        builder.Property(o => o.WorkingLanguages).HasMaxLength(64);
        builder.HasMany(o => o.Contacts).WithOne().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(o => new { o.Name, o.Id });
        builder.HasIndex(o => new { o.Country, o.Name, o.Id });
    }
}
