using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Documents;

/// <summary>The documents of a case, newest first.</summary>
public sealed record CaseDocumentsQuery(Guid CaseId);

/// <summary>Answers <see cref="CaseDocumentsQuery"/>.</summary>
public sealed class CaseDocumentsHandler(SendData data)
{
    public async Task<Result<IReadOnlyList<DocumentRow>>> HandleAsync(CaseDocumentsQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (CaseAccess.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        return await data.Cases.AsNoTracking().AnyAsync(row => row.Id == query.CaseId, ct)
            ? Result<IReadOnlyList<DocumentRow>>.Of(await ReadAsync(data, query.CaseId, ct))
            : CaseAccess.NotFound(query.CaseId);
    }

    internal static async Task<IReadOnlyList<DocumentRow>> ReadAsync(SendData data, Guid caseId, CancellationToken ct) =>
        await (from document in data.Documents.AsNoTracking()
               where document.CaseId == caseId
               join file in data.Files on document.FileHash equals file.Hash into files
               from stored in files.DefaultIfEmpty()
               orderby document.CreatedAt descending, document.Id descending
               select new DocumentRow(
                   document.Id,
                   document.CaseId,
                   document.TaskId,
                   document.Kind,
                   document.Title,
                   document.Edition,
                   document.Language,
                   document.Number,
                   document.State,
                   document.Error,
                   document.FileName,
                   document.FileHash,
                   stored == null ? null : (long?)stored.Length,
                   document.CreatedAt,
                   document.CreatedBy)).ToListAsync(ct);
}
