using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Staff;
using Send.Core.Time;
using Send.Host.Infrastructure.Jobs;

namespace Send.Host.Features.Demo;

/// <summary>Lives through the past of the demonstration data, day by day, in the time that it had: what falls due by itself, then the day's work of the invented staff.
/// The day reached is a row, and every change has an operation id of its own: killed at any moment, the next start goes on without doing anything twice.</summary>
internal sealed class DemoSeeder(IServiceScopeFactory scopes, DueWork due, TimeProvider clock, ILogger<DemoSeeder> logger)
{
    private const string Mark = "demo";
    private const string Finished = "finished";
    private const int WorkBegins = 9;
    private const int MostRounds = 12;
    private const int SaveEvery = 10;

    /// <summary>Does nothing when the data are complete, or when the database was in use before.</summary>
    public async Task SeedAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var (state, origin) = await StateAsync(today, ct);
        if (state == Finished)
        {
            return;
        }

        logger.LogInformation("Preparing the demonstration data; this takes some seconds.");
        var demo = DemoData.Load();
        var coordinator = DemoCases.WorkerOf(StaffRole.Coordinator);
        var first = demo.Cases.Min(one => one.Opened);
        var reached = state is null ? first - 1 : int.Parse(state, CultureInfo.InvariantCulture);
        TrainingClock.Pretend(At(origin.AddDays(first - 1), 0));
        var ids = await InScopeAsync((DemoPeople people) => people.SeedAsync(demo, coordinator, origin, ct));
        var cases = new Dictionary<int, Guid>();
        for (var day = Math.Max(first, reached); day <= 0; day++)
        {
            ct.ThrowIfCancellationRequested();
            await DayAsync(demo, ids, cases, origin, day, coordinator, ct);
            if (day % SaveEvery == 0)
            {
                await RememberAsync(day.ToString(CultureInfo.InvariantCulture), ct);
            }
        }

        TrainingClock.Pretend(At(origin, MostRounds * demo.Cases.Count));
        foreach (var one in demo.Cases.Where(one => cases.ContainsKey(one.Number)))
        {
            await InScopeAsync((DemoCases work) => work.SettleAsync(one, cases[one.Number], origin, ct));
        }

        TrainingClock.Pretend(null);
        await RememberAsync(Finished, ct);
        logger.LogInformation("The demonstration data are complete.");
    }

    private async Task DayAsync(
        DemoData demo, IReadOnlyDictionary<string, Guid> ids, Dictionary<int, Guid> cases, DateOnly origin, int day, Actor coordinator, CancellationToken ct)
    {
        var date = origin.AddDays(day);
        TrainingClock.Pretend(At(date, 0));
        await due.RunAsync(ct);
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && day < 0)
        {
            return;
        }

        foreach (var one in demo.Cases.Where(one => day >= one.Opened && !cases.ContainsKey(one.Number)))
        {
            TrainingClock.Pretend(At(date, one.Number * 4));
            var person = PersonOf(demo, one);
            cases[one.Number] = await InScopeAsync((DemoCases work) => work.OpenAsync(one, person, ids, origin, coordinator, ct));
        }

        foreach (var one in demo.Cases.Where(one => one.Withdraws is { } withdrawal && day >= withdrawal.Day && day <= withdrawal.Day + SaveEvery && cases.ContainsKey(one.Number)))
        {
            await InScopeAsync((DemoCases work) => work.WithdrawAsync(one, cases[one.Number], one.Withdraws!, coordinator, ct));
        }

        var numbers = cases.ToDictionary(pair => pair.Value, pair => demo.Cases.First(one => one.Number == pair.Key));
        foreach (var caseId in await InScopeAsync((DemoCases work) => work.RipeAsync(numbers, date, ct)))
        {
            var one = numbers[caseId];
            var person = PersonOf(demo, one);
            var filler = new DemoForms(demo.Trades[person.Trade], demo.Places[one.City], person, one.Number);
            var minute = one.Number * 4;
            TrainingClock.Pretend(At(date, minute));
            for (var round = 0; round < MostRounds && await InScopeAsync((DemoCases work) => work.WorkAsync(one, caseId, filler, date, ct)); round++)
            {
                TrainingClock.Pretend(At(date, ++minute));
            }
        }
    }

    private static DemoPerson PersonOf(DemoData demo, DemoCase one) => demo.People.First(known => known.Key == one.Person);

    private static DateTimeOffset At(DateOnly day, int minutes) => OfficeDay.Begins(day).AddHours(WorkBegins).AddMinutes(minutes);

    /// <summary>What was reached (null for nothing), and the day that counts as today.</summary>
    private async Task<(string? State, DateOnly Origin)> StateAsync(DateOnly today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<SendData>();
        if (await data.Secrets.AsNoTracking().FirstOrDefaultAsync(row => row.Name == Mark, ct) is { } row)
        {
            return (row.Value.Length == 0 ? null : row.Value, OfficeDay.Of(row.CreatedAt));
        }

        if (await data.Cases.AnyAsync(ct) || await data.Participants.AnyAsync(ct))
        {
            return (Finished, today);
        }

        data.Secrets.Add(new StoredSecret { Name = Mark, Value = "", CreatedAt = clock.GetUtcNow() });
        await data.SaveChangesAsync(ct);
        return (null, today);
    }

    private async Task RememberAsync(string state, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<SendData>();
        var row = await data.Secrets.FirstAsync(secret => secret.Name == Mark, ct);
        row.Value = state;
        await data.SaveChangesAsync(ct);
    }

    private async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task InScopeAsync<TService>(Func<TService, Task> use)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
