using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Core.Time;

namespace Send.Core.Deadlines;

/// <summary>Plans, meets, moves and cancels the deadlines of a case within the current step, with their reminders.</summary>
public sealed class DeadlineBook(SendData data, DeadlinePlan plan, DeadlinePlanner planner, ReminderSchedule reminders, TimeProvider clock)
{
    private static readonly DueRule Fallback = new(DeadlineAnchor.TaskOpened, 5, WorkingDays: true);

    /// <summary>Plans a new case: every step of the plan that its stay has. The answer says which of them had to be compressed, since their day had passed.</summary>
    public StayPlan Plan(SendCase sendCase)
    {
        ArgumentNullException.ThrowIfNull(sendCase);
        var made = planner.Plan(StayDates.Of(sendCase), clock.Today());
        foreach (var planned in made.Steps)
        {
            Add(sendCase, planned, 1);
        }

        return made;
    }

    /// <summary>The deadline that a new task shall meet: the planned one of its form, or a new one by the order's rule or the plan's. It gets the task's id.</summary>
    public async Task<Deadline> TakeAsync(SendCase sendCase, TaskOrder order, Guid taskId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sendCase);
        ArgumentNullException.ThrowIfNull(order);
        var known = await OfCodeAsync(sendCase.Id, order.FormId, ct);
        var deadline = known.Where(row => IsOpen(row) && row.TaskId is null).MinBy(row => row.Occurrence);
        if (deadline is not null && order.Due is not null)
        {
            // The designer's rule counts; the planned one would only remind a second time.
            End(deadline, DeadlineState.Cancelled);
            deadline = null;
        }

        deadline ??= Add(sendCase, order.FormId, Next(known), order.Role, order.Due ?? RuleOf(sendCase, order.FormId), order.HardGate || plan.Find(order.FormId)?.Hard == true);
        deadline.TaskId = taskId;
        return deadline;
    }

    /// <summary>Plans a deadline; a planned one of that code that no task has taken yet is replaced.</summary>
    public async Task<Deadline> SetAsync(SendCase sendCase, string code, StaffRole role, DueRule rule, bool hard, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sendCase);
        ArgumentNullException.ThrowIfNull(rule);
        var known = await OfCodeAsync(sendCase.Id, code, ct);
        foreach (var row in known.Where(row => row.State == DeadlineState.Planned && row.TaskId is null))
        {
            End(row, DeadlineState.Cancelled);
        }

        return Add(sendCase, code, Next(known), role, rule, hard);
    }

    /// <summary>The task was done: its deadline is met, late or not, and reminds nobody any more.</summary>
    public Task MeetAsync(Guid taskId, CancellationToken ct) => EndOfTaskAsync(taskId, DeadlineState.Met, ct);

    /// <summary>The task was cancelled: its deadline goes with it.</summary>
    public Task CancelOfTaskAsync(Guid taskId, CancellationToken ct) => EndOfTaskAsync(taskId, DeadlineState.Cancelled, ct);

    /// <summary>The case has ended: whatever is still planned is cancelled.</summary>
    public async Task CancelAllAsync(Guid caseId, CancellationToken ct)
    {
        await data.Deadlines.Include(row => row.Reminders).Where(row => row.CaseId == caseId).LoadAsync(ct);
        foreach (var deadline in data.Deadlines.Local.Where(row => row.CaseId == caseId && (IsOpen(row) || row.State == DeadlineState.Paused)).ToList())
        {
            End(deadline, DeadlineState.Cancelled);
        }
    }

    /// <summary>The dates of the case have moved: deadlines that are open and that nobody pinned move with their anchors, and their tasks' due dates with them.
    /// Steps that a longer stay has are added, those that a shorter one has not are cancelled.</summary>
    public async Task ReplanAsync(SendCase sendCase, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sendCase);
        var (today, dates) = (clock.Today(), StayDates.Of(sendCase));
        var open = await OpenAsync(sendCase.Id, ct);
        foreach (var deadline in planner.Shrunk(open, dates))
        {
            End(deadline, DeadlineState.Cancelled);
        }

        foreach (var move in planner.Replan(open, dates, today))
        {
            var deadline = move.Deadline;
            (deadline.OffsetDays, deadline.Due, deadline.State) = (move.OffsetDays, move.New, DeadlineState.Planned);
            Remind(deadline);
            if (deadline.TaskId is { } taskId && await data.Tasks.FindAsync([taskId], ct) is { IsOpen: true } task)
            {
                task.MoveDue(deadline.Due);
            }
        }

        var known = data.Deadlines.Local.Where(row => row.CaseId == sendCase.Id).ToList();
        foreach (var planned in planner.Grown(known, dates, today))
        {
            Add(sendCase, planned, Next([.. known.Where(row => row.Code == planned.Step.Code)]));
        }
    }

    /// <summary>The case rests: no deadline reminds anybody until <see cref="ResumeAsync"/>.</summary>
    public async Task HoldAsync(Guid caseId, CancellationToken ct)
    {
        foreach (var deadline in await OpenAsync(caseId, ct))
        {
            End(deadline, DeadlineState.Paused);
        }
    }

    /// <summary>The case goes on: what passed in the meantime gets the days again that it had left on <paramref name="heldOn"/>.</summary>
    public async Task ResumeAsync(Guid caseId, DateOnly heldOn, CancellationToken ct)
    {
        await data.Deadlines.Include(row => row.Reminders).Where(row => row.CaseId == caseId).LoadAsync(ct);
        foreach (var deadline in data.Deadlines.Local.Where(row => row.CaseId == caseId && row.State == DeadlineState.Paused).ToList())
        {
            (deadline.Due, deadline.State) = (planner.Resume(deadline, heldOn, clock.Today()), DeadlineState.Planned);
            Remind(deadline);
            if (deadline.TaskId is { } taskId && await data.Tasks.FindAsync([taskId], ct) is { IsOpen: true } task)
            {
                task.MoveDue(deadline.Due);
            }
        }
    }

    private static int Next(List<Deadline> known) => known.Select(row => row.Occurrence).DefaultIfEmpty(0).Max() + 1;

    private static bool IsOpen(Deadline deadline) => deadline.State is DeadlineState.Planned or DeadlineState.Missed;

    private static void End(Deadline deadline, DeadlineState state)
    {
        deadline.State = state;
        foreach (var reminder in deadline.Reminders.Where(reminder => reminder.QueuedAt is null))
        {
            reminder.Dropped = true;
        }
    }

    private async Task EndOfTaskAsync(Guid taskId, DeadlineState state, CancellationToken ct)
    {
        await data.Deadlines.Include(row => row.Reminders).Where(row => row.TaskId == taskId).LoadAsync(ct);
        foreach (var deadline in data.Deadlines.Local.Where(row => row.TaskId == taskId && (IsOpen(row) || row.State == DeadlineState.Paused)).ToList())
        {
            End(deadline, state);
        }
    }

    private async Task<List<Deadline>> OpenAsync(Guid caseId, CancellationToken ct)
    {
        await data.Deadlines.Include(row => row.Reminders).Where(row => row.CaseId == caseId).LoadAsync(ct);
        return [.. data.Deadlines.Local.Where(row => row.CaseId == caseId && IsOpen(row))];
    }

    private async Task<List<Deadline>> OfCodeAsync(Guid caseId, string code, CancellationToken ct)
    {
        await data.Deadlines.Include(row => row.Reminders).Where(row => row.CaseId == caseId && row.Code == code).LoadAsync(ct);
        return [.. data.Deadlines.Local.Where(row => row.CaseId == caseId && row.Code == code)];
    }

    /// <summary>The rule of the plan for work that comes a second time or is not planned ahead.</summary>
    private DueRule RuleOf(SendCase sendCase, string code)
    {
        if (plan.Find(code) is not { } step)
        {
            return Fallback;
        }

        var rule = new DueRule(step.Anchor, step.OffsetFor(StayDates.Of(sendCase), 90), step.WorkingDays);
        return DueOf(sendCase, code, rule) < clock.Today() ? Fallback : rule;
    }

    private DateOnly DueOf(SendCase sendCase, string code, DueRule rule)
    {
        var anchor = StayDates.Of(sendCase).DayOf(rule.Anchor) ?? clock.Today();
        return planner.DueOf(anchor, rule.OffsetDays, rule.WorkingDays, plan.Find(code)?.Exact ?? false);
    }

    private void Add(SendCase sendCase, PlannedStep planned, int occurrence)
    {
        var step = planned.Step;
        Add(sendCase, step.Code, occurrence, step.Role, new DueRule(step.Anchor, planned.OffsetDays, step.WorkingDays), step.Hard, planned.Due);
    }

    private Deadline Add(SendCase sendCase, string code, int occurrence, StaffRole role, DueRule rule, bool hard, DateOnly? due = null)
    {
        var deadline = new Deadline
        {
            Id = NewId(),
            CaseId = sendCase.Id,
            Code = code,
            Occurrence = occurrence,
            Anchor = rule.Anchor,
            OffsetDays = rule.OffsetDays,
            OffsetByHand = planner.OffsetOf(code, rule.Anchor, StayDates.Of(sendCase)) is { } usual && usual != rule.OffsetDays,
            WorkingDays = rule.WorkingDays,
            Hard = hard,
            Role = role,
            Due = due ?? DueOf(sendCase, code, rule),
        };
        Remind(deadline);
        data.Deadlines.Add(deadline);
        return deadline;
    }

    /// <summary>Brings the reminders in step; new ones are added as such, since a row with an id of ours would pass for a stored one.</summary>
    private void Remind(Deadline deadline)
    {
        var before = deadline.Reminders.ToHashSet();
        reminders.Apply(deadline, clock.Today(), NewId);
        foreach (var reminder in deadline.Reminders.Where(reminder => !before.Contains(reminder)).ToList())
        {
            data.Reminders.Add(reminder);
        }
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
