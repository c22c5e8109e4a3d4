using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Documents;

/// <summary>The bytes of one document.</summary>
public sealed record DocumentFileQuery(Guid Id);

/// <summary>A file to hand out.</summary>
public sealed record DocumentFile(Guid Id, string FileName, string MediaType, string Hash, byte[] Content);

/// <summary>Answers <see cref="DocumentFileQuery"/>; `document.pending` (409) while it is not rendered.</summary>
public sealed class DocumentFileHandler(SendData data)
{
    public async Task<Result<DocumentFile>> HandleAsync(DocumentFileQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (CaseAccess.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var document = await data.Documents.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.Id, ct);
        if (document is null)
        {
            return new Error("document.not-found", $"There is no document {query.Id}.", null, ErrorKind.NotFound);
        }

        var file = await data.Files.AsNoTracking().FirstOrDefaultAsync(row => row.Hash == document.FileHash, ct);
        if (file is null)
        {
            return document.State == DocumentState.Failed
                ? new Error("document.failed", $"The document could not be made: {document.Error}", null, ErrorKind.Conflict)
                : new Error("document.pending", "The document is being made; ask again in a moment.", null, ErrorKind.Conflict);
        }

        return new DocumentFile(document.Id, document.FileName ?? document.Kind, file.MediaType, file.Hash, file.Content);
    }
}
