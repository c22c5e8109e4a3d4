using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Forms;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Core.Time;

namespace Send.Host.Features.Demo;

/// <summary>What the invented staff does on one day: opens cases, completes the tasks that are ripe, takes, waits. Everything goes through the handlers.</summary>
internal sealed class DemoCases(
    SendData data,
    OpenCaseHandler open,
    CompleteTaskHandler complete,
    ClaimTaskHandler claim,
    WaitTaskHandler wait,
    RaiseCaseEventHandler raise,
    FormCatalog forms,
    TimeProvider clock,
    ILogger<DemoCases> logger)
{
    private static readonly string[] OnTheDay = ["arrival-confirmation", "first-week-check", "monitoring-log", "return-confirmation"];

    /// <summary>The case, opened unless an earlier start has done so.</summary>
    public async Task<Guid> OpenAsync(DemoCase one, DemoPerson person, IReadOnlyDictionary<string, Guid> ids, DateOnly today, Actor coordinator, CancellationToken ct)
    {
        var departure = Weekday(today.AddDays(one.Departure));
        var request = new OpenCase
        {
            Programme = "IVT",
            ParticipantId = ids[person.Key],
            Departure = departure,
            Return = departure.AddDays(one.Days),
            Destination = new(one.Country, one.City),
            Funder = one.Funder,
            OperationId = DemoIds.Operation("case/" + one.Number),
        };

        // The dates hang on the day of the first start; a seeding that goes on the next day finds its case by the operation.
        var known = await data.Operations.AsNoTracking().AnyAsync(row => row.Id == request.OperationId, ct);
        if (known)
        {
            return await data.Cases.AsNoTracking().Where(row => row.ParticipantId == ids[person.Key]).OrderBy(row => row.CreatedAt).Select(row => row.Id).FirstAsync(ct);
        }

        var opened = await open.HandleAsync(request, coordinator, ct);
        return opened.IsSuccess ? opened.Value.Id : throw new InvalidOperationException($"Demonstration case {one.Number}: {Say(opened.Errors)}");
    }

    /// <summary>The cases with work for the day, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<Guid>> RipeAsync(IReadOnlyDictionary<Guid, DemoCase> cases, DateOnly now, CancellationToken ct)
    {
        var open = await data.Tasks.AsNoTracking().Where(task => task.IsOpen).ToListAsync(ct);
        return
        [
            .. open.Where(task => cases.TryGetValue(task.CaseId, out var one) && !one.Stops.Contains(task.FormId, StringComparer.Ordinal) && IsRipe(task, one, now))
                .Select(task => task.CaseId).Distinct().OrderBy(id => cases[id].Number),
        ];
    }

    /// <summary>Completes what is ripe; true when something was done, so that what it opened can be looked at too.</summary>
    public async Task<bool> WorkAsync(DemoCase one, Guid caseId, DemoForms filler, DateOnly now, CancellationToken ct)
    {
        var done = false;
        var tasks = await data.Tasks.AsNoTracking().Where(task => task.CaseId == caseId && task.IsOpen).OrderBy(task => task.DueOrder).ThenBy(task => task.FormId).ToListAsync(ct);
        foreach (var task in tasks.Where(task => !one.Stops.Contains(task.FormId, StringComparer.Ordinal) && IsRipe(task, one, now)))
        {
            done |= await CompleteAsync(task, filler, ct);
        }

        return done;
    }

    /// <summary>What is special to a case on its last day: claims, a waiting, a withdrawal.</summary>
    public async Task SettleAsync(DemoCase one, Guid caseId, DateOnly now, CancellationToken ct)
    {
        foreach (var task in await data.Tasks.AsNoTracking().Where(task => task.CaseId == caseId && task.IsOpen && task.AssigneeId == null).ToListAsync(ct))
        {
            if (one.Claims.Contains(task.FormId, StringComparer.Ordinal))
            {
                await claim.HandleAsync(new(task.Id, null, DemoIds.Operation("claim/" + task.Id)), WorkerOf(task.Role), ct);
            }
            else if (one.Waits?.Form == task.FormId)
            {
                await claim.HandleAsync(new(task.Id, null, DemoIds.Operation("claim/" + task.Id)), WorkerOf(task.Role), ct);
                await wait.HandleAsync(new(task.Id, one.Waits.For, now.AddDays(one.Waits.Days), null, DemoIds.Operation("wait/" + task.Id)), WorkerOf(task.Role), ct);
            }
        }
    }

    /// <summary>The participant gives up.</summary>
    public async Task WithdrawAsync(DemoCase one, Guid caseId, DemoWithdrawal withdrawal, Actor coordinator, CancellationToken ct)
    {
        var said = new System.Text.Json.Nodes.JsonObject { ["cause"] = withdrawal.Cause, ["reason"] = withdrawal.Reason };
        var result = await raise.HandleAsync(new(caseId, CaseEvents.Withdraw, said, null, DemoIds.Operation("withdraw/" + one.Number)), coordinator, ct);
        if (!result.IsSuccess && result.Errors[0].Code is not ("case.ended" or "process.nobody-waits"))
        {
            throw new InvalidOperationException($"Demonstration case {one.Number}: {Say(result.Errors)}");
        }
    }

    /// <summary>Somebody of the task's queue.</summary>
    public static Actor WorkerOf(StaffRole role)
    {
        var account = DemoAccounts.All.FirstOrDefault(one => one.Role == role) ?? DemoAccounts.All.First(one => one.Role == StaffRole.Coordinator);
        return new(account.Id, account.Name, "en", [.. account.RoleNames.Split(',').Select(Enum.Parse<StaffRole>)]);
    }

    /// <summary>Work is done about a week before it is due, on the day itself where that is the point, and never on the day on which it came.</summary>
    private static bool IsRipe(CaseTask task, DemoCase one, DateOnly now)
    {
        var lead = OnTheDay.Contains(task.FormId) ? 0 : 7 + ((one.Number * 7 + task.FormId.Length * 3) % 5);
        return OfficeDay.Of(task.OpenedAt) < now && (task.Due is null || task.Due.Value.AddDays(-lead) <= now);
    }

    private async Task<bool> CompleteAsync(CaseTask task, DemoForms filler, CancellationToken ct)
    {
        var form = forms.Get(task.FormId);
        var context = await TaskContext.ReadAsync(data, task, clock, ct);
        data.ChangeTracker.Clear();
        var (values, examples) = filler.Fill(form, context);
        var actor = WorkerOf(task.Role);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var result = await complete.HandleAsync(
                new(task.Id, task.OutcomeList[0], values, task.Revision, DemoIds.Operation($"complete/{task.Id}/{attempt}")), actor with { Roles = [.. actor.Roles, StaffRole.Administrator] }, ct);
            if (result.IsSuccess)
            {
                return true;
            }

            if (attempt > 0 || result.Errors[0].Kind != ErrorKind.Invalid)
            {
                logger.LogWarning("The demonstration task {Form} stays open: {Problems}", task.FormId, Say(result.Errors));
                return false;
            }

            foreach (var field in result.Errors.Select(error => error.Field?.Split('/') is [_, "data", var id, ..] ? id : null).OfType<string>().Where(examples.ContainsKey))
            {
                values[field] = examples[field]?.DeepClone();
            }
        }

        return false;
    }

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(1),
        DayOfWeek.Friday => day.AddDays(2),
        _ => day,
    };

    private static string Say(IReadOnlyList<Error> errors) => string.Join("; ", errors.Select(error => $"{error.Field} {error.Message}".Trim()));
}
