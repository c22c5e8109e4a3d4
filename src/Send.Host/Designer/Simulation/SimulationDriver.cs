using Send.Core.Deadlines;
using Send.Core.Results;
using Send.Core.Time;

namespace Send.Host.Designer.Simulation;

/// <summary>Takes a case through its workflow: whatever comes first of the timers, the chosen events and the tasks at their pace, until nothing comes any more.</summary>
internal sealed class SimulationDriver(SimulationWorld world, SimulationRequest request, SimulationLimits limits, TaskFiller filler, WorkingCalendar calendar)
{
    private readonly List<SimulationFinding> findings = [];
    private readonly HashSet<Guid> stubborn = [];
    private readonly Dictionary<(string Activity, string Form), int> done = [];
    private readonly Dictionary<string, DateTimeOffset> firstOpen = new(StringComparer.Ordinal);
    private readonly HashSet<int> raised = [];

    /// <summary>What went wrong while driving.</summary>
    public IReadOnlyList<SimulationFinding> Findings => findings;

    /// <summary>The occurrence of each task that was done or tried, by its id.</summary>
    public Dictionary<Guid, int> Occurrences { get; } = [];

    /// <summary>The first day on which the process waited for each event that it waited for.</summary>
    public Dictionary<string, DateOnly> Awaited { get; } = new(StringComparer.Ordinal);

    /// <summary>Drives the case to its end. <paramref name="hurry"/> ends the run as a limit; <paramref name="ct"/> throws.</summary>
    public async Task<SimulationEnd> RunAsync(Guid caseId, int run, IProgress<SimulationProgress>? progress, CancellationToken hurry, CancellationToken ct)
    {
        var horizon = world.Clock.Now.AddYears(limits.Years);
        for (var step = 0; ; step++)
        {
            ct.ThrowIfCancellationRequested();
            await world.SettleAsync(ct);
            var sight = await SimulationSight.LookAsync(world, caseId, ct);
            progress?.Report(new(run, step, OfficeDay.Of(world.Clock.Now)));
            if (sight.Ended is { } kind)
            {
                return End(kind, step, null, []);
            }

            foreach (var task in sight.Tasks)
            {
                firstOpen.TryAdd(task.Form, task.OpenedAt);
            }

            foreach (var name in sight.Events)
            {
                Awaited.TryAdd(name, OfficeDay.Of(world.Clock.Now));
            }

            var next = Next(sight);
            if (next is null)
            {
                return End(sight.CaseEnded ? SimulationEndKind.Finished : SimulationEndKind.Stuck, step, null, sight.WaitsFor);
            }

            if (Exceeded(next.At, horizon, step, hurry) is { } limit)
            {
                return End(SimulationEndKind.Limit, step, limit, sight.WaitsFor);
            }

            world.Clock.MoveTo(next.At);
            await DoAsync(caseId, next, ct);
        }
    }

    private string? Exceeded(DateTimeOffset next, DateTimeOffset horizon, int step, CancellationToken hurry) =>
        hurry.IsCancellationRequested ? "seconds" : step >= limits.Steps ? "steps" : next > horizon ? "years" : null;

    private SimulationEnd End(SimulationEndKind kind, int steps, string? limit, IReadOnlyList<string> waits) => new(kind, OfficeDay.Of(world.Clock.Now), steps, limit, waits);

    /// <summary>Of what comes at the same moment, timers are first, then events, then tasks by their due dates.</summary>
    private Move? Next(SimulationSight sight)
    {
        var moves = new List<Move>();
        if (sight.NextTimer is { } timer)
        {
            moves.Add(new(timer, 0));
        }

        foreach (var (index, said) in request.Events.Index().Where(pair => !raised.Contains(pair.Index)))
        {
            if (MomentOf(said) is { } at)
            {
                moves.Add(new(at, 1, Event: index));
            }
        }

        moves.AddRange(sight.Tasks.Where(task => !stubborn.Contains(task.Id)).Select(task => new Move(RipeAt(task), 2, Task: task)));
        var now = world.Clock.Now;
        return moves.OrderBy(move => move.At < now ? now : move.At).ThenBy(move => move.Rank).ThenBy(move => move.Task?.Due ?? DateOnly.MaxValue)
            .ThenBy(move => move.Task?.Form, StringComparer.Ordinal).ThenBy(move => move.Task?.Activity, StringComparer.Ordinal).FirstOrDefault();
    }

    private DateTimeOffset? MomentOf(SimulationEvent said)
    {
        if (said.On is { } day)
        {
            return SimulationScene.At(day, 11);
        }

        if (said.Form is null)
        {
            return SimulationScene.At(request.Enrolled!.Value.AddDays(said.After), 11);
        }

        return firstOpen.TryGetValue(said.Form, out var opened) ? SimulationScene.At(OfficeDay.Of(opened).AddDays(said.After), said.After == 0 ? 9 : 11) : null;
    }

    private DateTimeOffset RipeAt(OpenTask task)
    {
        var opened = OfficeDay.Of(task.OpenedAt);
        var pace = request.PaceDays!.Value;
        var day = request.Pace switch
        {
            SimulationPace.OnDue => task.Due ?? calendar.Add(opened, pace),
            SimulationPace.Late => calendar.Add(task.Due > opened ? task.Due.Value : opened, Math.Max(pace, 1)),
            _ => Earlier(pace == 0 ? opened : calendar.Add(opened, pace), task.Due >= opened ? task.Due : null),
        };
        var at = SimulationScene.At(day < opened ? opened : day, 10);
        return at < task.OpenedAt ? task.OpenedAt : at;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly? other) => other < one ? other.Value : one;

    private async Task DoAsync(Guid caseId, Move move, CancellationToken ct)
    {
        if (move.Event is { } index)
        {
            raised.Add(index);
            await RaiseAsync(caseId, request.Events[index], ct);
        }
        else if (move.Task is { } task)
        {
            await CompleteAsync(task, ct);
        }
    }

    private async Task RaiseAsync(Guid caseId, SimulationEvent said, CancellationToken ct)
    {
        var result = await filler.RaiseAsync(caseId, said, ct);
        if (!result.IsSuccess)
        {
            Note("event", said.Name, result.Errors);
        }
    }

    private async Task CompleteAsync(OpenTask task, CancellationToken ct)
    {
        var occurrence = done.GetValueOrDefault((task.Activity, task.Form)) + 1;
        done[(task.Activity, task.Form)] = occurrence;
        Occurrences[task.Id] = occurrence;
        var answer = request.Answers.LastOrDefault(one =>
            (one.Activity is null || one.Activity == task.Activity) && (one.Form is null || one.Form == task.Form) && one.Occurrence == occurrence);
        var result = await filler.CompleteAsync(task, answer, ct);
        if (!result.IsSuccess)
        {
            // It stays open, and what waits for it waits; everything else goes on.
            stubborn.Add(task.Id);
            Note("refused", task.Form, result.Errors);
        }
    }

    private void Note(string code, string about, IReadOnlyList<Error> errors) =>
        findings.Add(new(code, OfficeDay.Of(world.Clock.Now), about, string.Join(" ", errors.Select(error => $"{error.Field?.Replace("/data/", "", StringComparison.Ordinal)}: {error.Message}".TrimStart(':', ' ')))));

    private sealed record Move(DateTimeOffset At, int Rank, int? Event = null, OpenTask? Task = null);
}
