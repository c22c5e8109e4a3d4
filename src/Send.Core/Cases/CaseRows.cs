using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Staff;

namespace Send.Core.Cases;

/// <summary>Reads cases as rows of lists.</summary>
internal static class CaseRows
{
    public static IQueryable<RawCase> ToRaw(this IQueryable<SendCase> cases, SendData data, DateOnly today) =>
        from @case in cases
        join person in data.Participants on @case.ParticipantId equals person.Id
        join member in data.Staff on @case.OwnerId equals member.Id into members
        from owner in members.DefaultIfEmpty()
        join organisation in data.Organisations on @case.HostId equals organisation.Id into hosts
        from host in hosts.DefaultIfEmpty()
        select new RawCase
        {
            Case = @case,
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            OwnerName = owner == null ? null : owner.DisplayName,
            HostName = host == null ? null : host.Name,
            OpenTasks = data.Tasks.Count(task => task.CaseId == @case.Id && task.IsOpen),
            OverdueTasks = data.Tasks.Count(task => task.CaseId == @case.Id && task.IsOpen && task.DueOrder < today),
            NextDue = data.Tasks.Where(task => task.CaseId == @case.Id && task.IsOpen).Min(task => (DateOnly?)task.DueOrder),
        };

    public static async Task<IReadOnlyList<CaseRow>> ReadAsync(SendData data, IQueryable<SendCase> cases, DateOnly today, CancellationToken ct) =>
        [.. (await cases.AsNoTracking().ToRaw(data, today).ToListAsync(ct)).Select(row => row.ToRow())];
}

/// <summary>A case with what its row shows of others.</summary>
internal sealed record RawCase
{
    public required SendCase Case { get; init; }

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public string? OwnerName { get; init; }

    public string? HostName { get; init; }

    public int OpenTasks { get; init; }

    public int OverdueTasks { get; init; }

    public DateOnly? NextDue { get; init; }

    public CaseRow ToRow() => new()
    {
        Id = Case.Id,
        Code = Case.Code,
        Programme = Case.Programme,
        ParticipantId = Case.ParticipantId,
        ParticipantName = $"{GivenName} {FamilyName}".Trim(),
        Status = Case.Status,
        Stage = Case.Stage,
        Country = Case.DestinationCountry,
        City = Case.DestinationCity,
        Departure = Case.Departure,
        Start = Case.Start,
        End = Case.End,
        Return = Case.Return,
        Owner = Case.OwnerId is { } owner ? new StaffRef(owner, OwnerName ?? "") : null,
        HostName = HostName,
        LateEntry = Case.LateEntry,
        OpenTasks = OpenTasks,
        OverdueTasks = OverdueTasks,
        NextDue = NextDue == DateOnly.MaxValue ? null : NextDue,
        UpdatedAt = Case.UpdatedAt,
        Revision = Case.Version,
    };
}
