using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Forms;
using Send.Core.Mail;
using Send.Core.Reference;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Core.Deadlines;

/// <summary>Says who hears of a deadline and writes the mails: who has the task, else everybody of its queue; before the task is open, who answers for the case.</summary>
public sealed class ReminderNotices(SendData data, CaseFiles files, CaseMails mails, MailComposer composer, ReferenceData reference, FormCatalog forms, IOptions<MailOptions> options)
{
    /// <summary>True while its task waits for somebody outside until a day that has not come.</summary>
    public async Task<bool> WaitsAsync(Deadline deadline, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return await TaskAsync(deadline, ct) is { State: TaskState.Waiting } task && task.FollowUp > today;
    }

    /// <summary>True when it goes to others than those who do the work.</summary>
    public bool IsEscalation(Reminder reminder) => reference.Reminders.TargetOf(reminder.Kind) is not null;

    /// <summary>Queues the mails of one reminder; returns how many. The key is unique per deadline, kind and person.</summary>
    public async Task<int> QueueAsync(Deadline deadline, Reminder reminder, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(reminder);
        var file = await files.OpenAsync(deadline.CaseId, ct);
        var task = await TaskAsync(deadline, ct);
        var staff = await data.Staff.AsNoTracking().Where(row => row.Active).ToListAsync(ct);
        var people = Recipients(deadline, reminder, file, task, staff);
        foreach (var person in people)
        {
            var notice = new MailTask(
                Title(deadline, task, person.Language),
                deadline.Due,
                today.DayNumber - deadline.Due.DayNumber,
                file.Case.Code,
                file.Participant.FullName,
                deadline.Role.ToString(),
                staff.Find(row => row.Id == task?.AssigneeId)?.DisplayName,
                string.Create(CultureInfo.InvariantCulture, $"{options.Value.PublicUrl.TrimEnd('/')}/{(task is null ? "cases" : "tasks")}/{task?.Id ?? deadline.CaseId:D}"));
            var model = mails.ModelOf(file, new MailPerson(person.DisplayName, person.Email)) with { Task = notice };
            var key = string.Create(CultureInfo.InvariantCulture, $"reminder/{deadline.Id:D}/{reminder.Kind}/{person.Id:D}");
            await composer.QueueAsync(new MailOrder(TemplateOf(reminder.Kind), key, person.Email, person.DisplayName, person.Language, model, deadline.CaseId, task?.Id), ct);
        }

        return people.Count;
    }

    private static string TemplateOf(string kind) =>
        kind.StartsWith("escalate", StringComparison.Ordinal) ? "escalation" : kind.StartsWith("after", StringComparison.Ordinal) ? "task-overdue" : "task-reminder";

    private List<StaffMember> Recipients(Deadline deadline, Reminder reminder, CaseFile file, CaseTask? task, List<StaffMember> staff)
    {
        List<StaffMember> OfRole(StaffRole role) => staff.FindAll(row => row.RoleList.Contains(role));
        List<StaffMember> Owner() => file.Case.OwnerId is { } id && staff.Find(row => row.Id == id) is { } owner ? [owner] : OfRole(StaffRole.Coordinator);
        var assignee = staff.Find(row => row.Id == task?.AssigneeId);
        var people = reference.Reminders.TargetOf(reminder.Kind) switch
        {
            EscalationTarget.Coordinators => OfRole(StaffRole.Coordinator),
            EscalationTarget.Administrators => OfRole(StaffRole.Administrator),
            null when assignee is not null => [assignee],
            null when task is not null => OfRole(task.Role),
            _ => Owner(),
        };
        return people.Count > 0 ? people : Owner();
    }

    private string Title(Deadline deadline, CaseTask? task, string language) =>
        task?.Title ?? forms.Find(deadline.Code)?.Title.In(language) ?? reference.Plan.Find(deadline.Code)?.Name.In(language) ?? deadline.Code;

    private async Task<CaseTask?> TaskAsync(Deadline deadline, CancellationToken ct) => deadline.TaskId is { } id ? await data.Tasks.FindAsync([id], ct) : null;
}
