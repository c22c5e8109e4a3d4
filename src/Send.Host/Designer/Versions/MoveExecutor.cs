using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Outbox;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Engine.Migration;
using Send.Engine.Serialization;
using Send.Host.Infrastructure.Jobs;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Versions;

/// <summary>Moves one instance. The move, its line in the case's history and the note that it is done are one transaction; so is the note that it was refused.</summary>
internal sealed class MoveExecutor(IProcessRunner runner, CheckMovesReader reader, TimeProvider clock) : IOutboxExecutor
{
    internal static readonly JsonSerializerOptions Json = new(PlainJson.Options) { Converters = { new JsonStringEnumConverter() }, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true };

    public static MoveItem Read(string payload) => JsonSerializer.Deserialize<MoveItem>(payload, Json) ?? throw new InvalidOperationException("A move has no payload.");

    public async Task ExecuteAsync(OutboxItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        var move = Read(item.Payload);
        var moved = await runner.RunAsync<bool>((step, token) => MoveAsync(step, item, move, token), ct);
        if (moved.IsSuccess)
        {
            return;
        }

        if (moved.Errors[0].Code == "process.busy")
        {
            throw new InvalidOperationException(moved.Errors[0].Message);
        }

        // Looked at again only to say why; the row says it in the reader's language later.
        var lines = await reader.LinesAsync(move, ct);
        var refusal = moved.Errors[0];
        var isGone = refusal.Code == "instance.not-found" || lines.Any(line => line.Kind is VersionMoveKind.Ended);
        var noted = await runner.RunAsync<bool>(
            async (step, token) =>
            {
                await NoteAsync(step, item, move with { Outcome = isGone ? MoveOutcome.Gone : MoveOutcome.Refused, Lines = lines, Why = lines.Count == 0 ? refusal : null }, token);
                step.Data.Record(Change(move), "case.move-refused", item.CaseId, facts: new { workflow = move.Workflow, version = move.From, target = move.To });
                return true;
            },
            ct);
        if (!noted.IsSuccess)
        {
            throw new InvalidOperationException(noted.Errors[0].Message);
        }
    }

    private async Task<Result<bool>> MoveAsync(ProcessStep step, OutboxItem item, MoveItem move, CancellationToken ct)
    {
        if (await NoteAsync(step, item, move with { Outcome = MoveOutcome.Moved }, ct))
        {
            step.Add(new MoveInstance(move.InstanceId, move.VersionId, move.Values));
            step.Data.Record(Change(move), "case.moved", item.CaseId, facts: new { workflow = move.Workflow, version = move.From, target = move.To });
        }

        return true;
    }

    /// <summary>False when it was done before, or taken back.</summary>
    private async Task<bool> NoteAsync(ProcessStep step, OutboxItem item, MoveItem move, CancellationToken ct)
    {
        var row = await step.Data.Outbox.FirstOrDefaultAsync(stored => stored.Id == item.Id, ct);
        if (row is not { DoneAt: null })
        {
            return false;
        }

        row.DoneAt = clock.GetUtcNow();
        row.LeasedUntil = null;
        row.Error = null;
        row.Payload = JsonSerializer.Serialize(move, Json);
        return true;
    }

    private ChangeContext Change(MoveItem move) => new(move.ActorId, move.ActorName, clock.GetUtcNow());
}
