using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Activities.Tests.Hosting;
using Send.Core.Cases;
using Send.Core.Deadlines;

namespace Send.Activities.Tests.Workflows;

/// <summary>Cases that end before they are complete.</summary>
public sealed class EarlyEndTests
{
    [Fact]
    public async Task Eligibility_Refused_RejectsTheCase()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.CompleteAsync("eligibility-check", "NotEligible");
        await AssertEndedAsync(host, course, CaseStatus.Rejected);
        Assert.Contains("not-eligible", await MailsAsync(host, course), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eligibility")]
    [InlineData("placement")]
    [InlineData("arrangements")]
    [InlineData("half-arranged")]
    [InlineData("departure-check")]
    [InlineData("ready")]
    [InlineData("abroad")]
    [InlineData("returned")]
    public async Task Withdrawal_AtThatMoment_LeavesOnlyTheSettlementAndEndsWithdrawn(string moment)
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await ReachAsync(host, course, moment);

        await course.RaiseAsync("withdraw", new JsonObject { ["reason"] = "Moves to another town." });
        Assert.Equal("withdrawal-settlement", await course.OpenFormsAsync());
        Assert.False((await course.CaseAsync()).IsEnded);

        await course.CompleteAsync("withdrawal-settlement");
        await AssertEndedAsync(host, course, CaseStatus.Withdrawn);
        Assert.Equal("Moves to another town.", (await course.CaseAsync()).EndReason);
    }

    [Fact]
    public async Task Placement_NoneFoundAndSearchGivenUp_EndsCancelled()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.CompleteAllAsync("eligibility-check", "needs-analysis", "mobility-programme");
        await course.CompleteAsync("placement-search", "NoPlacement", new JsonObject { ["offer"] = null, ["secondOffer"] = null, ["thirdOffer"] = null });
        await course.CompleteAsync("widen-search", "Cancel");
        await course.CompleteAsync("withdrawal-settlement");
        await AssertEndedAsync(host, course, CaseStatus.Cancelled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Visa_RefusedAndCancelled_EndsCancelledWithNothingLeftOpen(bool last)
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync("MA");
        await course.ReachArrangementsAsync();
        await course.CompleteAsync("entry-check", values: new JsonObject { ["result"] = "visaD", ["overrideReason"] = "Stays for more than 90 days." });
        if (last)
        {
            await course.ArrangeAsync("visa");
        }

        await course.CompleteAsync("visa", "Refused");
        await course.CompleteAsync("visa-refused", "Cancel");
        Assert.Equal("withdrawal-settlement", await course.OpenFormsAsync());
        await course.CompleteAsync("withdrawal-settlement");
        await AssertEndedAsync(host, course, CaseStatus.Cancelled);
    }

    [Fact]
    public async Task Departure_NoGoWithoutNewDate_EndsCancelled()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.ReachArrangementsAsync();
        await course.ArrangeAsync();
        await course.CompleteAsync("departure-check", "NoGo", new JsonObject { ["newDeparture"] = null });
        await course.CompleteAsync("withdrawal-settlement");
        await AssertEndedAsync(host, course, CaseStatus.Cancelled);
    }

    [Fact]
    public async Task Departure_PostponedAndThenCalledOff_EndsCancelled()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.ReachArrangementsAsync();
        await course.ArrangeAsync();
        await course.CompleteAsync("departure-check", "NoGo", new JsonObject { ["newDeparture"] = "2027-07-03" });
        await course.CompleteAsync("departure-check", "NoGo", new JsonObject { ["newDeparture"] = null });
        await course.CompleteAsync("withdrawal-settlement");
        await AssertEndedAsync(host, course, CaseStatus.Cancelled);
    }

    private static async Task ReachAsync(CaseHost host, CaseCourse course, string moment)
    {
        switch (moment)
        {
            case "eligibility":
                break;
            case "placement":
                await course.CompleteAllAsync("eligibility-check", "needs-analysis", "mobility-programme");
                break;
            case "arrangements":
                await course.ReachArrangementsAsync();
                break;
            case "half-arranged":
                await course.ReachArrangementsAsync();
                await course.CompleteAllAsync("language-course", "cultural-visits", "insurance", "travel");
                break;
            case "departure-check":
                await course.ReachArrangementsAsync();
                await course.ArrangeAsync();
                break;
            case "ready":
                await course.GetReadyAsync();
                break;
            case "abroad":
                await course.GetReadyAsync();
                await host.AdvanceAsync((await course.CaseAsync()).Departure);
                await course.CompleteAsync("arrival-confirmation");
                break;
            case "returned":
                await course.GetReadyAsync();
                await course.StayAsync();
                await course.CompleteAllAsync("return-confirmation", "participant-report");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(moment), moment, "Not a moment of this test.");
        }
    }

    private static async Task AssertEndedAsync(CaseHost host, CaseCourse course, CaseStatus status)
    {
        var ended = await course.CaseAsync();
        Assert.Equal(status, ended.Status);
        Assert.Equal("", await course.OpenFormsAsync());
        Assert.Equal("Finished", (await course.InstanceAsync()).Status.ToString());
        Assert.Equal(0, await host.InScopeAsync((_, db) => db.Deadlines.CountAsync(row => row.CaseId == course.CaseId && row.State == DeadlineState.Planned)));
        Assert.Equal("", await course.WaitingAsync());
    }

    private static async Task<string> MailsAsync(CaseHost host, CaseCourse course) =>
        string.Join(' ', await host.InScopeAsync((_, db) => db.Mails.Where(row => row.CaseId == course.CaseId).Select(row => row.Template).ToListAsync()));
}
