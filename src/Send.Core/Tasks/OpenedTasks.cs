using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>The tasks that the present step opened.</summary>
internal static class OpenedTasks
{
    public static IReadOnlyList<OpenedTask> In(SendData data, Guid caseId, ITaskTitles titles, Actor actor) =>
    [
        .. data.ChangeTracker.Entries<CaseTask>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.CaseId == caseId && entry.Entity.IsOpen)
            .Select(entry => entry.Entity)
            .OrderBy(task => task.DueOrder).ThenBy(task => task.FormId, StringComparer.Ordinal)
            .Select(task => new OpenedTask(
                task.Id, task.FormId, task.Title is null ? titles.Of(task.FormId) : new(task.Title), task.Role, task.Due, TaskAccess.CanWork(actor, task.Role, task.AssigneeId))),
    ];
}
