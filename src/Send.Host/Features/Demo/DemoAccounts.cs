using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Staff;
using Send.Persistence.Accounts;

namespace Send.Host.Features.Demo;

/// <summary>The accounts of training mode. Each is made once; running it again completes what is missing.</summary>
internal sealed class DemoAccounts(SendData data, UserManager<SendUser> users)
{
    public const string Password = "demo-Send-2027";
    public const string Domain = "send.example";

    /// <summary>Everybody, with name, role and language.</summary>
    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new(1, "admin", "Bruna Sartori", StaffRole.Administrator, "en"),
        new(2, "coordinator", "Marta Zanella", StaffRole.Coordinator, "en"),
        new(3, "analyst", "Ivo Dalla Costa", StaffRole.NeedsAnalyst, "en"),
        new(4, "placement", "Greta Lindqvist", StaffRole.PlacementOfficer, "en"),
        new(5, "logistics", "Omar Haddad", StaffRole.LogisticsOfficer, "en"),
        new(6, "tutor", "Paolo Brentan", StaffRole.Tutor, "it"),
        new(7, "evaluator", "Nadia Kowalczyk", StaffRole.Evaluator, "en"),
        new(8, "certification", "Chiara Pasqualotto", StaffRole.CertificationOfficer, "it"),
    ];

    public async Task EnsureAsync(CancellationToken ct)
    {
        var known = await data.Staff.AsNoTracking().Select(member => member.Id).ToListAsync(ct);
        foreach (var account in All.Where(account => !known.Contains(account.Id)))
        {
            data.Staff.Add(new StaffMember { Id = account.Id, DisplayName = account.Name, Email = account.Email, Language = account.Language, Roles = account.RoleNames });
        }

        await data.SaveChangesAsync(ct);
        foreach (var account in All)
        {
            if (await users.FindByIdAsync(account.Id.ToString()) is not null)
            {
                continue;
            }

            var made = await users.CreateAsync(new SendUser { Id = account.Id, UserName = account.Email, Email = account.Email, EmailConfirmed = true }, Password);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException($"The demonstration account {account.Email} could not be made: {string.Join(" ", made.Errors.Select(error => error.Description))}");
            }
        }
    }
}

/// <summary>A demonstration account; <paramref name="Number"/> makes its fixed id.</summary>
internal sealed record DemoAccount(int Number, string User, string Name, StaffRole Role, string Language)
{
    public Guid Id { get; } = new($"5e4d0000-0000-7000-8000-{Number:x12}");

    public string Email => $"{User}@{DemoAccounts.Domain}";

    /// <summary>The coordinator of a small office keeps the books too.</summary>
    public string RoleNames => Role == StaffRole.Coordinator ? $"{Role},{StaffRole.FinanceOfficer}" : Role.ToString();
}
