using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Operations;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Documents;

/// <summary>Puts a file into a case: a name with an accepted extension and 1 byte to 20 MiB. The same bytes are stored once.</summary>
public sealed record UploadDocument(Guid CaseId, string FileName, ReadOnlyMemory<byte> Content, string? Title = null, Guid? TaskId = null, Guid? OperationId = null);

/// <summary>Does <see cref="UploadDocument"/>.</summary>
public sealed class UploadDocumentHandler(IProcessRunner runner, TimeProvider clock)
{
    private const string Kind = "upload";

    public Task<Result<DocumentRow>> HandleAsync(UploadDocument request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Content.Span));
        var asked = new { request.CaseId, request.FileName, request.Title, request.TaskId, hash };
        return runner.OnceAsync<DocumentRow>(asked, request.OperationId, actor, clock, (step, token) => UploadAsync(step.Data, request, hash, actor, token), ct);
    }

    private async Task<Result<Answer<DocumentRow>>> UploadAsync(SendData data, UploadDocument request, string hash, Actor actor, CancellationToken ct)
    {
        if (!actor.Can(Permission.WorkTasks))
        {
            return new Error("document.forbidden", "You may not put files into cases.", null, ErrorKind.Forbidden);
        }

        if (!await data.Cases.AsNoTracking().AnyAsync(row => row.Id == request.CaseId, ct))
        {
            return CaseAccess.NotFound(request.CaseId);
        }

        if (request.TaskId is { } taskId && !await data.Tasks.AsNoTracking().AnyAsync(row => row.Id == taskId && row.CaseId == request.CaseId, ct))
        {
            return new Error("document.task", "The case has no task with this id.", "/taskId");
        }

        var name = AcceptedFiles.CleanName(request.FileName);
        if (name is null || !AcceptedFiles.MediaTypes.TryGetValue(Path.GetExtension(name), out var mediaType))
        {
            return new Error("document.kind", $"Files of this kind are not taken; send one of {string.Join(", ", AcceptedFiles.MediaTypes.Keys)}.", "/file");
        }

        if (request.Content.Length is 0 or > AcceptedFiles.LargestBytes)
        {
            return new Error("document.size", $"The file has {request.Content.Length} bytes; it can have 1 to {AcceptedFiles.LargestBytes} (20 MiB).", "/file");
        }

        var at = clock.GetUtcNow();
        if (!await data.Files.AsNoTracking().AnyAsync(row => row.Hash == hash, ct))
        {
            data.Files.Add(new StoredFile { Hash = hash, MediaType = mediaType, Content = request.Content.ToArray(), Length = request.Content.Length, CreatedAt = at });
        }

        var edition = 1 + await data.Documents.CountAsync(row => row.CaseId == request.CaseId && row.Kind == Kind, ct);
        var title = string.IsNullOrWhiteSpace(request.Title) ? Path.GetFileNameWithoutExtension(name) : request.Title.Trim();
        var document = new CaseDocument
        {
            Id = Guid.CreateVersion7(at),
            CaseId = request.CaseId,
            TaskId = request.TaskId,
            Kind = Kind,
            Title = title.Length <= 400 ? title : title[..400],
            Edition = edition,
            Language = actor.Language,
            FileHash = hash,
            FileName = name,
            State = DocumentState.Ready,
            CreatedAt = at,
            CreatedBy = actor.Name,
        };
        data.Documents.Add(document);
        data.Audit.Add(AuditLine.Of("document.uploaded", actor, clock, request.CaseId, request.TaskId, new { document = document.Id, name, bytes = request.Content.Length }));
        return Answer.Now(new DocumentRow(
            document.Id, document.CaseId, document.TaskId, Kind, document.Title, edition, document.Language, null, document.State, null, name, hash, request.Content.Length, at, actor.Name));
    }
}
