using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Send.Conformance.Hosting;
using Send.Engine.Execution;
using Send.Engine.State;
using static Send.Engine.Tests.Execution.Definition;

namespace Send.Engine.Tests.Execution;

/// <summary>What must hold for every flowchart without loops, whatever its shape and in whatever order its tasks are done.</summary>
public sealed class SchedulingProperties
{
    /// <summary>A flowchart: node n is 'n'; an edge leads from a lower to a higher number; some nodes wait, some decide.</summary>
    private sealed record Shape(int Nodes, bool[] Waits, bool[] Decides, bool[] Takes, bool[] Edges, int[] Order)
    {
        public bool HasEdge(int from, int to) => Edges[(from * Nodes) + to] || to == from + 1;
    }

    private static readonly Gen<Shape> Shapes = Gen.Int[2, 9].SelectMany(nodes => Gen.Select(
        Gen.Bool.Array[nodes],
        Gen.Bool.Array[nodes],
        Gen.Bool.Array[nodes],
        Gen.Bool.Array[nodes * nodes],
        Gen.Int[0, 999].Array[40],
        (waits, decides, takes, edges, order) => new Shape(nodes, waits, decides, takes, edges, order)));

    [Fact]
    public async Task FlowchartWithoutLoops_AlwaysFinishes_AndRunsNoActivityTwice() => await Shapes.SampleAsync(
        async shape =>
        {
            await using var bed = new EngineTestBed();
            var instance = await RunAsync(bed, shape);
            Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
            Assert.Empty(instance.State.Incidents);
            Assert.Empty(instance.Bookmarks);
            var starts = instance.Journal.Where(entry => entry.EventName == "Started").Select(entry => entry.ActivityId).ToList();
            Assert.Equal(starts.Count, starts.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(Reached(shape).Order(), starts.Where(id => id.StartsWith('n')).Select(id => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture)).Order());
        },
        iter: 150);

    [Fact]
    public async Task SameFlowchartAndOrder_GiveTheSameJournal() => await Shapes.SampleAsync(
        async shape =>
        {
            await using var first = new EngineTestBed();
            await using var second = new EngineTestBed();
            Assert.Equal(EngineTestBed.Journal(await RunAsync(first, shape)), EngineTestBed.Journal(await RunAsync(second, shape)));
        },
        iter: 50);

    [Fact]
    public async Task StateStoredBetweenBursts_GivesTheSameJournalAsStateKeptInMemory() => await Shapes.SampleAsync(
        async shape =>
        {
            await using var bed = new EngineTestBed();
            bed.Publish(Of("main", FlowOf(shape)));
            Assert.Equal(await RunBurstsAsync(bed, shape, static state => state), await RunBurstsAsync(bed, shape, Stored));
        },
        iter: 50);

    private static WorkflowState Stored(WorkflowState state) => WorkflowStateSerializer.Deserialize(WorkflowStateSerializer.Serialize(state));

    private static async Task<string> RunBurstsAsync(EngineTestBed bed, Shape shape, Func<WorkflowState, WorkflowState> keep)
    {
        var runner = bed.Host.Services.GetRequiredService<BurstRunner>();
        var request = new BurstRequest { Workflow = bed.Host.Definitions.FindPublished("main")!, Stimulus = new StartStimulus("i"), Services = bed.Host.Services };
        var journal = new List<string>();
        for (var step = 0; ; step++)
        {
            var change = (await runner.RunAsync(request, CancellationToken.None)).Main!;
            journal.AddRange(change.Journal.Select(entry => $"{entry.Sequence}:{entry.ActivityId}.{entry.EventName}"));
            var state = keep(change.State);
            if (state.Bookmarks.Count == 0)
            {
                return string.Join(' ', journal);
            }

            request = request with { State = state, Stimulus = new ResumeStimulus(state.Bookmarks[shape.Order[step % shape.Order.Length] % state.Bookmarks.Count].Id) };
        }
    }

    /// <summary>The host stores every state as text between two bursts; the order of the tasks comes from the shape.</summary>
    private static async Task<HostedInstance> RunAsync(EngineTestBed bed, Shape shape)
    {
        var instance = await bed.RunAsync(FlowOf(shape));
        for (var step = 0; instance.State.Bookmarks.Count > 0; step++)
        {
            var waiting = instance.State.Bookmarks;
            await bed.CompleteAsync(instance, waiting[shape.Order[step % shape.Order.Length] % waiting.Count].ActivityId);
        }

        return instance;
    }

    private static JsonObject FlowOf(Shape shape)
    {
        var activities = new List<JsonObject>();
        var connections = new List<string>();
        for (var node = 0; node < shape.Nodes; node++)
        {
            activities.Add(shape.Decides[node]
                ? Activity($"n{node}", "Elsa.FlowDecision", ("condition", Script(shape.Takes[node] ? "true" : "false")))
                : shape.Waits[node] ? Ask($"n{node}") : Line($"n{node}"));
            for (var target = node + 1; target < shape.Nodes; target++)
            {
                if (shape.HasEdge(node, target))
                {
                    connections.Add($"n{node}:{PortOf(shape, node, target)}->n{target}");
                }
            }
        }

        return Flow("flow", [.. activities], [.. connections]);
    }

    private static string PortOf(Shape shape, int node, int target) => !shape.Decides[node] ? "Done" : target % 2 == 0 ? "True" : "False";

    /// <summary>An activity runs if one of the connections to it is followed: that is what a join of the taken branches means.</summary>
    private static HashSet<int> Reached(Shape shape)
    {
        var reached = new HashSet<int> { 0 };
        for (var node = 0; node < shape.Nodes; node++)
        {
            for (var target = node + 1; target < shape.Nodes && reached.Contains(node); target++)
            {
                var isTaken = !shape.Decides[node] || (target % 2 == 0) == shape.Takes[node];
                if (shape.HasEdge(node, target) && isTaken)
                {
                    reached.Add(target);
                }
            }
        }

        return reached;
    }
}
