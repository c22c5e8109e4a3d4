using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Mail;
using Send.Core.Outbox;
using Send.Host.Infrastructure.Jobs;

namespace Send.Host.Infrastructure.Mail;

/// <summary>Sends one mail. `Sending` is committed before the hand-over, so that after a crash it is known that it may have left: with files the file tells, with a mail server
/// it becomes `Uncertain` and is never sent twice.</summary>
public sealed class MailExecutor(SendData data, IMailTransport transport, MailWriter writer, TimeProvider clock) : IOutboxExecutor
{
    /// <inheritdoc />
    public async Task ExecuteAsync(OutboxItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        var id = IdOf(item);
        var mail = await data.Mails.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct);
        if (mail is not { State: MailState.Queued or MailState.Sending })
        {
            return;
        }

        if (mail.State == MailState.Sending && transport.HasLeft(mail) is not false)
        {
            await SettleAsync(mail, transport.HasLeft(mail) is true ? HandOver.Accepted : new(HandOverResult.Unknown, "The host ended while the mail server had the mail."));
            return;
        }

        await data.Mails.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MailState.Sending).SetProperty(row => row.Attempts, row => row.Attempts + 1), ct);
        var result = await transport.SendAsync(mail, writer.Write(mail), ct);
        await SettleAsync(mail, result);
        if (result.Result == HandOverResult.NotSent)
        {
            throw new InvalidOperationException(result.Error);
        }
    }

    /// <inheritdoc />
    public async Task GiveUpAsync(OutboxItem item, string error, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        var id = IdOf(item);
        await data.Mails.Where(row => row.Id == id && row.State == MailState.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MailState.Failed).SetProperty(row => row.Error, error), ct);
    }

    private static Guid IdOf(OutboxItem item)
    {
        using var payload = JsonDocument.Parse(item.Payload);
        return payload.RootElement.GetProperty("mailId").GetGuid();
    }

    /// <summary>Not cancelled with the attempt: what became of the mail must be written down.</summary>
    private async Task SettleAsync(MailMessage mail, HandOver handOver)
    {
        var sentAt = handOver.Result == HandOverResult.Accepted ? clock.GetUtcNow() : (DateTimeOffset?)null;
        var state = handOver.Result switch
        {
            HandOverResult.Accepted => MailState.Sent,
            HandOverResult.NotSent => MailState.Queued,
            HandOverResult.Refused => MailState.Failed,
            _ => MailState.Uncertain,
        };
        await data.Mails.Where(row => row.Id == mail.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.Error, handOver.Error).SetProperty(row => row.SentAt, sentAt), CancellationToken.None);
    }
}
