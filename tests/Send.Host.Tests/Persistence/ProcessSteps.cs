using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Tasks;
using Send.Persistence.Workflows;

namespace Send.Host.Tests.Persistence;

/// <summary>What a handler of the domain does, reduced to what these tests need.</summary>
internal static class ProcessSteps
{
    /// <summary>Opens a case and starts its process, in one step.</summary>
    public static async Task<SendCase> OpenCaseAsync(this StoreHost host, string definitionId)
    {
        var result = await host.Runner.RunAsync<SendCase>(
            async (step, _) =>
            {
                var opened = await host.AddCaseAsync(step.Data);
                step.Add(new StartProcess(definitionId, opened.WorkflowInstanceId!.Value, opened.Id.ToString("D"), new Dictionary<string, object?>(StringComparer.Ordinal)));
                return opened;
            },
            CancellationToken.None);
        Assert.True(result.IsSuccess, result.IsSuccess ? "" : result.Errors[0].Message);
        return result.Value;
    }

    /// <summary>Completes a task unless somebody has done so.</summary>
    public static Task<Result<bool>> CompleteAsync(this StoreHost host, Guid taskId) => host.Runner.RunAsync<bool>(
        async (step, ct) =>
        {
            var task = await step.Data.Tasks.SingleAsync(row => row.Id == taskId, ct);
            if (!task.IsOpen)
            {
                return new Error("task.closed", "Somebody was faster.", Kind: ErrorKind.Conflict);
            }

            task.Complete("done", "{}", byId: null, "tester", host.Clock.GetUtcNow());
            step.Add(new TaskCompleted(task.WorkflowInstanceId, task.Id));
            return true;
        },
        CancellationToken.None);

    /// <summary>All tasks of the case, open ones first, by form.</summary>
    public static Task<List<CaseTask>> TasksAsync(this StoreHost host, Guid caseId) => host.InScopeAsync(db =>
        db.Tasks.AsNoTracking().Where(row => row.CaseId == caseId).OrderByDescending(row => row.IsOpen).ThenBy(row => row.FormId).ToListAsync());

    public static async Task<Guid> OpenTaskAsync(this StoreHost host, Guid caseId, string form) =>
        (await host.TasksAsync(caseId)).Single(row => row.IsOpen && row.FormId == form).Id;

    /// <summary>Number of rows of everything that a step can write; the history of definitions is not a step's.</summary>
    public static Task<string> CountsAsync(this StoreHost host) => host.InScopeAsync(async db =>
        $"cases {await db.Cases.CountAsync()}, tasks {await db.Tasks.CountAsync()}, open {await db.Tasks.CountAsync(row => row.IsOpen)}, "
        + $"instances {await db.Set<StoredInstance>().CountAsync()}, bookmarks {await db.Set<StoredBookmark>().CountAsync()}, "
        + $"journal {await db.Set<JournalBurst>().CountAsync()}, outbox {await db.Outbox.CountAsync()}, audit {await db.Audit.CountAsync(entry => !entry.Kind.StartsWith("definition."))}");
}
