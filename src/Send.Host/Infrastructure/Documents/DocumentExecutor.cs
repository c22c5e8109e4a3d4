using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Documents;
using Send.Core.Outbox;
using Send.Host.Infrastructure.Jobs;

namespace Send.Host.Infrastructure.Documents;

/// <summary>Renders an ordered paper (outbox kind `document`, payload `{"documentId"}`) and stores its file. A paper that is ready stays as it is, so running the item again does
/// nothing; the creation date in the file is the order's, so that a repeat after a crash gives the same bytes.</summary>
public sealed class DocumentExecutor(SendData data, ITypesetter typesetter, TimeProvider clock) : IOutboxExecutor
{
    private const string MediaType = "application/pdf";

    /// <inheritdoc/>
    public async Task ExecuteAsync(OutboxItem item, CancellationToken ct)
    {
        if (await FindAsync(item, ct) is not { State: not DocumentState.Ready, Data: { } filling } document)
        {
            return;
        }

        var pdf = await typesetter.RenderAsync(document.Kind, filling, document.CreatedAt, ct);
        var hash = Convert.ToHexStringLower(SHA256.HashData(pdf));
        if (!await data.Files.AnyAsync(file => file.Hash == hash, ct))
        {
            data.Files.Add(new StoredFile { Hash = hash, MediaType = MediaType, Content = pdf, Length = pdf.Length, CreatedAt = clock.GetUtcNow() });
        }

        document.FileHash = hash;
        document.FileName = $"{document.Title} {document.Number}.pdf".Replace("  ", " ", StringComparison.Ordinal);
        document.TemplateVersion = typesetter.VersionOf(document.Kind);
        (document.State, document.Error) = (DocumentState.Ready, null);
        await data.SaveChangesAsync(ct);
    }

    /// <summary>Shows the reason on the paper; setting the item going again renders it after all.</summary>
    public async Task GiveUpAsync(OutboxItem item, string error, CancellationToken ct)
    {
        if (await FindAsync(item, ct) is { State: DocumentState.Pending } document)
        {
            (document.State, document.Error) = (DocumentState.Failed, error);
            await data.SaveChangesAsync(ct);
        }
    }

    private async Task<CaseDocument?> FindAsync(OutboxItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        using var payload = JsonDocument.Parse(item.Payload);
        var id = payload.RootElement.GetProperty("documentId").GetGuid();
        return await data.Documents.FirstOrDefaultAsync(document => document.Id == id, ct);
    }
}
