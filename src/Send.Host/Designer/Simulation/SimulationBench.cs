using Microsoft.Extensions.Options;
using Send.Core.Forms;
using Send.Core.Reference;
using Send.Core.Results;

namespace Send.Host.Designer.Simulation;

/// <summary>Makes the worlds of one simulation, one for each participant that it tries, and takes them away again.</summary>
internal sealed class SimulationBench(ScratchTemplate template, FormCatalog forms, ReferenceData reference, IOptions<SimulationLimits> limits, SimulationScene scene, string language) : IAsyncDisposable
{
    private readonly Dictionary<(string?, string?, int?), (SimulationWorld World, SimulationRunner Runner)> worlds = [];

    /// <summary>Runs one request; it differs from the scene's at most in the participant, the answers and the events.</summary>
    public async Task<Result<SimulationOutcome>> RunAsync(SimulationRequest request, int number, IProgress<SimulationProgress>? progress, CancellationToken hurry, CancellationToken ct)
    {
        var key = (request.Destination, request.Nationality, request.Age);
        if (!worlds.TryGetValue(key, out var known))
        {
            var world = await SimulationWorld.CreateAsync(template, scene.Begins, ct);
            var runner = await SimulationRunner.PrepareAsync(world, scene with { Request = request }, limits.Value, forms, reference, language, ct);
            if (!runner.IsSuccess)
            {
                await world.DisposeAsync();
                return Result<SimulationOutcome>.Refused(runner.Errors);
            }

            known = worlds[key] = (world, runner.Value);
        }

        return await known.Runner.RunAsync(request, number, progress, hurry, ct);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var (world, _) in worlds.Values)
        {
            await world.DisposeAsync();
        }
    }
}
