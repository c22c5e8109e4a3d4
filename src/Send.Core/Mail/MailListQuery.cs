using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Mail;

/// <summary>Mails, newest first; for administrators, and those of one case for who steers cases. <paramref name="Text"/>: words in subject, name or address.</summary>
public sealed record MailListQuery(MailState? State = null, Guid? Case = null, string? Text = null, PageRequest? Page = null);

/// <summary>A mail as the mailbox lists it. <paramref name="Key"/> says why it was written: `reminder/{deadline}/{kind}`, `task/{task}/…`.</summary>
public sealed record MailRow(
    Guid Id, string Key, string Template, Guid? CaseId, Guid? TaskId, string ToAddress, string ToName, string Language, string Subject, MailState State, int Attempts, string? Error, DateTimeOffset QueuedAt, DateTimeOffset? SentAt);

/// <summary>Answers <see cref="MailListQuery"/>.</summary>
public sealed class MailListHandler(SendData data)
{
    internal static readonly Expression<Func<MailMessage, MailRow>> ToRow = row => new(
        row.Id, row.Key, row.Template, row.CaseId, row.TaskId, row.ToAddress, row.ToName, row.Language, row.Subject, row.State, row.Attempts, row.Error, row.QueuedAt, row.SentAt);

    public async Task<Result<Page<MailRow>>> HandleAsync(MailListQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        var page = query.Page ?? new();
        if ((MayList(query, actor) ?? page.Check()) is { } refusal)
        {
            return refusal;
        }

        var cursor = Cursor.Decode(page.After);
        if (!cursor.IsSuccess)
        {
            return Result<Page<MailRow>>.Refused(cursor.Errors);
        }

        var mails = Filter(data.Mails.AsNoTracking(), query);
        if (cursor.Value is { } from && DateTimeOffset.TryParseExact(from.Key, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            var id = from.Id;
            mails = mails.Where(row => row.QueuedAt < at || (row.QueuedAt == at && row.Id < id));
        }

        var rows = await mails.OrderByDescending(row => row.QueuedAt).ThenByDescending(row => row.Id).Take(page.Size + 1).Select(ToRow).ToListAsync(ct);
        var items = rows.Take(page.Size).ToList();
        return new Page<MailRow>(items, rows.Count > items.Count ? new Cursor(items[^1].QueuedAt.ToString("O", CultureInfo.InvariantCulture), items[^1].Id).Encode() : null);
    }

    internal static Error? MayRead(Actor actor) => actor.Can(Permission.Administer)
        ? null
        : new Error("mail.forbidden", "Only administrators see the mailbox.", null, ErrorKind.Forbidden);

    private static Error? MayList(MailListQuery query, Actor actor) => query.Case is not null && actor.Can(Permission.SteerCases) ? null : MayRead(actor);

    private static IQueryable<MailMessage> Filter(IQueryable<MailMessage> mails, MailListQuery query)
    {
        if (query.State is { } state)
        {
            mails = mails.Where(row => row.State == state);
        }

        if (query.Case is { } @case)
        {
            mails = mails.Where(row => row.CaseId == @case);
        }

        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var like = Like.Containing(query.Text.Trim());
            mails = mails.Where(row => EF.Functions.Like(row.Subject.ToLower(), like, Like.Escape)
                || EF.Functions.Like(row.ToName.ToLower(), like, Like.Escape)
                || EF.Functions.Like(row.ToAddress.ToLower(), like, Like.Escape));
        }

        return mails;
    }
}
