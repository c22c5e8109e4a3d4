using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using Send.Core.Forms;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Host.Designer.Simulation;

/// <summary>Runs simulations for people: one at a time for each, few at once for all, on threads of its own, bounded in time. Nothing is written to the real database.</summary>
public sealed class SimulationDesk(ScratchTemplate template, IServiceScopeFactory scopes, FormCatalog forms, ReferenceData reference, IOptions<SimulationLimits> limits) : IDisposable
{
    private readonly SemaphoreSlim turns = new(limits.Value.AtOnce, limits.Value.AtOnce);
    private readonly ConcurrentDictionary<Guid, bool> busy = new();

    /// <summary>Simulates; refused with `simulation.busy` while the person's last simulation runs or when too many run.</summary>
    public async Task<Result<SimulationResult>> RunAsync(SimulationRequest request, Actor actor, IProgress<SimulationProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(Permission.DesignProcesses))
        {
            return new Error("simulation.forbidden", "You may not simulate processes.", Kind: ErrorKind.Forbidden);
        }

        var scene = await SceneAsync(request, ct);
        if (!scene.IsSuccess)
        {
            return Result<SimulationResult>.Refused(scene.Errors);
        }

        if (!busy.TryAdd(actor.Id, true))
        {
            return new Error("simulation.busy", "Your last simulation still runs; wait for it or cancel it.", Kind: ErrorKind.Conflict);
        }

        try
        {
            if (!await turns.WaitAsync(TimeSpan.FromSeconds(limits.Value.PatienceSeconds), ct))
            {
                return new Error("simulation.full", "Too many simulations run at the moment; try again in a minute.", Kind: ErrorKind.Conflict);
            }

            try
            {
                return await Task.Run(() => SimulateAsync(scene.Value, actor.Language, progress, ct), ct);
            }
            finally
            {
                turns.Release();
            }
        }
        finally
        {
            busy.TryRemove(actor.Id, out _);
        }
    }

    /// <inheritdoc />
    public void Dispose() => turns.Dispose();

    private async Task<Result<SimulationScene>> SceneAsync(SimulationRequest request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SimulationScenes>().ReadAsync(request, ct);
    }

    private async Task<Result<SimulationResult>> SimulateAsync(SimulationScene scene, string language, IProgress<SimulationProgress>? progress, CancellationToken ct)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "it" ? "it-IT" : "en-GB");
        using var hurry = new CancellationTokenSource(TimeSpan.FromSeconds(scene.Request.AllPaths ? limits.Value.PathsSeconds : limits.Value.Seconds));
        await using var bench = new SimulationBench(template, forms, reference, limits, scene, language);
        if (scene.Request.AllPaths)
        {
            return await new PathSearch(bench, scene, new PathTrials(forms, scene.Tested.ToJson()), limits.Value).RunAsync(progress, hurry.Token, ct);
        }

        var run = await bench.RunAsync(scene.Request, 1, progress, hurry.Token, ct);
        return run.IsSuccess ? run.Value.Result : Result<SimulationResult>.Refused(run.Errors);
    }
}
