using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>What a person in the designer does to instances; each call is one transaction and audited (`instance.*`, in the case's history where there is one). A case and its
/// process stay consistent: stopping the process ends the case, and the process of an open case cannot be deleted (docs/processes.md).</summary>
internal sealed class InstanceControl(IProcessRunner runner, TimeProvider clock)
{
    /// <summary>Stops an instance and those it started. True when it ran. The main process of an open case takes the case with it (`Cancelled`), which asks for
    /// <see cref="Permission.SteerCases"/>; with <paramref name="sparesCases"/> such a process is left alone instead.</summary>
    public Task<Result<bool>> CancelAsync(string id, Actor actor, bool sparesCases, CancellationToken ct) => runner.RunAsync<bool>(
        async (step, token) =>
        {
            if (await FindAsync(step, id, token) is not { } found)
            {
                return InstanceErrors.Missing(id);
            }

            if (found.Row.Status == Engine.WorkflowStatus.Finished || (sparesCases && found.IsMainOfOpenCase))
            {
                return false;
            }

            if (found.IsMainOfOpenCase)
            {
                if (!actor.Can(Permission.SteerCases))
                {
                    return new Error("case.forbidden", $"This is the process of case {found.Case!.Code}: stopping it ends the case, which you may not do.", Kind: ErrorKind.Forbidden);
                }

                await step.Services.GetRequiredService<CaseDesk>().ChangeStatusAsync(found.Case!.Id, CaseStatus.Cancelled, Reason(actor), token);
            }

            Record(step, "instance.cancelled", actor, found);
            step.Add(new CancelInstance(id, IncludeChildren: true));
            return true;
        },
        ct);

    /// <summary>Removes an instance with its journal. `instance.of-open-case` for every process of a case that has not ended.</summary>
    public Task<Result<bool>> DeleteAsync(string id, Actor actor, CancellationToken ct) => runner.RunAsync<bool>(
        async (step, token) =>
        {
            if (await FindAsync(step, id, token) is not { } found)
            {
                return InstanceErrors.Missing(id);
            }

            if (found.Case is { IsEnded: false } open)
            {
                return new Error("instance.of-open-case", $"This is a process of case {open.Code}, which is open. End the case first; its process stays as long as the case does.", Kind: ErrorKind.Conflict);
            }

            if (found.IsMain)
            {
                found.Case!.WorkflowInstanceId = null;
            }

            Record(step, "instance.deleted", actor, found);
            step.Add(new DeleteProcess([id]));
            return true;
        },
        ct);

    /// <summary>Runs what has failed again.</summary>
    public Task<Result<bool>> RetryAsync(string id, IReadOnlyCollection<string>? activityIds, Actor actor, CancellationToken ct) => runner.RunAsync<bool>(
        async (step, token) =>
        {
            if (await FindAsync(step, id, token) is not { } found)
            {
                return InstanceErrors.Missing(id);
            }

            Record(step, "instance.retried", actor, found, new { activities = activityIds });
            step.Add(new RetryInstance(id, activityIds));
            return true;
        },
        ct);

    /// <summary>Gives variables other values, by id or name; the history names the variables only.</summary>
    public Task<Result<bool>> WriteAsync(string id, IReadOnlyDictionary<string, object?> values, Actor actor, CancellationToken ct) => runner.RunAsync<bool>(
        async (step, token) =>
        {
            if (await FindAsync(step, id, token) is not { } found)
            {
                return InstanceErrors.Missing(id);
            }

            Record(step, "instance.variables", actor, found, new { names = string.Join(", ", values.Keys) });
            step.Add(new WriteVariables(id, values));
            return true;
        },
        ct);

    private static string Reason(Actor actor) => actor.Language == "it" ? $"Processo fermato nel designer da {actor.Name}" : $"Process stopped in the designer by {actor.Name}";

    private static async Task<Found?> FindAsync(ProcessStep step, string id, CancellationToken ct)
    {
        var row = await step.Services.GetRequiredService<SendDbContext>().Set<StoredInstance>().AsNoTracking().Where(instance => instance.Id == id)
            .Select(instance => new InstanceHead(instance.Id, instance.DefinitionId, instance.Status, instance.CorrelationId)).FirstOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        var main = Guid.TryParse(id, out var guid) ? await step.Data.Cases.FirstOrDefaultAsync(one => one.WorkflowInstanceId == guid, ct) : null;
        var known = main ?? (Guid.TryParse(row.CorrelationId, out var caseId) ? await step.Data.Cases.FirstOrDefaultAsync(one => one.Id == caseId, ct) : null);
        return new(row, known, main is not null);
    }

    private void Record(ProcessStep step, string kind, Actor actor, Found found, object? facts = null) =>
        step.Data.Audit.Add(AuditLine.Of(kind, actor, clock, found.Case?.Id, data: facts ?? new { instance = found.Row.Id, definition = found.Row.DefinitionId }));

    private sealed record InstanceHead(string Id, string DefinitionId, Engine.WorkflowStatus Status, string? CorrelationId);

    /// <summary>An instance and the case that it works for.</summary>
    private sealed record Found(InstanceHead Row, SendCase? Case, bool IsMain)
    {
        public bool IsMainOfOpenCase => IsMain && Case is { IsEnded: false };
    }
}
