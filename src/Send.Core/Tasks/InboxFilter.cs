using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>The tasks of one view. <see cref="CaseTask.IsOpen"/> is the first column of the indexes that serve it.</summary>
internal static class InboxFilter
{
    public static IQueryable<CaseTask> In(this IQueryable<CaseTask> tasks, InboxView view, Actor actor, DateOnly today) => view switch
    {
        InboxView.Mine => tasks.Mine(actor),
        InboxView.Available => tasks.Available(actor),
        InboxView.Overdue => tasks.MineOrAvailable(actor).Where(task => task.DueOrder < today),
        InboxView.Waiting => tasks.MineOrAvailable(actor).Where(task => task.State == TaskState.Waiting),
        InboxView.Done => tasks.Where(task => !task.IsOpen && task.DoneById == actor.Id && task.State == TaskState.Done),
        InboxView.All => tasks,
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, "Not a view of the inbox."),
    };

    private static IQueryable<CaseTask> Mine(this IQueryable<CaseTask> tasks, Actor actor) =>
        tasks.Where(task => task.IsOpen && task.AssigneeId == actor.Id);

    private static IQueryable<CaseTask> Available(this IQueryable<CaseTask> tasks, Actor actor)
    {
        var open = tasks.Where(task => task.IsOpen && task.AssigneeId == null);
        if (actor.Can(Permission.AssignTasks))
        {
            return open;
        }

        var roles = QueuesOf(actor);
        return open.Where(task => roles.Contains(task.Role));
    }

    private static IQueryable<CaseTask> MineOrAvailable(this IQueryable<CaseTask> tasks, Actor actor)
    {
        var open = tasks.Where(task => task.IsOpen);
        if (actor.Can(Permission.AssignTasks))
        {
            return open.Where(task => task.AssigneeId == null || task.AssigneeId == actor.Id);
        }

        var roles = QueuesOf(actor);
        return open.Where(task => task.AssigneeId == actor.Id || (task.AssigneeId == null && roles.Contains(task.Role)));
    }

    private static StaffRole[] QueuesOf(Actor actor) => actor.Can(Permission.WorkTasks) ? [.. actor.Roles] : [];
}
