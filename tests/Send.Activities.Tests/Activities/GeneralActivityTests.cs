using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Activities.Tests.Hosting;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Staff;

namespace Send.Activities.Tests.Activities;

/// <summary>The activities that coordinators compose with, each alone.</summary>
public sealed class GeneralActivityTests
{
    [Fact]
    public async Task HumanTask_WithRuleAndTitle_OpensInTheQueueWithThatDueDate()
    {
        await using var host = await new TinyWorkflow()
            .Then("Send.HumanTask", ("form", "incident"), ("title", "Call the insurer"), ("role", "Tutor"), ("stage", "Stay"), ("dueAnchor", "Departure"), ("dueOffset", -3))
            .StartAsync();
        var course = await host.EnrolAsync();
        var task = Assert.Single(await course.OpenAsync());
        Assert.Equal(("Call the insurer", StaffRole.Tutor, CaseStage.Stay), (task.Title, task.Role, task.Stage));
        Assert.Equal(new DateOnly(2027, 6, 2), task.Due);
        Assert.Equal(CaseStage.Stay, (await course.CaseAsync()).Stage);
    }

    [Fact]
    public async Task HumanTask_KeptUnderAName_LeavesDataAndOutcomeInTheFacts()
    {
        await using var host = await new TinyWorkflow()
            .Then("Send.HumanTask", ("form", "widen-search"), ("keepAs", "wider")).Into("outcome", "Chosen")
            .Then("Send.WriteCase", ("section", "note"), ("field", "chosen"), ("value", "=getVariable('Chosen')"))
            .StartAsync("Chosen");
        var course = await host.EnrolAsync();
        await course.CompleteAsync("widen-search", "Cancel");
        Assert.Contains("\"outcome\":\"Cancel\"", await course.FactsAsync("wider"), StringComparison.Ordinal);
        Assert.Equal("{\"chosen\":\"Cancel\"}", await course.FactsAsync("note"));
    }

    [Theory]
    [InlineData("[]", "[]", "Yes")]
    [InlineData("[\"ES\",\"FR\"]", "[\"IVT\"]", "Yes")]
    [InlineData("[\"FR\"]", "[]", "No")]
    [InlineData("[\"ES\"]", "[\"LMP\"]", "No")]
    public async Task MatchCase_ByDestinationAndProgramme_ChoosesItsOutcome(string countries, string programmes, string outcome)
    {
        await using var host = await new TinyWorkflow()
            .Then("Send.MatchCase", ("countries", countries), ("programmes", programmes))
            .Then("Send.WaitForCaseEvent", ("eventName", "incident"))
            .StartAsync();
        var course = await host.EnrolAsync();
        var instance = await course.InstanceAsync();
        var entries = await host.InScopeAsync((services, _) => services.GetRequiredService<Send.Persistence.Workflows.JournalReader>().EntriesAsync(instance.Id, CancellationToken.None));
        var completed = entries.Single(entry => entry.ActivityId == "a1" && entry.EventName == "Completed");
        Assert.Contains(outcome, System.Text.Json.JsonSerializer.Serialize(completed.Payload), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetDeadline_ByAnchor_PlansItWithRemindersAndMovesWithTheCase()
    {
        await using var host = await new TinyWorkflow()
            .Then("Send.SetDeadline", ("code", "passport-copy"), ("role", "LogisticsOfficer"), ("anchor", "Departure"), ("offset", -30), ("hard", true))
            .Then("Send.WriteCase", ("section", "move"), ("field", "departure"), ("value", "2027-07-05"))
            .Then("Send.WaitForCaseEvent", ("eventName", "incident"))
            .Then("Send.ReplanCase", ("section", "move"))
            .StartAsync();
        var course = await host.EnrolAsync();
        var planned = await DeadlineAsync(host, course, "passport-copy");
        Assert.Equal((new DateOnly(2027, 5, 6), true, DeadlineState.Planned), (planned.Due, planned.Hard, planned.State));
        Assert.Contains(planned.Reminders, reminder => reminder.Kind == "before-7" && reminder.On == new DateOnly(2027, 4, 29));

        await course.RaiseAsync("incident");
        Assert.Equal(new DateOnly(2027, 6, 4), (await DeadlineAsync(host, course, "passport-copy")).Due);
    }

    [Fact]
    public async Task SendMail_ToTheGuardianOfAnAdult_WritesNothing()
    {
        await using var host = await new TinyWorkflow()
            .Then("Send.SendMail", ("template", "welcome"), ("to", "Participant"))
            .Then("Send.SendMail", ("template", "welcome"), ("to", "Guardian"))
            .StartAsync();
        var course = await host.EnrolAsync();
        var mail = Assert.Single(await host.InScopeAsync((_, db) => db.Mails.AsNoTracking().Where(row => row.CaseId == course.CaseId).ToListAsync()));
        Assert.StartsWith("Ti diamo il benvenuto, Giulia", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(1, await host.InScopeAsync((_, db) => db.Outbox.CountAsync(row => row.Kind == "mail" && row.CaseId == course.CaseId)));
    }

    [Fact]
    public async Task GenerateDocument_Twice_MakesTwoEditionsWithData()
    {
        await using var host = await new TinyWorkflow()
            .Then("Send.GenerateDocument", ("kind", "europass-mobility"), ("language", "en"))
            .Then("Send.GenerateDocument", ("kind", "europass-mobility"))
            .StartAsync();
        var course = await host.EnrolAsync();
        var made = await host.InScopeAsync((_, db) => db.Documents.AsNoTracking().Where(row => row.CaseId == course.CaseId).OrderBy(row => row.Edition).ToListAsync());
        Assert.Equal([(1, "en", "Europass Mobility"), (2, "it", "Europass Mobilità")], made.Select(row => (row.Edition, row.Language, row.Title)));
        Assert.Contains("\"nationality\":\"Italy\"", made[0].Data, StringComparison.Ordinal);
        Assert.Contains("\"nationality\":\"Italia\"", made[1].Data, StringComparison.Ordinal);
        Assert.Equal(2, await host.InScopeAsync((_, db) => db.Outbox.CountAsync(row => row.Kind == "document" && row.CaseId == course.CaseId)));
    }

    [Fact]
    public async Task ReadCase_OfTheParticipant_FillsTheVariable()
    {
        await using var host = await new TinyWorkflow()
            .Then("Send.ReadCase", ("path", "participant.eqfLevel")).Into("value", "Level")
            .Then("Send.WriteCase", ("section", "note"), ("field", "next"), ("value", "=getVariable('Level') + 1"))
            .StartAsync("Level");
        var course = await host.EnrolAsync();
        Assert.Equal("{\"next\":4}", await course.FactsAsync("note"));
    }

    [Fact]
    public async Task WaitUntilCaseDate_BeforeDeparture_GoesOnThatDay()
    {
        await using var host = await new TinyWorkflow()
            .Then("Send.WaitUntilCaseDate", ("anchor", "Departure"), ("offset", -10))
            .Then("Send.ChangeCaseStatus", ("status", "Ready"), ("stage", "Departure"))
            .StartAsync();
        var course = await host.EnrolAsync();
        await host.AdvanceAsync(new(2027, 5, 25));
        Assert.Equal(CaseStatus.Submitted, (await course.CaseAsync()).Status);
        await host.AdvanceAsync(new(2027, 5, 26));
        Assert.Equal((CaseStatus.Ready, CaseStage.Departure), ((await course.CaseAsync()).Status, (await course.CaseAsync()).Stage));
    }

    [Theory]
    [InlineData("Send.HumanTask", "form", "no-such-form", "no-such-form")]
    [InlineData("Send.HumanTask", "stage", "Holiday", "must be one of Intake")]
    [InlineData("Send.WaitForCaseEvent", "eventName", " ", "is empty")]
    [InlineData("Send.SetDeadline", "code", "", "stable name")]
    [InlineData("Send.SendMail", "template", "no-such-mail", "no-such-mail")]
    public async Task Activity_WithABadInput_BecomesAnIncidentThatSaysWhatIsWrong(string type, string input, string value, string message)
    {
        await using var host = await new TinyWorkflow().Then(type, (input, value)).StartAsync();
        var course = await host.EnrolAsync();
        Assert.Contains(message, (await course.InstanceAsync()).State, StringComparison.Ordinal);
        Assert.Empty(await course.OpenAsync());
    }

    private static Task<Deadline> DeadlineAsync(CaseHost host, CaseCourse course, string code) => host.InScopeAsync((_, db) =>
        db.Deadlines.AsNoTracking().Include(row => row.Reminders).SingleAsync(row => row.CaseId == course.CaseId && row.Code == code && row.State == DeadlineState.Planned));
}
