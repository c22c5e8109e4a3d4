using System.Text.Json.Nodes;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Computations;
using Send.Core.Data;
using Send.Core.Deadlines;
using Send.Core.Forms;

namespace Send.Core.Tasks;

/// <summary>Opens, reads and cancels the human tasks of workflows within the current step.</summary>
public sealed class TaskDesk(SendData data, CaseDesk cases, DeadlineBook deadlines, FormCatalog forms, CaseComputations computations, TimeProvider clock)
{
    /// <summary>Opens a task: it takes over the planned deadline of its form, or gets one by the order's rule. Returns the task's id.</summary>
    public async Task<Guid> OpenAsync(TaskOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        var sendCase = await cases.GetAsync(order.CaseId, ct);
        var change = ChangeContext.System(clock);
        var taskId = Guid.CreateVersion7(change.At);
        var deadline = await deadlines.TakeAsync(sendCase, order, taskId, ct);
        var task = new CaseTask
        {
            Id = taskId,
            CaseId = order.CaseId,
            FormId = order.FormId,
            Title = string.IsNullOrWhiteSpace(order.Title) ? null : order.Title.Trim(),
            Stage = order.Stage ?? sendCase.Stage,
            HardGate = deadline.Hard,
            Outcomes = string.Join(',', order.Outcomes.Count > 0 ? order.Outcomes : OutcomesOf(order.FormId)),
            Computed = (await computations.ForAsync(order.FormId, order.CaseId, ct))?.ToJsonString(),
            WorkflowInstanceId = order.WorkflowInstanceId,
            ActivityInstanceId = order.ActivityInstanceId,
            OpenedAt = change.At,
        };
        data.Tasks.Add(task.Queue(order.Role, deadline.Due));
        data.Record(change, "task.opened", order.CaseId, taskId, new { form = order.FormId, role = order.Role, due = deadline.Due });
        return taskId;
    }

    /// <summary>The submitted task, whose deadline is met with it; null while it is not done.</summary>
    public async Task<SubmittedTask?> TakeInAsync(Guid taskId, CancellationToken ct)
    {
        if (await data.Tasks.FindAsync([taskId], ct) is not { State: TaskState.Done, Outcome: { } outcome } task)
        {
            return null;
        }

        await deadlines.MeetAsync(taskId, ct);
        var submitted = task.Data is { } json && JsonNode.Parse(json) is JsonObject values ? values : [];
        return new(task.Id, task.CaseId, task.FormId, outcome, submitted, task.DoneByName ?? "");
    }

    private IReadOnlyList<string> OutcomesOf(string formId) => [.. forms.Get(formId).Outcomes.Select(outcome => outcome.Name)];

    /// <summary>Cancels the task and its deadline when it is still open: its branch of the workflow was left.</summary>
    public async Task CancelAsync(Guid taskId, CancellationToken ct)
    {
        if (await data.Tasks.FindAsync([taskId], ct) is not { IsOpen: true } task)
        {
            return;
        }

        var change = ChangeContext.System(clock);
        task.Cancel(change.At);
        await deadlines.CancelOfTaskAsync(taskId, ct);
        data.Record(change, "task.cancelled", task.CaseId, taskId, new { form = task.FormId });
    }
}
