using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Activities.Tests.Hosting;
using Send.Core.Cases;
using Send.Core.Deadlines;

namespace Send.Activities.Tests.Workflows;

/// <summary>Cases that leave the straight way and come back to it.</summary>
public sealed class DetourTests
{
    [Fact]
    public async Task Host_Declines_LeadsBackToTheSearch()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.CompleteAllAsync("eligibility-check", "needs-analysis", "mobility-programme");
        var offer = await host.InScopeAsync((_, db) => db.Offers.AsNoTracking().OrderBy(row => row.Title).FirstAsync());
        await course.CompleteAsync("placement-search", "Placed", new JsonObject { ["offer"] = offer.Id.ToString("D"), ["secondOffer"] = null, ["thirdOffer"] = null });
        Assert.Equal(offer.HostId, (await course.CaseAsync()).HostId);

        await course.CompleteAsync("host-confirmation", "Declined");
        Assert.Null((await course.CaseAsync()).HostId);
        Assert.Equal("placement-search", await course.OpenFormsAsync());
        await course.PlaceAsync();
        Assert.Equal("learning-agreement", await course.OpenFormsAsync());
    }

    [Fact]
    public async Task Placement_SearchWidened_LeadsBackToTheSearchAndOn()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.CompleteAllAsync("eligibility-check", "needs-analysis", "mobility-programme");
        await course.CompleteAsync("placement-search", "NoPlacement", new JsonObject { ["offer"] = null, ["secondOffer"] = null, ["thirdOffer"] = null });
        await course.CompleteAsync("widen-search", "Retry", new JsonObject { ["country"] = "PT", ["city"] = "Porto", ["from"] = "2027-06-14", ["to"] = "2027-08-06" });
        var wider = await course.CaseAsync();
        Assert.Equal("PT", wider.DestinationCountry);
        Assert.Equal((new DateOnly(2027, 6, 12), new DateOnly(2027, 8, 7)), (wider.Departure, wider.Return));
        await course.PlaceAsync();
        await course.CompleteAllAsync("learning-agreement", "agreement-signatures");
        await course.ArrangeAsync();
        Assert.Equal("departure-check", await course.OpenFormsAsync());
    }

    [Fact]
    public async Task Agreement_Refused_GetsANewVersion()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.CompleteAllAsync("eligibility-check", "needs-analysis", "mobility-programme");
        await course.PlaceAsync();
        await course.CompleteAsync("learning-agreement");
        await course.CompleteAsync("agreement-signatures", "Refused");
        await course.CompleteAsync("learning-agreement");
        Assert.Equal("{}", await course.FactsAsync("signatures"));
        await course.CompleteAsync("agreement-signatures");
        var editions = await host.InScopeAsync((_, db) => db.Documents.Where(row => row.CaseId == course.CaseId && row.Kind == "learning-agreement").Select(row => row.Edition).ToListAsync());
        Assert.Equal([1, 2, 3], editions.Order());
    }

    [Fact]
    public async Task Visa_RefusedAndAppliedForAgain_GoesOnWhenGranted()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync("MA");
        await course.ReachArrangementsAsync();
        await course.CompleteAsync("entry-check", values: new JsonObject { ["result"] = "visaD", ["overrideReason"] = "Stays for more than 90 days." });
        await course.ArrangeAsync("visa");
        await course.CompleteAsync("visa", "Refused");
        await course.CompleteAsync("visa-refused", "Reapply");
        await course.CompleteAsync("entry-check", values: new JsonObject { ["result"] = "visaD", ["overrideReason"] = "Stays for more than 90 days." });
        Assert.Equal("visa", await course.OpenFormsAsync());
        await course.CompleteAsync("visa");
        Assert.Equal("departure-check", await course.OpenFormsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Visa_RefusedAndOtherCountry_StartsAgainAtThePlacement(bool last)
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
        await course.CompleteAsync("visa-refused", "OtherCountry", new JsonObject { ["newCountry"] = "PT" });
        Assert.Equal("placement-search", await course.OpenFormsAsync());
        Assert.Equal("PT", (await course.CaseAsync()).DestinationCountry);

        await course.PlaceAsync();
        await course.CompleteAllAsync("learning-agreement", "agreement-signatures");
        await course.ArrangeAsync();
        Assert.Equal("departure-check", await course.OpenFormsAsync());
    }

    [Fact]
    public async Task Visa_RefusalReported_CountsAsTheDecision()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync("MA");
        await course.ReachArrangementsAsync();
        await course.CompleteAsync("entry-check", values: new JsonObject { ["result"] = "visaD", ["overrideReason"] = "Stays for more than 90 days." });
        await course.RaiseAsync("visa-refused");
        var open = await course.OpenFormsAsync();
        Assert.Contains("visa-refused", open, StringComparison.Ordinal);
        Assert.DoesNotContain("visa ", open.Replace("visa-refused", "", StringComparison.Ordinal) + " ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Departure_Postponed_MovesThePlanAndAsksAgain()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.ReachArrangementsAsync();
        await course.ArrangeAsync();
        await course.CompleteAsync("departure-check", "NoGo", new JsonObject { ["newDeparture"] = "2027-07-03" });

        var moved = await course.CaseAsync();
        Assert.Equal((new DateOnly(2027, 7, 3), new DateOnly(2027, 8, 28)), (moved.Departure, moved.Return));
        Assert.Equal("departure-check", await course.OpenFormsAsync());
        var report = await host.InScopeAsync((_, db) => db.Deadlines.SingleAsync(row => row.CaseId == course.CaseId && row.Code == "participant-report"));
        Assert.Equal(new DateOnly(2027, 9, 27), report.Due);
        await course.CompleteAsync("departure-check");
        Assert.Equal("", await course.OpenFormsAsync());
        await host.AdvanceAsync(new(2027, 7, 3));
        Assert.Equal("arrival-confirmation", await course.OpenFormsAsync());
    }

    [Fact]
    public async Task Stay_EndsEarly_IsSettledAssessedAndEvaluated()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.GetReadyAsync();
        var row = await course.CaseAsync();
        await host.AdvanceAsync(row.Departure);
        await course.CompleteAsync("arrival-confirmation");
        await host.AdvanceAsync(row.Start.AddDays(20));
        await course.RaiseAsync("early-return");
        Assert.Equal("early-return", await course.OpenFormsAsync());

        await course.CompleteAsync("early-return", values: new JsonObject { ["lastDay"] = "2027-06-25", ["returnedOn"] = "2027-06-26" });
        var shortened = await course.CaseAsync();
        Assert.Equal((new DateOnly(2027, 6, 25), new DateOnly(2027, 6, 26)), (shortened.EffectiveEnd, shortened.EffectiveReturn));
        await course.CompleteAsync("final-assessment", values: new JsonObject { ["actualTo"] = "2027-06-25" });
        await course.CompleteAsync("return-confirmation", values: new JsonObject { ["returnedOn"] = "2027-06-26", ["lastDay"] = "2027-06-25" });
        await course.CompleteAllAsync("mobility-evaluation", "participant-report", "certification", "credit-transfer", "close-case");
        Assert.Equal(CaseStatus.Closed, (await course.CaseAsync()).Status);
    }

    [Fact]
    public async Task Dates_Changed_MoveDeadlinesTasksAndTimers()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.GetReadyAsync();
        await course.RaiseAsync("dates-changed", new JsonObject { ["departure"] = "2027-05-08", ["start"] = "2027-05-10", ["end"] = "2027-07-02", ["return"] = "2027-07-03" });
        Assert.Equal(new DateOnly(2027, 5, 8), (await course.CaseAsync()).Departure);
        var arrival = await host.InScopeAsync((_, db) => db.Deadlines.SingleAsync(row => row.CaseId == course.CaseId && row.Code == "arrival-confirmation"));
        Assert.Equal((new DateOnly(2027, 5, 9), DeadlineState.Planned), (arrival.Due, arrival.State));

        await host.AdvanceAsync(new(2027, 5, 8));
        Assert.Equal("arrival-confirmation", await course.OpenFormsAsync());
    }

    [Fact]
    public async Task Incident_ASecondOneWhileTheFirstIsHandled_OpensItsOwnTask()
    {
        await using var host = await CaseHost.StartAsync();
        var course = await host.EnrolAsync();
        await course.RaiseAsync("incident");
        await course.RaiseAsync("incident");
        Assert.Equal("eligibility-check incident incident", await course.OpenFormsAsync());
    }
}
