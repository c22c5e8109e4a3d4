using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Activities.Tests.Hosting;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Activities.Tests.Workflows;

/// <summary>What a case leaves behind on its way: deadlines, queues, computed values, mails and papers.</summary>
public sealed class CourseFactsTests
{
    [Fact]
    public async Task Enrolment_PlansEveryDeadlineAndOpensTheFirstTask()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        var deadlines = await host.InScopeAsync((_, db) => db.Deadlines.AsNoTracking().Include(row => row.Reminders).Where(row => row.CaseId == course.CaseId).ToListAsync());
        Assert.True(deadlines.Count >= 25, $"{deadlines.Count} deadlines");
        Assert.Equal(new DateOnly(2027, 5, 21), deadlines.Single(row => row.Code == "insurance").Due);
        Assert.True(deadlines.Single(row => row.Code == "insurance").Hard);
        var task = Assert.Single(await course.OpenAsync());
        Assert.Equal(("eligibility-check", StaffRole.Coordinator, new DateOnly(2027, 1, 18)), (task.FormId, task.Role, task.Due));
        Assert.Equal(task.Id, deadlines.Single(row => row.Code == "eligibility-check").TaskId);
        Assert.Equal(["welcome"], await TemplatesAsync(host, course));
    }

    [Fact]
    public async Task Task_Completed_MeetsItsDeadlineAndTheNextTakesTheNext()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.CompleteAllAsync("eligibility-check", "needs-analysis");
        var met = await host.InScopeAsync((_, db) => db.Deadlines.Where(row => row.CaseId == course.CaseId && row.State == DeadlineState.Met).Select(row => row.Code).Order().ToListAsync());
        Assert.Equal(["eligibility-check", "needs-analysis"], met);
        var next = Assert.Single(await course.OpenAsync());
        Assert.Equal(("mobility-programme", new DateOnly(2027, 2, 19)), (next.FormId, next.Due));
        Assert.Equal(CaseStage.Programme, (await course.CaseAsync()).Stage);
    }

    [Fact]
    public async Task Placement_Search_RanksTheOffersWithReasons()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.CompleteAllAsync("eligibility-check", "needs-analysis", "mobility-programme");
        var task = Assert.Single(await course.OpenAsync());
        var matches = JsonNode.Parse(task.Computed!)!["matches"]!.AsArray();
        Assert.Equal(2, matches.Count);
        Assert.True((int)matches[0]!["score"]! >= (int)matches[1]!["score"]!);
        Assert.NotEmpty(matches[0]!["reasons"]!.AsArray());
    }

    [Fact]
    public async Task Entry_OfACitizenWithFreeMovement_NeedsNoTask()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.ReachArrangementsAsync();
        Assert.DoesNotContain("entry-check", await course.OpenFormsAsync(), StringComparison.Ordinal);
        Assert.Contains("\"result\":\"none\"", await course.FactsAsync("entry"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_OfSomebodyElse_AsksTheLogisticsOfficer()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync("MA");
        await course.ReachArrangementsAsync();
        var check = (await course.OpenAsync()).Single(task => task.FormId == "entry-check");
        Assert.Equal(StaffRole.LogisticsOfficer, check.Role);
        Assert.NotEqual("none", (string?)JsonNode.Parse(check.Computed!)!["result"]);
    }

    [Fact]
    public async Task Departure_Check_ShowsWhatIsReady()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.ReachArrangementsAsync();
        await course.ArrangeAsync();
        var task = Assert.Single(await course.OpenAsync());
        var checks = JsonNode.Parse(task.Computed!)!["checks"]!.AsArray();
        Assert.Equal("", string.Join(' ', checks.Where(check => (string?)check!["state"] == "fail").Select(check => (string?)check!["id"])));
        Assert.True(task.HardGate);
    }

    [Fact]
    public async Task Course_Whole_WritesEachMailAndPaperOnce()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.GetReadyAsync();
        await course.StayAsync();
        await course.CompleteAllAsync("return-confirmation", "participant-report", "mobility-evaluation", "certification", "credit-transfer", "close-case");
        Assert.Equal(
            "agreement-ready agreement-ready agreement-ready certificate-issued departure-pack host-confirmation host-enquiry placement-confirmed report-reminder safe-arrival welcome",
            string.Join(' ', (await TemplatesAsync(host, course)).Order(StringComparer.Ordinal)));
        var papers = await host.InScopeAsync((_, db) => db.Documents.AsNoTracking().Where(row => row.CaseId == course.CaseId).ToListAsync());
        Assert.Equal(["attendance-certificate 1", "europass-mobility 1", "learning-agreement 1", "learning-agreement 2"], papers.Select(row => $"{row.Kind} {row.Edition}").Order(StringComparer.Ordinal));
        var europass = JsonNode.Parse(papers.Single(row => row.Kind == "europass-mobility").Data!)!;
        Assert.Equal("Giulia", (string?)europass["participant"]!["givenName"]);
        Assert.All(europass["outcomes"]!.AsArray(), outcome => Assert.NotNull(outcome!["achieved"]));
        var signed = JsonNode.Parse(papers.Single(row => row.Kind == "learning-agreement" && row.Edition == 2).Data!)!;
        Assert.NotNull(signed["signatures"]![0]!["signedOn"]);
        Assert.Equal(0, await host.InScopeAsync((_, db) => db.Deadlines.CountAsync(row => row.CaseId == course.CaseId && row.State == DeadlineState.Planned)));
    }

    [Fact]
    public async Task Arrangements_DoneAtTheSameMoment_BothCount()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.ReachArrangementsAsync();
        var forms = (await course.OpenAsync()).Select(task => task.FormId).ToList();
        await Task.WhenAll(forms.Select(form => course.CompleteAsync(form)));
        Assert.Equal("departure-check", await course.OpenFormsAsync());
        Assert.Equal(1, await host.InScopeAsync((_, db) => db.Tasks.CountAsync(row => row.CaseId == course.CaseId && row.FormId == "departure-check" && row.State == TaskState.Ready)));
    }

    private static Task<List<string>> TemplatesAsync(CaseHost host, CaseCourse course) =>
        host.InScopeAsync((_, db) => db.Mails.Where(row => row.CaseId == course.CaseId).Select(row => row.Template).ToListAsync());
}
