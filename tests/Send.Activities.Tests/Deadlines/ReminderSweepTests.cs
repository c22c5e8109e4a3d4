using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Activities.Tests.Hosting;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Mail;
using Send.Core.Results;
using Send.Core.Tasks;

namespace Send.Activities.Tests.Deadlines;

public sealed class ReminderSweepTests : IAsyncLifetime
{
    private CaseHost host = null!;
    private CaseCourse course = null!;

    public async ValueTask InitializeAsync()
    {
        host = await CaseHost.StartAsync();
        course = await host.EnrolAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Sweep_DayByDay_SendsEachReminderOnce()
    {
        var due = await DueOfAsync("eligibility-check");
        var kinds = new List<string>();
        for (var day = due.AddDays(-8); day <= due.AddDays(15); day = day.AddDays(1))
        {
            await host.AdvanceAsync(day);
            await SweepAsync();
            await SweepAsync();
            kinds = await KindsAsync("eligibility-check");
        }

        Assert.Equal(["before-2", "due", "after-1", "escalate-2", "after-3", "after-7", "escalate-5", "escalate-10"], kinds.Order(Comparer<string>.Create((a, b) => Order(a) - Order(b))));
        Assert.Equal(DeadlineState.Missed, (await DeadlineAsync("eligibility-check")).State);

        static int Order(string kind) => Array.IndexOf(["before-2", "due", "after-1", "escalate-2", "after-3", "after-7", "escalate-5", "escalate-10"], kind);
    }

    [Fact]
    public async Task Sweep_AfterALongSilence_SendsOnlyTheLatestToEach()
    {
        await host.AdvanceAsync((await DueOfAsync("eligibility-check")).AddDays(4));

        await SweepAsync();

        var reminders = (await DeadlineAsync("eligibility-check")).Reminders;
        Assert.Equal(["after-3", "escalate-2"], reminders.Where(r => r.QueuedAt is not null).Select(r => r.Kind).Order());
        Assert.All(reminders.Where(r => r.QueuedAt is null && r.On <= Today), r => Assert.True(r.Dropped));
    }

    [Fact]
    public async Task Sweep_TwoAtOnce_QueueNoMailTwice()
    {
        await host.AdvanceAsync(await DueOfAsync("eligibility-check"));

        await Task.WhenAll(SweepAsync(), SweepAsync());

        var mails = await MailsAsync("eligibility-check");
        Assert.NotEmpty(mails);
        Assert.Equal(mails.Count, mails.Select(mail => mail.Key).Distinct().Count());
    }

    [Fact]
    public async Task Sweep_DoneTask_RemindsNobody()
    {
        var due = await DueOfAsync("eligibility-check");
        await course.CompleteAsync("eligibility-check");
        await host.AdvanceAsync(due.AddDays(8));

        await SweepAsync();

        Assert.Empty(await MailsAsync("eligibility-check"));
    }

    [Fact]
    public async Task Sweep_TaskThatWaitsForSomebodyOutside_IsLeftInPeaceUntilThen()
    {
        var due = await DueOfAsync("eligibility-check");
        await host.InScopeAsync(async (_, db) =>
        {
            var task = await db.Tasks.SingleAsync(row => row.CaseId == course.CaseId && row.State == TaskState.Ready);
            task.Wait("the school", due.AddDays(6));
            return await db.SaveChangesAsync();
        });
        await host.AdvanceAsync(due.AddDays(1));
        await SweepAsync();
        Assert.Empty(await MailsAsync("eligibility-check"));

        await host.AdvanceAsync(due.AddDays(7));
        await SweepAsync();

        Assert.NotEmpty(await MailsAsync("eligibility-check"));
    }

    [Fact]
    public async Task Hold_PausesAndResumeGivesBackTheDaysLeft()
    {
        var due = await DueOfAsync("eligibility-check");
        await ChangeStatusAsync(CaseStatus.OnHold);
        await host.AdvanceAsync(due.AddDays(20));
        await SweepAsync();
        Assert.Empty(await MailsAsync("eligibility-check"));

        await ChangeStatusAsync(CaseStatus.Submitted);

        var resumed = await DeadlineAsync("eligibility-check");
        Assert.Equal(DeadlineState.Planned, resumed.State);
        Assert.InRange(resumed.Due.DayNumber - Today.DayNumber, due.DayNumber - Start.DayNumber, due.DayNumber - Start.DayNumber + 3);
        Assert.Equal(resumed.Due, (await course.OpenAsync()).Single().Due);
    }

    private static DateOnly Start => new(2027, 1, 11);

    private DateOnly Today => DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);

    private Task<int> SweepAsync() => host.InScopeAsync((services, _) => services.GetRequiredService<ReminderSweepHandler>().HandleAsync(CancellationToken.None));

    private async Task ChangeStatusAsync(CaseStatus status)
    {
        var result = await host.Runner.RunAsync<bool>(
            async (step, ct) =>
            {
                await step.Services.GetRequiredService<CaseDesk>().ChangeStatusAsync(course.CaseId, status, "asked for", ct);
                return (Result<bool>)true;
            },
            CancellationToken.None);
        Assert.True(result.IsSuccess);
    }

    private async Task<DateOnly> DueOfAsync(string code) => (await DeadlineAsync(code)).Due;

    private Task<Deadline> DeadlineAsync(string code) => host.InScopeAsync((_, db) => db.Deadlines.AsNoTracking().Include(row => row.Reminders).SingleAsync(row => row.CaseId == course.CaseId && row.Code == code));

    private async Task<List<MailMessage>> MailsAsync(string code)
    {
        var deadline = await DeadlineAsync(code);
        var prefix = $"reminder/{deadline.Id:D}/";
        return await host.InScopeAsync((_, db) => db.Mails.AsNoTracking().Where(row => row.Key.StartsWith(prefix)).ToListAsync());
    }

    private async Task<List<string>> KindsAsync(string code) => [.. (await MailsAsync(code)).Select(mail => mail.Key.Split('/')[2]).Distinct()];
}
