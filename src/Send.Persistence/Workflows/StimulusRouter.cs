using Microsoft.EntityFrameworkCore;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Engine;
using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>Finds the instances that a stimulus of the domain means, and runs their bursts.</summary>
internal sealed class StimulusRouter(SendDbContext db, InstanceSession session, BurstSeries bursts, IDefinitionSource definitions, TriggerIndex triggers, OperatorRouter operators, IIdGenerator ids, TimeProvider clock)
{
    /// <summary>Null when done; an error refuses the whole step.</summary>
    public Task<Error?> RunAsync(ProcessStimulus stimulus, CancellationToken ct) => stimulus switch
    {
        StartProcess start => StartAsync(start.DefinitionId, new(start.InstanceId.ToString("D")) { Input = start.Input, CorrelationId = start.CorrelationId }, ct),
        StartDispatched start => StartAsync(start.DefinitionId, start.Start, ct),
        StartVersion start => StartAsync(start.DefinitionId, start.Start, ct, start.DefinitionVersionId),
        TaskCompleted task => CompleteTaskAsync(task, ct),
        CaseEventRaised raised => RaiseAsync(raised, ct),
        ResumeBookmark resume => ResumeAsync(resume, ct),
        CancelProcess cancel => CancelAsync(cancel.InstanceId.ToString("D"), includeChildren: true, cancel.Reason, ct),
        CancelInstance cancel => CancelAsync(cancel.InstanceId, cancel.IncludeChildren, reason: null, ct),
        FireTimer timer => FireAsync(timer, ct),
        DeleteProcess delete => DeleteAsync(delete, ct),
        RetryInstance retry => operators.RetryAsync(retry, ct),
        WriteVariables write => operators.WriteAsync(write, ct),
        MoveInstance move => operators.MoveAsync(move, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(stimulus), stimulus.GetType().Name, "Not a stimulus that the runner knows."),
    };

    private async Task<Error?> StartAsync(string definitionId, StartStimulus start, CancellationToken ct, string? versionId = null)
    {
        if (await session.FindAsync(start.InstanceId, ct) is not null)
        {
            return null;
        }

        var workflow = versionId is null ? await definitions.FindAsync(definitionId, VersionOptions.Published, ct) : await definitions.FindByVersionIdAsync(versionId, ct);
        if (workflow is null)
        {
            return new Error("process.definition", $"There is no published workflow definition '{definitionId}'.");
        }

        await bursts.StartAsync(workflow, start, ct);
        return null;
    }

    private async Task<Error?> FireAsync(FireTimer timer, CancellationToken ct)
    {
        var trigger = await db.Set<StoredTrigger>().FirstOrDefaultAsync(row => row.Id == timer.TriggerId, ct);
        if (trigger is null || trigger.DueAt is not { } due || due > clock.GetUtcNow() || await definitions.FindByVersionIdAsync(trigger.DefinitionVersionId, ct) is not { } workflow)
        {
            return null;
        }

        trigger.DueAt = await triggers.NextAsync(trigger, workflow, ct);
        await bursts.StartAsync(workflow, new StartStimulus(ids.NewId()) { TriggerActivityId = trigger.ActivityId }, ct);
        return null;
    }

    private async Task<Error?> CompleteTaskAsync(TaskCompleted task, CancellationToken ct)
    {
        var instance = await session.FindAsync(task.WorkflowInstanceId.ToString("D"), ct);
        return instance?.Find(ProcessBookmarks.Task, new TaskStimulus(task.TaskId)) is { } bookmark && await bursts.RunAsync(instance, new ResumeStimulus(bookmark.Id), ct)
            ? null
            : new Error("process.not-waiting", "The process of this task has ended or no longer waits for it.", Kind: ErrorKind.Conflict);
    }

    private async Task<Error?> RaiseAsync(CaseEventRaised raised, CancellationToken ct)
    {
        var correlation = raised.CaseId.ToString("D");
        var stimulus = new CaseEventStimulus(raised.Name);
        await db.Set<StoredBookmark>().Where(row => row.CorrelationId == correlation && row.Name == ProcessBookmarks.CaseEvent).LoadAsync(ct);
        var candidates = db.Set<StoredBookmark>().Local
            .Where(row => row.CorrelationId == correlation && row.Name == ProcessBookmarks.CaseEvent && BookmarkMatch.Is(row.Hash, row.ActivityInstanceId, row.Name, stimulus))
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id, StringComparer.Ordinal).ToList();
        var input = new Dictionary<string, object?>(StringComparer.Ordinal) { [ProcessBookmarks.EventDataInput] = raised.Data };
        var met = false;
        foreach (var candidate in candidates)
        {
            // One of the others may have taken it away: withdrawal in the main process cancels its sub-process.
            met |= await session.FindAsync(candidate.InstanceId, ct) is { } instance && await bursts.RunAsync(instance, new ResumeStimulus(candidate.Id, input), ct);
        }

        return met || !raised.Required
            ? null
            : new Error("process.nobody-waits", $"Nothing in this case waits for '{raised.Name}' at the moment.", Kind: ErrorKind.Conflict);
    }

    private async Task<Error?> ResumeAsync(ResumeBookmark resume, CancellationToken ct)
    {
        var instance = await session.FindAsync(resume.InstanceId, ct);
        if (instance is not null && !await bursts.RunAsync(instance, new ResumeStimulus(resume.BookmarkId, resume.Input), ct)
            && await db.Set<StoredBookmark>().FirstOrDefaultAsync(row => row.Id == resume.BookmarkId, ct) is { } orphan
            && instance.State.Bookmarks.All(bookmark => !string.Equals(bookmark.Id, orphan.Id, StringComparison.Ordinal)))
        {
            // A row that its state does not know would come up as due for ever.
            db.Remove(orphan);
        }

        return null;
    }

    private async Task<Error?> CancelAsync(string instanceId, bool includeChildren, string? reason, CancellationToken ct)
    {
        bursts.CancelReason ??= reason;
        if (await session.FindAsync(instanceId, ct) is { } instance)
        {
            await bursts.RunAsync(instance, new CancelStimulus(includeChildren), ct);
        }

        return null;
    }

    private async Task<Error?> DeleteAsync(DeleteProcess delete, CancellationToken ct)
    {
        foreach (var id in delete.InstanceIds)
        {
            if (await session.FindAsync(id, ct) is not { } instance)
            {
                continue;
            }

            if (instance.State.Status == WorkflowStatus.Running)
            {
                await bursts.RunAsync(instance, new CancelStimulus(IncludeChildren: true), ct);
            }

            session.Delete(instance);
        }

        return null;
    }
}
