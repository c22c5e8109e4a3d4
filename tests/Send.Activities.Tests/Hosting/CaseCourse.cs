using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Core.Time;

namespace Send.Activities.Tests.Hosting;

/// <summary>One case on its way: its tasks are filled from the examples of their forms and completed like the API does it.</summary>
internal sealed class CaseCourse(CaseHost host, Guid caseId)
{
    private static readonly Actor Staff = new(People.CoordinatorId, "Chiara Coordinatrice", "en", [StaffRole.Administrator]);

    public Guid CaseId => caseId;

    public Task<SendCase> CaseAsync() => host.InScopeAsync((_, db) => db.Cases.AsNoTracking().SingleAsync(row => row.Id == caseId));

    /// <summary>The open tasks, by form.</summary>
    public Task<List<CaseTask>> OpenAsync() => host.InScopeAsync((_, db) => db.Tasks.AsNoTracking()
        .Where(row => row.CaseId == caseId && row.IsOpen).OrderBy(row => row.FormId).ToListAsync());

    /// <summary>Forms of the open tasks, separated by a blank.</summary>
    public async Task<string> OpenFormsAsync() => string.Join(' ', (await OpenAsync()).Select(task => task.FormId));

    /// <summary>Completes the open task of that form; without an outcome with the form's first. <paramref name="values"/> replace examples.</summary>
    public async Task CompleteAsync(string form, string? outcome = null, JsonObject? values = null)
    {
        var task = (await OpenAsync()).SingleOrDefault(row => row.FormId == form);
        Assert.True(task is not null, $"There is no open task “{form}”; open are: {await OpenFormsAsync()}.");
        var result = await host.InScopeAsync(async (services, _) =>
        {
            var data = await FilledAsync(services, task, values);
            return await services.GetRequiredService<CompleteTaskHandler>()
                .HandleAsync(new CompleteTask(task.Id, outcome ?? task.OutcomeList[0], data, task.Revision, Guid.NewGuid()), Staff, CancellationToken.None);
        });
        Assert.True(result.IsSuccess, $"{form}: {Text(result.Errors)}");
    }

    /// <summary>Completes these tasks one after the other, each with its first outcome.</summary>
    public async Task CompleteAllAsync(params string[] forms)
    {
        foreach (var form in forms)
        {
            await CompleteAsync(form);
        }
    }

    /// <summary>Raises an event of the case; what is not given is filled from the examples of the event's form.</summary>
    public async Task RaiseAsync(string name, JsonObject? values = null)
    {
        var result = await host.InScopeAsync(async (services, _) =>
        {
            var context = await services.GetRequiredService<CaseFiles>().ViewAsync(caseId, CancellationToken.None);
            var data = Merge(FormExamples.Of(host.Forms.Get(CaseEvents.FormOf(name)), context), values);
            return await services.GetRequiredService<RaiseCaseEventHandler>().HandleAsync(new RaiseCaseEvent(caseId, name, data), Staff, CancellationToken.None);
        });
        Assert.True(result.IsSuccess, $"{name}: {Text(result.Errors)}");
    }

    /// <summary>Everything before the stay: from the eligibility check to the decision to go, without a visa.</summary>
    public async Task GetReadyAsync()
    {
        await ReachArrangementsAsync();
        await ArrangeAsync();
        await CompleteAsync("departure-check");
    }

    /// <summary>From the eligibility check until everything is being arranged.</summary>
    public async Task ReachArrangementsAsync()
    {
        await CompleteAllAsync("eligibility-check", "needs-analysis", "mobility-programme");
        await PlaceAsync();
        await CompleteAllAsync("learning-agreement", "agreement-signatures");
    }

    /// <summary>Chooses the first offer and has the host agree.</summary>
    public async Task PlaceAsync()
    {
        var offer = await host.InScopeAsync((_, db) => db.Offers.AsNoTracking().OrderBy(row => row.Title).FirstAsync());
        await CompleteAsync("placement-search", "Placed", new JsonObject { ["offer"] = offer.Id.ToString("D"), ["secondOffer"] = null, ["thirdOffer"] = null });
        await CompleteAsync("host-confirmation");
    }

    /// <summary>Completes every open task of the arrangements, except those of the forms named.</summary>
    public async Task ArrangeAsync(params string[] except)
    {
        while ((await OpenAsync()).FirstOrDefault(task => task.FormId != "departure-check" && !except.Contains(task.FormId)) is { } task)
        {
            await CompleteAsync(task.FormId);
        }
    }

    /// <summary>From the day of departure to the day of return: every task of the stay on its day.</summary>
    public async Task StayAsync()
    {
        var row = await CaseAsync();
        await host.AdvanceAsync(row.Departure);
        await CompleteAsync("arrival-confirmation");
        await host.AdvanceAsync(row.Start.AddDays(2));
        await CompleteAsync("first-week-check");
        await host.AdvanceAsync(row.Start.AddDays((row.End.DayNumber - row.Start.DayNumber + 1) / 2));
        await CompleteAsync("mid-term-review");
        await host.AdvanceAsync(row.End);
        await CompleteAllAsync("monitoring-log", "final-assessment");
        await host.AdvanceAsync(row.Return);
    }

    /// <summary>Where the case's main workflow stands.</summary>
    public async Task<Send.Persistence.Workflows.StoredInstance> InstanceAsync()
    {
        var row = await CaseAsync();
        return await host.InScopeAsync((_, db) => db.Set<Send.Persistence.Workflows.StoredInstance>().AsNoTracking()
            .SingleAsync(instance => instance.Id == row.WorkflowInstanceId!.Value.ToString("D")));
    }

    /// <summary>A section of the case's facts as JSON.</summary>
    public Task<string> FactsAsync(string section) => host.InScopeAsync((_, db) => db.Facts.Where(row => row.CaseId == caseId && row.Section == section).Select(row => row.Data).SingleAsync());

    /// <summary>Names of the bookmarks that any of the case's processes still has.</summary>
    public async Task<string> WaitingAsync() => string.Join(' ', await host.InScopeAsync((_, db) => db.Set<Send.Persistence.Workflows.StoredBookmark>().AsNoTracking()
        .Where(row => row.CorrelationId == caseId.ToString("D")).Select(row => row.Name).ToListAsync()));

    private static JsonObject Merge(JsonObject data, JsonObject? values)
    {
        foreach (var (name, value) in values ?? [])
        {
            data.Remove(name);
            if (value is not null)
            {
                data[name] = value.DeepClone();
            }
        }

        return data;
    }

    private static string Text(IReadOnlyList<Error> errors) => string.Join("; ", errors.Select(error => $"{error.Field} {error.Code} {error.Message}"));

    private async Task<JsonObject> FilledAsync(IServiceProvider services, CaseTask task, JsonObject? values)
    {
        var file = await services.GetRequiredService<CaseFiles>().OpenAsync(caseId, CancellationToken.None);
        var facts = await services.GetRequiredService<Send.Core.Data.SendData>().Facts.AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync();
        var context = CaseContext.Of(file.Case, file.Participant, file.Sending, file.Host, file.Offer, facts, task, host.Clock.Today());
        return Merge(FormExamples.Of(host.Forms.Get(task.FormId), context), values);
    }
}
