using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Core.Data;

internal sealed class OperationConfiguration : IEntityTypeConfiguration<Operation>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.ToTable("Operations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.RequestHash).HasMaxLength(64);
        builder.HasIndex(o => o.At);
    }
}
