using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Outbox;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Mail;

/// <summary>Decides about a failed or uncertain mail.</summary>
public sealed record DecideMail(Guid Id, MailDecision Decision);

/// <summary>Does <see cref="DecideMail"/>; `mail.state` when the mail is in any other state.</summary>
public sealed class DecideMailHandler(IProcessRunner runner, TimeProvider clock)
{
    public Task<Result<Guid>> HandleAsync(DecideMail request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.RunAsync<Guid>((step, token) => DecideAsync(step, request, actor, token), ct);
    }

    private async Task<Result<Guid>> DecideAsync(ProcessStep step, DecideMail request, Actor actor, CancellationToken ct)
    {
        if (MailListHandler.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var mail = await step.Data.Mails.FirstOrDefaultAsync(row => row.Id == request.Id, ct);
        if (mail is null)
        {
            return new Error("mail.not-found", $"There is no mail {request.Id}.", null, ErrorKind.NotFound);
        }

        if (mail.State is not (MailState.Failed or MailState.Uncertain))
        {
            return new Error("mail.state", $"Only a failed or uncertain mail is decided about; this one is {mail.State}.", null, ErrorKind.Conflict);
        }

        var at = clock.GetUtcNow();
        if (request.Decision == MailDecision.SendAgain)
        {
            (mail.State, mail.Error) = (MailState.Queued, null);

            // The number of attempts in the key lets one decision count once, and the next one again.
            step.Data.Queue(OutboxKinds.Mail, $"mail/{mail.Id:N}/again/{mail.Attempts}", new { mailId = mail.Id }, mail.CaseId, at);
        }
        else
        {
            (mail.State, mail.SentAt) = (MailState.Sent, at);
        }

        step.Data.Audit.Add(AuditLine.Of("mail.decided", actor, clock, mail.CaseId, mail.TaskId, new { decision = request.Decision, to = mail.ToName, subject = mail.Subject }));
        return mail.Id;
    }
}
