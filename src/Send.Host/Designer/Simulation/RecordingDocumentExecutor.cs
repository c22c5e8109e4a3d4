using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Documents;
using Send.Core.Outbox;
using Send.Host.Infrastructure.Jobs;

namespace Send.Host.Designer.Simulation;

/// <summary>Marks a paper as there. Nothing is rendered: kind, template and data are what a simulation shows.</summary>
internal sealed class RecordingDocumentExecutor(SendData data) : IOutboxExecutor
{
    public async Task ExecuteAsync(OutboxItem item, CancellationToken ct)
    {
        using var payload = JsonDocument.Parse(item.Payload);
        var id = payload.RootElement.GetProperty("documentId").GetGuid();
        var document = await data.Documents.FirstAsync(row => row.Id == id, ct);
        document.State = DocumentState.Ready;
        await data.SaveChangesAsync(ct);
    }
}
