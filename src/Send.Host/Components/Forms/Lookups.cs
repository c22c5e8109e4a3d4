using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Staff;
using Send.Host.Components.Session;

namespace Send.Host.Components.Forms;

/// <summary>Names to choose from in forms and filters; read once per circuit and minute.</summary>
public sealed class Lookups(IServiceScopeFactory scopes, UserSession user, TimeProvider clock)
{
    private const int Longest = 2000;

    private readonly Dictionary<string, (DateTimeOffset At, IReadOnlyList<(string Value, string Text)> Items)> known = [];

    /// <summary>Active organisations by name, with their city.</summary>
    public Task<IReadOnlyList<(string Value, string Text)>> OrganisationsAsync() => ReadAsync("organisations", async data =>
        (await data.Organisations.AsNoTracking().Where(row => row.Active).OrderBy(row => row.Name).Take(Longest).Select(row => new { row.Id, row.Name, row.City }).ToListAsync())
            .Select(row => ($"{row.Id}", $"{row.Name}, {row.City}")));

    /// <summary>Active offers by title, with host and city.</summary>
    public Task<IReadOnlyList<(string Value, string Text)>> OffersAsync() => ReadAsync("offers", async data =>
        (await data.Offers.AsNoTracking().Where(row => row.Active)
            .Join(data.Organisations, offer => offer.HostId, host => host.Id, (offer, host) => new { offer.Id, offer.Title, host.Name, offer.City })
            .OrderBy(row => row.Title).Take(Longest).ToListAsync())
            .Select(row => ($"{row.Id}", $"{row.Title} · {row.Name}, {row.City}")));

    /// <summary>Active colleagues by name.</summary>
    public Task<IReadOnlyList<(string Value, string Text)>> StaffAsync() => ReadAsync("staff", async data =>
        (await data.Staff.AsNoTracking().Where(row => row.Active).OrderBy(row => row.DisplayName).Take(Longest).Select(row => new { row.Id, row.DisplayName }).ToListAsync())
            .Select(row => ($"{row.Id}", row.DisplayName)));

    private async Task<IReadOnlyList<(string Value, string Text)>> ReadAsync(string kind, Func<SendData, Task<IEnumerable<(string Value, string Text)>>> read)
    {
        if (!user.Can(Permission.ReadCases))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        if (!known.TryGetValue(kind, out var entry) || now - entry.At > TimeSpan.FromMinutes(1))
        {
            await using var scope = scopes.CreateAsyncScope();
            entry = (now, [.. await read(scope.ServiceProvider.GetRequiredService<SendData>())]);
            known[kind] = entry;
        }

        return entry.Items;
    }
}
