using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Mail;
using Send.Core.Outbox;
using Send.Host.Infrastructure.Jobs;
using Send.Host.Infrastructure.Mail;

namespace Send.Host.Designer.Simulation;

/// <summary>Writes the message as it would leave, to see that it can be written, and marks it as sent. Nothing leaves.</summary>
internal sealed class RecordingMailExecutor(SendData data, MailWriter writer, TimeProvider clock) : IOutboxExecutor
{
    public async Task ExecuteAsync(OutboxItem item, CancellationToken ct)
    {
        using var payload = JsonDocument.Parse(item.Payload);
        var id = payload.RootElement.GetProperty("mailId").GetGuid();
        var mail = await data.Mails.FirstAsync(row => row.Id == id, ct);
        using var message = writer.Write(mail);
        (mail.State, mail.SentAt) = (MailState.Sent, clock.GetUtcNow());
        await data.SaveChangesAsync(ct);
    }
}
