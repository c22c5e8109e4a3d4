using Send.Core.Auditing;
using Send.Core.Data;
using Send.Core.Outbox;
using Send.Core.Time;

namespace Send.Core.Mail;

/// <summary>Writes mails within the current step: the rendered message and the outbox item that sends it after the commit.</summary>
public sealed class MailComposer(SendData data, MailRenderer renderer, TimeProvider clock)
{
    /// <summary>Composes and queues; returns the mail's id.</summary>
    public async Task<Guid> QueueAsync(MailOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        ct.ThrowIfCancellationRequested();
        var at = clock.GetUtcNow();
        var mail = await renderer.RenderAsync(order.Template, order.Language, order.Model, clock.Today());
        var message = new MailMessage
        {
            Id = Guid.CreateVersion7(at),
            Key = order.Key,
            CaseId = order.CaseId,
            TaskId = order.TaskId,
            Template = order.Template,
            ToAddress = order.ToAddress,
            ToName = order.ToName,
            Language = order.Language,
            Subject = mail.Subject,
            TextBody = mail.Text,
            HtmlBody = mail.Html,
            QueuedAt = at,
        };
        data.Mails.Add(message);
        data.Queue(OutboxKinds.Mail, "mail/" + order.Key, new { mailId = message.Id }, order.CaseId, at);
        data.Record(ChangeContext.System(clock), "mail.queued", order.CaseId, order.TaskId, new { template = order.Template, to = order.ToName, subject = mail.Subject });
        return message.Id;
    }
}
