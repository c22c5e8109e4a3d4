using System.Data.Common;
using System.Diagnostics;
using Send.Core.Tasks;

namespace Send.Benchmarks;

/// <summary>
/// The two steps that staff wait for, on one database: start a case to its first task, and complete a task to the next. The product and the
/// floor take turns, so that both see the same machine.
/// </summary>
internal sealed class CaseMeasurements(Office office, Func<CancellationToken, Task<DbConnection>> connect, string database)
{
    private const int Warmup = 40;
    private const int Rounds = 200;

    public async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken ct)
    {
        await using var connection = await connect(ct);
        var unique = office.UniqueTextColumns();
        for (var i = 0; i < Warmup; i++)
        {
            var warm = await office.StartCaseAsync(ct);
            await office.CompleteAsync(await office.PrepareCompletionAsync(warm, ct), ct);
        }

        var cases = new List<Guid>();
        var start = await TakeTurnsAsync("start a case to its first task", async () => cases.Add(await office.StartCaseAsync(ct)), connection, unique, ct);

        var completions = new Queue<CompleteTask>();
        foreach (var id in cases)
        {
            completions.Enqueue(await office.PrepareCompletionAsync(id, ct));
        }

        var complete = await TakeTurnsAsync(
            "complete a task to the next", async () => await office.CompleteAsync(completions.Dequeue(), ct), connection, unique, ct);
        return [start, complete];
    }

    private async Task<Measurement> TakeTurnsAsync(string name, Func<Task> step, DbConnection connection, IReadOnlySet<string> unique, CancellationToken ct)
    {
        WriteReplay replay;
        using (var recorder = new WriteRecorder())
        {
            await step();
            replay = new WriteReplay([.. recorder.Commands], unique);
        }

        if (replay.Count == 0)
        {
            throw new InvalidOperationException($"{name} on {database} wrote nothing.");
        }

        var (values, floors) = (new List<double>(Rounds), new List<double>(Rounds));
        for (var round = -Warmup; round < Rounds - 1; round++)
        {
            var floor = await TimeAsync(() => replay.RunAsync(connection, round + Warmup, ct));
            if (round < 0)
            {
                continue;
            }

            floors.Add(floor);
            values.Add(await TimeAsync(step));
        }

        return Measurement.Of(name, database, values, floors, bound: null);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(since).TotalMicroseconds;
    }
}
