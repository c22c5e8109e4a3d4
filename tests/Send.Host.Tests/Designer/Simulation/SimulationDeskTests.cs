using Microsoft.Extensions.DependencyInjection;
using Send.Core.Staff;
using Send.Host.Designer.Simulation;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer.Simulation;

/// <summary>Simulations take turns, and can be cancelled.</summary>
[Collection(ApiCollection.Name)]
public sealed class SimulationDeskTests(SharedApiHost shared)
{
    private static readonly SimulationRequest Ivt = new() { DefinitionId = "initial-vocational-training" };

    [Fact]
    public async Task Run_SecondOneOfAPerson_IsRefusedWhileTheFirstRuns()
    {
        var desk = shared.Host.Services.GetRequiredService<SimulationDesk>();
        var actor = Somebody();
        using var begun = new Signal();

        var first = desk.RunAsync(Ivt, actor, begun, CancellationToken.None);
        Assert.True(await begun.WaitAsync());
        var second = await desk.RunAsync(Ivt, actor, null, CancellationToken.None);

        Assert.Equal("simulation.busy", second.Errors[0].Code);
        Assert.True((await first).IsSuccess);
        Assert.True((await desk.RunAsync(Ivt, actor, null, CancellationToken.None)).IsSuccess);
    }

    [Fact]
    public async Task Run_Cancelled_EndsAtOnceAndLeavesThePlaceFree()
    {
        var desk = shared.Host.Services.GetRequiredService<SimulationDesk>();
        var actor = Somebody();
        using var cancel = new CancellationTokenSource();
        using var begun = new Signal();

        var run = desk.RunAsync(Ivt with { AllPaths = true }, actor, begun, cancel.Token);
        Assert.True(await begun.WaitAsync());
        await cancel.CancelAsync();

        await Task.WhenAny(run);
        Assert.True(run.IsCanceled);
        Assert.True((await desk.RunAsync(Ivt, actor, null, CancellationToken.None)).IsSuccess);
    }

    private static Actor Somebody() => new(Guid.NewGuid(), "Somebody", "it", [StaffRole.Coordinator]);

    private sealed class Signal : IProgress<SimulationProgress>, IDisposable
    {
        private readonly SemaphoreSlim reported = new(0);

        public Task<bool> WaitAsync() => reported.WaitAsync(TimeSpan.FromSeconds(60));

        public void Dispose() => reported.Dispose();

        public void Report(SimulationProgress value) => reported.Release();
    }
}
