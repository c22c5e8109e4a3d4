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
        for (var i = 0; i < Warmup; i++)
        {
            var warm = await office.StartCaseAsync(ct);
            await office.CompleteAsync(await office.PrepareCompletionAsync(warm, ct), ct);
        }

        return [await StartAsync(connection, ct), await CompleteAsync(connection, ct)];
    }

    private Task<Measurement> StartAsync(DbConnection connection, CancellationToken ct)
    {
        var none = new Dictionary<string, Guid>(StringComparer.Ordinal);
        return TakeTurnsAsync("start a case to its first task", () => office.StartCaseAsync(ct), connection, _ => none, ct);
    }

    /// <summary>Half of the cases are worked on by the product, the others stand for them in the floor.</summary>
    private async Task<Measurement> CompleteAsync(DbConnection connection, CancellationToken ct)
    {
        var completions = new Queue<CompleteTask>();
        var ids = new List<IReadOnlyList<string>>();
        for (var i = 0; i < Warmup + Rounds; i++)
        {
            completions.Enqueue(await office.PrepareCompletionAsync(await office.StartCaseAsync(ct), ct));
            ids.Add(await CaseIds.ReadAsync(connection, await office.StartCaseAsync(ct), ct));
        }

        var model = await office.StartCaseAsync(ct);
        completions = new([await office.PrepareCompletionAsync(model, ct), .. completions]);
        var modelIds = await CaseIds.ReadAsync(connection, model, ct);
        return await TakeTurnsAsync(
            "complete a task to the next", () => office.CompleteAsync(completions.Dequeue(), ct), connection, round => CaseIds.Between(modelIds, ids[round]), ct);
    }

    private async Task<Measurement> TakeTurnsAsync(
        string name, Func<Task> step, DbConnection connection, Func<int, IReadOnlyDictionary<string, Guid>> rows, CancellationToken ct)
    {
        WriteReplay replay;
        using (var recorder = new WriteRecorder())
        {
            await Task.Delay(WriteRecorder.Delay, TimeProvider.System, ct);
            await step();
            replay = new WriteReplay([.. recorder.Commands], office.UniqueTextColumns());
        }

        if (replay.Count == 0)
        {
            throw new InvalidOperationException($"{name} on {database} wrote nothing.");
        }

        var (values, floors) = (new List<double>(Rounds), new List<double>(Rounds));
        for (var round = 0; round < Warmup + Rounds; round++)
        {
            var here = rows(round);
            var floor = await TimeAsync(() => replay.RunAsync(connection, round, here, ct));
            var value = round < Warmup ? 0 : await TimeAsync(step);
            if (round >= Warmup)
            {
                floors.Add(floor);
                values.Add(value);
            }
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
