using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Results;
using Send.Engine.Serialization;
using Send.Engine.State;
using Send.Host.Infrastructure.Web;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Instances as files in Elsa's form, to look at elsewhere. There is no way back in: an instance belongs to a case with tasks and deadlines that a file does not have.</summary>
internal static class ExportEndpoints
{
    private const int MostAtOnce = 200;

    public static void MapExports(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-instances/{id}/export", async (string id, SendDbContext db, JournalReader journal, CancellationToken ct) =>
            await FileAsync(id, db, journal, ct) is { } file ? Results.Bytes(file, "application/json", NameOf(id)) : InstanceErrors.NotFound(id));
        api.MapPost("/bulk-actions/export/workflow-instances", ZipAsync);
        api.MapPost("/bulk-actions/import/workflow-instances", () => Problems.Of(
            [new Error("instance.import", "Workflow instances cannot be imported: each belongs to a case with tasks and deadlines, which a file does not have.", Kind: ErrorKind.Conflict)]));
    }

    private static async Task<IResult> ZipAsync(HttpRequest request, SendDbContext db, JournalReader journal, CancellationToken ct)
    {
        var ids = ((await ElsaJson.ReadAsync<ExportRequest>(request, ct)).Ids ?? []).Distinct(StringComparer.Ordinal).Take(MostAtOnce).ToList();
        if (ids.Count == 1)
        {
            return await FileAsync(ids[0], db, journal, ct) is { } only ? Results.Bytes(only, "application/json", NameOf(ids[0])) : Results.NoContent();
        }

        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var id in ids)
            {
                if (await FileAsync(id, db, journal, ct) is { } file)
                {
                    var entry = archive.CreateEntry(NameOf(id), CompressionLevel.Fastest);
                    await using var stream = await entry.OpenAsync(ct);
                    await stream.WriteAsync(file, ct);
                }
            }
        }

        return Results.Bytes(buffer.ToArray(), "application/zip", "workflow-instances.zip");
    }

    private static async Task<byte[]?> FileAsync(string id, SendDbContext db, JournalReader journal, CancellationToken ct)
    {
        if (await db.Set<StoredInstance>().AsNoTracking().Where(row => row.Id == id).Select(row => row.State).FirstOrDefaultAsync(ct) is not { } json)
        {
            return null;
        }

        var state = WorkflowStateSerializer.Deserialize(json);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                workflowState = state,
                bookmarks = state.Bookmarks,
                activityExecutionRecords = (await journal.ExecutionsAsync(id, ct)).Select(ExecutionModel.Of),
                workflowExecutionLogRecords = await journal.EntriesAsync(id, ct),
            },
            PlainJson.Options);
    }

    private static string NameOf(string id) => $"workflow-instance-{id.ToLowerInvariant()}.json";

    private sealed record ExportRequest(IReadOnlyList<string>? Ids);
}
