using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Send.Core.Documents;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.Documents;

/// <summary>Files of cases: `/api/cases/{id}/documents`, `/api/documents/{id}`, and `/documents/{id}/file` for the pages.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var cases = app.MapApi("/cases/{id:guid}/documents", "Documents");
        cases.MapGet("", ListAsync).Finds<IReadOnlyList<DocumentRow>>().WithName("listCaseDocuments").WithSummary("The documents of a case, newest first.");
        cases.MapPost("", UploadAsync).Accepts<IFormFile>("multipart/form-data").Produces<DocumentRow>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("uploadCaseDocument").WithSummary("Puts a file (field `file`, up to 20 MiB) into a case; further fields: title, taskId, operationId.");
        app.MapApi("/documents", "Documents").MapGet("/{id:guid}", GetFileAsync).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).WithName("getDocument").WithSummary("The bytes of a document.");
        app.MapGet("/documents/{id:guid}/file", GetFileAsync).RequireAuthorization(Policies.Pages).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(Guid id, CaseDocumentsHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> UploadAsync(
        Guid id,
        IFormFile file,
        [FromForm] string? title,
        [FromForm] Guid? taskId,
        [FromForm] Guid? operationId,
        UploadDocumentHandler handler,
        ClaimsPrincipal user,
        CancellationToken ct)
    {
        if (file.Length > AcceptedFiles.LargestBytes)
        {
            return Results.Problem(Problems.Details(StatusCodes.Status413PayloadTooLarge, "document.size", "A file has at most 20 MiB."));
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        var result = await handler.HandleAsync(new(id, file.FileName, bytes.ToArray(), title, taskId, operationId), user.Actor(), ct);
        return result.ToHttp(row => Results.Created($"/api/documents/{row.Id}", row));
    }

    private static async Task<IResult> GetFileAsync(Guid id, HttpContext http, DocumentFileHandler handler, CancellationToken ct)
    {
        var result = await handler.HandleAsync(new(id), http.User.Actor(), ct);
        return result.ToHttp(file =>
        {
            // Shown in the browser only where that is harmless; everything else is saved. The name is the person's, so both header forms are written.
            var shown = file.MediaType is "application/pdf" or "image/png" or "image/jpeg" or "image/webp";
            var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
            disposition.SetHttpFileName(file.FileName);
            http.Response.Headers.ContentDisposition = disposition.ToString();
            http.Response.Headers.CacheControl = "private, no-cache";
            return Results.Bytes(file.Content, file.MediaType, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""));
        });
    }
}
