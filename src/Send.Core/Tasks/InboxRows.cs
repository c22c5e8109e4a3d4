using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>Reads rows of the inbox: the task with its case, participant and assignee, in one query.</summary>
internal static class InboxRows
{
    public static IQueryable<RawTask> WithCase(this IQueryable<CaseTask> tasks, SendData data) =>
        from task in tasks
        join @case in data.Cases on task.CaseId equals @case.Id
        join person in data.Participants on @case.ParticipantId equals person.Id
        join member in data.Staff on task.AssigneeId equals member.Id into members
        from assignee in members.DefaultIfEmpty()
        select new RawTask
        {
            Id = task.Id,
            FormId = task.FormId,
            OwnTitle = task.Title,
            CaseId = task.CaseId,
            CaseCode = @case.Code,
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            Programme = @case.Programme,
            Country = @case.DestinationCountry,
            City = @case.DestinationCity,
            Stage = task.Stage,
            Role = task.Role,
            State = task.State,
            Due = task.Due,
            DueOrder = task.DueOrder,
            IsOpen = task.IsOpen,
            FollowUp = task.FollowUp,
            WaitingFor = task.WaitingFor,
            AssigneeId = task.AssigneeId,
            AssigneeName = assignee == null ? null : assignee.DisplayName,
            HardGate = task.HardGate,
            Outcome = task.Outcome,
            OpenedAt = task.OpenedAt,
            DoneAt = task.DoneAt,
            DoneByName = task.DoneByName,
            Version = task.Version,
        };

    /// <summary>Rows of the given tasks, in the order of <see cref="InboxQuery"/>.</summary>
    public static async Task<IReadOnlyList<InboxRow>> ReadAsync(SendData data, IQueryable<CaseTask> tasks, ITaskTitles titles, DateOnly today, CancellationToken ct)
    {
        var raw = await tasks.AsNoTracking().WithCase(data).ToListAsync(ct);
        return [.. raw.Select(task => task.ToRow(titles, today))];
    }
}

/// <summary>Columns of a row of the inbox.</summary>
internal sealed record RawTask
{
    public Guid Id { get; init; }

    public string FormId { get; init; } = "";

    public string? OwnTitle { get; init; }

    public Guid CaseId { get; init; }

    public string CaseCode { get; init; } = "";

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public string Programme { get; init; } = "";

    public string Country { get; init; } = "";

    public string? City { get; init; }

    public CaseStage Stage { get; init; }

    public StaffRole Role { get; init; }

    public TaskState State { get; init; }

    public DateOnly? Due { get; init; }

    public DateOnly DueOrder { get; init; }

    public bool IsOpen { get; init; }

    public DateOnly? FollowUp { get; init; }

    public string? WaitingFor { get; init; }

    public Guid? AssigneeId { get; init; }

    public string? AssigneeName { get; init; }

    public bool HardGate { get; init; }

    public string? Outcome { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public string? DoneByName { get; init; }

    public long Version { get; init; }

    public InboxRow ToRow(ITaskTitles titles, DateOnly today) => new()
    {
        Id = Id,
        FormId = FormId,
        Title = OwnTitle is null ? titles.Of(FormId) : new(OwnTitle),
        CaseId = CaseId,
        CaseCode = CaseCode,
        ParticipantName = $"{GivenName} {FamilyName}".Trim(),
        Programme = Programme,
        Country = Country,
        City = City,
        Stage = Stage,
        Queue = Role,
        State = State,
        Due = Due,
        Overdue = IsOpen && Due < today,
        FollowUp = FollowUp,
        WaitingFor = WaitingFor,
        Assignee = AssigneeId is { } id ? new(id, AssigneeName ?? "") : null,
        HardGate = HardGate,
        Outcome = Outcome,
        OpenedAt = OpenedAt,
        DoneAt = DoneAt,
        DoneByName = DoneByName,
        Revision = Version,
    };
}
