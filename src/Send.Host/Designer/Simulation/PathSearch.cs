using Send.Core.Results;

namespace Send.Host.Designer.Simulation;

/// <summary>The mode "all paths": runs with other answers until every way of the definition was taken, nothing is left to try, or a limit is reached.</summary>
internal sealed class PathSearch(SimulationBench bench, SimulationScene scene, PathTrials trials, SimulationLimits limits)
{
    // Values of fields are many and seldom decide; so many runs in a row that bring nothing are enough.
    private const int Barren = 20;

    private readonly List<PathRun> runs = [];
    private SimulationOutcome? first;
    private int covered;

    /// <summary>The first run's result, with the paths of all runs.</summary>
    public async Task<Result<SimulationResult>> RunAsync(IProgress<SimulationProgress>? progress, CancellationToken hurry, CancellationToken ct)
    {
        if (await TryAsync(scene.Request, progress, hurry, ct) is { IsSuccess: false } refused)
        {
            return Result<SimulationResult>.Refused(refused.Errors);
        }

        var exhausted = await ExhaustAsync(progress, hurry, ct);
        foreach (var person in PathTrials.People(scene.Request))
        {
            if (exhausted && !IsComplete)
            {
                await TryAsync(person, progress, hurry, ct);
                exhausted = await ExhaustAsync(progress, hurry, ct);
            }
        }

        var barren = 0;
        while (exhausted && !IsComplete && barren < Barren && trials.NextField() is { } trial)
        {
            barren = await TryAsync(trial, progress, hurry, ct) is { IsSuccess: true, Value: > 0 } ? 0 : barren + 1;
            exhausted = await ExhaustAsync(progress, hurry, ct);
        }

        return first!.Result with { Paths = first.Paths.Of(scene), Runs = runs, Exhausted = exhausted };
    }

    private bool IsComplete => first!.Paths.Of(scene) is [var tested, ..] && tested.Ways.All(way => way.Count > 0);

    /// <summary>Tries every way that is known; false when a limit ended it.</summary>
    private async Task<bool> ExhaustAsync(IProgress<SimulationProgress>? progress, CancellationToken hurry, CancellationToken ct)
    {
        while (!IsComplete)
        {
            if (hurry.IsCancellationRequested || runs.Count >= limits.Runs)
            {
                return false;
            }

            if (trials.NextWay() is not { } trial)
            {
                return true;
            }

            await TryAsync(trial, progress, hurry, ct);
        }

        return true;
    }

    /// <summary>Runs one; answers how many ways it was the first to take.</summary>
    private async Task<Result<int>> TryAsync(SimulationRequest request, IProgress<SimulationProgress>? progress, CancellationToken hurry, CancellationToken ct)
    {
        var tell = progress is null ? null : new Relay(progress, first?.Paths.Of(scene)[0].Coverage ?? 0);
        var run = await bench.RunAsync(request, runs.Count + 1, tell, hurry, ct);
        if (!run.IsSuccess)
        {
            return Result<int>.Refused(run.Errors);
        }

        if (first is null)
        {
            first = run.Value;
        }
        else
        {
            first.Paths.Add(run.Value.Paths);
        }

        var now = first.Paths.Of(scene).Sum(paths => paths.Ways.Count(way => way.Count > 0));
        var found = now - covered;
        covered = now;
        runs.Add(new(runs.Count + 1, request, run.Value.Result.End.Kind, run.Value.Result.Case.Status, found));
        trials.Learn(run.Value);
        return found;
    }

    private sealed class Relay(IProgress<SimulationProgress> outer, int coverage) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => outer.Report(value with { Coverage = coverage });
    }
}
