using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Mail;

/// <summary>One mail with its bodies; administrators only.</summary>
public sealed record MailQuery(Guid Id);

/// <summary>A mail as it was written.</summary>
public sealed record MailDetails(MailRow Mail, string TextBody, string HtmlBody);

/// <summary>Answers <see cref="MailQuery"/>.</summary>
public sealed class MailHandler(SendData data)
{
    public async Task<Result<MailDetails>> HandleAsync(MailQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (MailListHandler.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var mail = await data.Mails.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.Id, ct);
        return mail is null
            ? new Error("mail.not-found", $"There is no mail {query.Id}.", null, ErrorKind.NotFound)
            : new MailDetails(MailListHandler.ToRow.Compile()(mail), mail.TextBody, mail.HtmlBody);
    }
}
