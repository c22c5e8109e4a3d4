using Send.Engine.Activities;
using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Tests.Execution;
using static Send.Engine.Tests.Execution.Definition;

namespace Send.Engine.Tests.Definitions;

public sealed class TriggerIndexerTests
{
    [Fact]
    public async Task Triggers_OfADefinition_AreThoseThatMayStartIt()
    {
        await using var bed = new EngineTestBed();
        var started = Activity("e", "Elsa.Event", ("eventName", Script("'Case' + 'Opened'", "String")));
        started["customProperties"]!["canStartWorkflow"] = true;
        var timer = Activity("t", "Elsa.Timer", ("interval", Literal("01:30:00", "TimeSpan")));
        timer["customProperties"]!["canStartWorkflow"] = true;
        bed.Publish(Of("main", Flow("f", [started, timer, Activity("waits", "Elsa.Event", ("eventName", Literal("Other"))), Line("x")], "e->x", "t->x", "x->waits")));

        var triggers = await TriggerIndexer.GetTriggersAsync(bed.Host.Definitions.FindPublished("main")!, bed.Host.Services, bed.Host.Clock, CancellationToken.None);

        Assert.Equal(["e", "t"], triggers.Select(trigger => trigger.ActivityId));
        Assert.Equal(BookmarkHasher.Hash("Elsa.Event", new EventStimulus("CaseOpened")), triggers[0].Hash);
        Assert.Null(triggers[0].DueAt);
        Assert.Equal(bed.Host.Clock.GetUtcNow().AddMinutes(90), triggers[1].DueAt);
        Assert.Equal(TimeSpan.FromMinutes(90), triggers[1].Interval);
    }

    [Fact]
    public void Hash_OfARecordAndOfItsPlainData_IsTheSame()
    {
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal) { ["taskName"] = "Visa", ["taskId"] = "1" };

        Assert.Equal(BookmarkHasher.Hash("N", new RunTaskStimulus("1", "Visa")), BookmarkHasher.Hash("N", plain));
        Assert.NotEqual(BookmarkHasher.Hash("N", plain), BookmarkHasher.Hash("N", plain, "instance"));
        Assert.NotEqual(BookmarkHasher.Hash("N", plain), BookmarkHasher.Hash("M", plain));
    }
}
