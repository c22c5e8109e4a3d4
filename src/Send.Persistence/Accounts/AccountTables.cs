using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Send.Persistence.Accounts;

/// <summary>The tables of ASP.NET Core Identity (schema version 1), without its own base context: ours derives from the domain's.</summary>
internal static class AccountTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<SendUser>(user =>
        {
            user.ToTable("Users");
            user.Property(u => u.Id).ValueGeneratedNever();
            user.Property(u => u.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
            user.Property(u => u.UserName).HasMaxLength(256);
            user.Property(u => u.NormalizedUserName).HasMaxLength(256);
            user.Property(u => u.Email).HasMaxLength(256);
            user.Property(u => u.NormalizedEmail).HasMaxLength(256);
            user.HasIndex(u => u.NormalizedUserName).IsUnique();
            user.HasIndex(u => u.NormalizedEmail);
            user.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(c => c.UserId).IsRequired();
            user.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(l => l.UserId).IsRequired();
            user.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(t => t.UserId).IsRequired();
            user.HasMany<IdentityUserRole<Guid>>().WithOne().HasForeignKey(r => r.UserId).IsRequired();
        });
        model.Entity<IdentityRole<Guid>>(role =>
        {
            role.ToTable("Roles");
            role.Property(r => r.Id).ValueGeneratedNever();
            role.Property(r => r.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
            role.Property(r => r.Name).HasMaxLength(256);
            role.Property(r => r.NormalizedName).HasMaxLength(256);
            role.HasIndex(r => r.NormalizedName).IsUnique();
            role.HasMany<IdentityUserRole<Guid>>().WithOne().HasForeignKey(r => r.RoleId).IsRequired();
            role.HasMany<IdentityRoleClaim<Guid>>().WithOne().HasForeignKey(c => c.RoleId).IsRequired();
        });
        model.Entity<IdentityUserRole<Guid>>().ToTable("UserRoles").HasKey(r => new { r.UserId, r.RoleId });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("UserClaims").HasKey(c => c.Id);
        model.Entity<IdentityRoleClaim<Guid>>().ToTable("RoleClaims").HasKey(c => c.Id);
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("UserLogins");
            login.Property(l => l.LoginProvider).HasMaxLength(128);
            login.Property(l => l.ProviderKey).HasMaxLength(128);
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("UserTokens");
            token.Property(t => t.LoginProvider).HasMaxLength(128);
            token.Property(t => t.Name).HasMaxLength(128);
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        });
    }
}
