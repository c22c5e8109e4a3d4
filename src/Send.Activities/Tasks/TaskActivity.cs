using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Processes;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Activities.Tasks;

/// <summary>Base of the activities that order a human task and wait until it is submitted. An activity may order several, one after the other or beside each other.
/// When its branch of the workflow is left, its open tasks are cancelled in the same transaction.</summary>
public abstract class TaskActivity : Activity
{
    private const string TaskIdsKey = "TaskIds";
    private const string CountKey = "TaskCount";

    /// <summary>Whose queue the task goes to.</summary>
    public abstract Input<StaffRole> Role { get; set; }

    /// <summary>What the due date is counted from; used together with <see cref="DueOffset"/>.</summary>
    [Input(DisplayName = "Due counted from", Category = "Deadline", Description = "Used with an offset: the day from which the due date is counted.", DefaultValue = DeadlineAnchor.TaskOpened)]
    public Input<DeadlineAnchor> DueAnchor { get; set; } = new(DeadlineAnchor.TaskOpened);

    /// <summary>Days after (negative: before) the anchor; empty to take the deadline of the case's plan.</summary>
    [Input(DisplayName = "Due offset in days", Category = "Deadline", Description = "Days after the anchor, negative for days before. Empty: as the case's deadline plan says.")]
    public Input<int?> DueOffset { get; set; } = new((int?)null);

    /// <summary>Counts working days instead of calendar days.</summary>
    [Input(DisplayName = "Working days", Category = "Deadline", Description = "Count working days of the office instead of calendar days.", DefaultValue = false)]
    public Input<bool> DueWorkingDays { get; set; } = new(false);

    /// <summary>Stage that the case moves to when the activity begins; null to leave it.</summary>
    protected virtual CaseStage? StageOf(ActivityExecutionContext context) => null;

    /// <summary>Begins: moves the case to the activity's stage and orders the first task.</summary>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (StageOf(context) is { } stage)
        {
            await context.GetRequiredService<CaseDesk>().MoveToAsync(context.CaseId(), stage, context.CancellationToken);
        }

        await BeginAsync(context);
    }

    /// <summary>Orders the first task, or completes at once when none is needed.</summary>
    protected abstract ValueTask BeginAsync(ActivityExecutionContext context);

    /// <summary>A task was submitted: orders the next one or completes.</summary>
    protected abstract ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task);

    /// <summary>Orders a task with a form and waits for it.</summary>
    protected ValueTask OrderAsync(ActivityExecutionContext context, string form) => OrderAsync(context, new TaskPart(form));

    /// <summary>Orders a task and waits for it.</summary>
    protected async ValueTask OrderAsync(ActivityExecutionContext context, TaskPart part)
    {
        var count = context.GetProperty<int>(CountKey) + 1;
        var id = await context.GetRequiredService<TaskDesk>().OpenAsync(
            new TaskOrder
            {
                CaseId = context.CaseId(),
                FormId = part.Form,
                Title = part.Title,
                Stage = part.Stage ?? StageOf(context),
                Role = part.Role ?? context.Get(Role),
                Outcomes = part.Outcomes,
                Due = part.Due ?? DueOf(context),
                WorkflowInstanceId = context.InstanceId(),
                ActivityInstanceId = count == 1 ? context.Id : $"{context.Id}:{count}",
            },
            context.CancellationToken);
        context.SetProperty(CountKey, count);
        context.SetProperty(TaskIdsKey, string.Join(',', OpenTasks(context).Append(id)));
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = ProcessBookmarks.Task,
            Stimulus = new TaskStimulus(id),
            Callback = OnTaskSubmittedAsync,
            IncludeActivityInstanceId = false,
        });
    }

    /// <summary>Called when the bookmark of a task is resumed.</summary>
    protected async ValueTask OnTaskSubmittedAsync(ActivityExecutionContext context)
    {
        var desk = context.GetRequiredService<TaskDesk>();
        foreach (var id in OpenTasks(context))
        {
            if (await desk.TakeInAsync(id, context.CancellationToken) is { } task)
            {
                Forget(context, id);
                await SubmittedAsync(context, task);
            }
        }
    }

    /// <summary>Cancels the tasks for which the activity waits.</summary>
    protected static async ValueTask CancelTasksAsync(ActivityExecutionContext context)
    {
        foreach (var id in OpenTasks(context))
        {
            Forget(context, id);
            await context.GetRequiredService<TaskDesk>().CancelAsync(id, context.CancellationToken);
        }
    }

    /// <summary>Cancels the open tasks when this activity is cancelled.</summary>
    protected override async ValueTask OnSignalReceivedAsync(object signal, SignalContext context)
    {
        if (signal is CancelSignal && context.SenderActivityExecutionContext == context.ReceiverActivityExecutionContext)
        {
            await CancelTasksAsync(context.ReceiverActivityExecutionContext);
        }

        await base.OnSignalReceivedAsync(signal, context);
    }

    private static List<Guid> OpenTasks(ActivityExecutionContext context) =>
        [.. (context.GetProperty<string>(TaskIdsKey) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    private static void Forget(ActivityExecutionContext context, Guid id) =>
        context.SetProperty(TaskIdsKey, string.Join(',', OpenTasks(context).Where(other => other != id)));

    private DueRule? DueOf(ActivityExecutionContext context) =>
        context.Get(DueOffset) is { } days ? new(context.Get(DueAnchor), days, context.Get(DueWorkingDays)) : null;
}

/// <summary>One task of an activity.</summary>
public sealed record TaskPart(string Form)
{
    /// <summary>Replaces the form's title.</summary>
    public string? Title { get; init; }

    /// <summary>Null for the activity's stage.</summary>
    public CaseStage? Stage { get; init; }

    /// <summary>Null for the activity's role.</summary>
    public StaffRole? Role { get; init; }

    /// <summary>Empty for the form's own outcomes.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Null for the activity's rule, and without one for the case's plan.</summary>
    public DueRule? Due { get; init; }
}
