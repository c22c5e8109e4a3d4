using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Engine.Definitions;
using Send.Host.Designer.Api.Descriptors;
using Send.Host.Infrastructure.Identity;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Definitions;

/// <summary>Definitions as files: one as JSON, several as a zip, in the form that Elsa takes and gives.</summary>
internal static class FileEndpoints
{
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    /// <summary>Bytes of one definition inside a zip, so that a small file cannot become a huge one.</summary>
    private const int LargestDefinition = 10 * 1024 * 1024;

    private const int MostDefinitions = 200;

    private static readonly JsonSerializerOptions Indented = new(ElsaJson.Options) { WriteIndented = true };

    public static void MapFiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/{definitionId}/export", ExportAsync);
        api.MapPost("/workflow-definitions/{definitionId}/export", ExportAsync);
        api.MapPost("/bulk-actions/export/workflow-definitions", ExportManyAsync);
        var group = api.MapGroup("").RequireAuthorization(Policies.Publisher);
        foreach (var path in new[] { "/workflow-definitions/import", "/workflow-definitions/{definitionId}/import" })
        {
            group.MapMethods(path, [HttpMethods.Post, HttpMethods.Put], ImportAsync);
        }

        group.MapPost("/workflow-definitions/import-files", ImportFilesAsync);
    }

    private static async Task<IResult> ExportAsync(
        string definitionId, string? versionOptions, bool? includeConsumingWorkflows, DefinitionQueries queries, DefinitionUses uses, CancellationToken ct)
    {
        if (await queries.FindAsync(definitionId, versionOptions, ct) is not { } row)
        {
            return ReadEndpoints.Missing(definitionId);
        }

        return includeConsumingWorkflows == true
            ? Zip([row, .. await queries.FindLatestAsync(await uses.AllConsumersAsync([definitionId], ct), ct)])
            : Results.File(Write(row), "application/octet-stream", FileName(row));
    }

    private static async Task<IResult> ExportManyAsync(HttpRequest request, DefinitionQueries queries, DefinitionUses uses, CancellationToken ct)
    {
        var body = await ElsaJson.ReadAsync<ExportRequest>(request, ct);
        var rows = await queries.FindManyAsync(body.Ids ?? [], ct);
        if (rows.Count == 0)
        {
            return ReadEndpoints.Missing(string.Join(", ", body.Ids ?? []));
        }

        if (body.IncludeConsumingWorkflows)
        {
            rows.AddRange(await queries.FindLatestAsync(await uses.AllConsumersAsync(rows.Select(row => row.DefinitionId), ct), ct));
        }

        return Zip(rows);
    }

    private static async Task<IResult> ImportAsync(HttpContext context, IProcessRunner runner, TimeProvider clock, CancellationToken ct)
    {
        var document = await ElsaJson.ReadAsync<JsonObject>(context.Request, ct);
        if (context.Request.RouteValues["definitionId"] is string id)
        {
            document["definitionId"] = id;
        }

        var result = await StoreAsync([document], context, runner, clock, ct);
        return result.IsSuccess ? ElsaJson.Ok(DefinitionBody.Of(result.Value[0])) : ElsaRefusal.Of([DefinitionWords.Of(result.Errors[0], context.User.Actor())]);
    }

    private static async Task<IResult> ImportFilesAsync(HttpContext context, IProcessRunner runner, TimeProvider clock, CancellationToken ct)
    {
        if (!context.Request.HasFormContentType)
        {
            return ElsaRefusal.Of(StatusCodes.Status400BadRequest, "import.form", "Files are expected, as multipart/form-data.");
        }

        var documents = new List<JsonObject>();
        foreach (var file in (await context.Request.ReadFormAsync(ct)).Files)
        {
            await using var stream = file.OpenReadStream();
            await ReadFileAsync(file.FileName, stream, documents, ct);
        }

        var result = await StoreAsync(documents, context, runner, clock, ct);
        return result.IsSuccess ? ElsaJson.Ok(new { count = result.Value.Count }) : ElsaRefusal.Of([DefinitionWords.Of(result.Errors[0], context.User.Actor())]);
    }

    /// <summary>All or none: a file that is no definition leaves the others out, too, and is named.</summary>
    private static Task<Result<IReadOnlyList<StoredDefinition>>> StoreAsync(IReadOnlyList<JsonObject> documents, HttpContext context, IProcessRunner runner, TimeProvider clock, CancellationToken ct) =>
        runner.RunAsync<IReadOnlyList<StoredDefinition>>(
            async (step, token) =>
            {
                var change = context.User.Actor().Change(clock);
                var rows = new List<StoredDefinition>();
                var forms = context.RequestServices.GetRequiredService<TaskForms>();
                foreach (var document in documents)
                {
                    forms.FromDesigner(document);
                    var saved = await step.Services.GetRequiredService<DefinitionStore>().ImportAsync(document, change, token);
                    if (!saved.IsSuccess)
                    {
                        return saved.Errors[0];
                    }

                    rows.Add(saved.Value.Row);
                }

                return rows;
            },
            ct);

    private static async Task ReadFileAsync(string name, Stream stream, List<JsonObject> documents, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, ct);
        content.Position = 0;
        var isZip = content.Length > 3 && content.GetBuffer()[0] == 'P' && content.GetBuffer()[1] == 'K';
        if (!isZip)
        {
            documents.Add(Parse(name, content.ToArray()));
            return;
        }

        try
        {
            await using var archive = new ZipArchive(content, ZipArchiveMode.Read);
            foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
            {
                if (entry.Length > LargestDefinition || documents.Count >= MostDefinitions)
                {
                    throw new DefinitionException(name, entry.FullName, $"is too much: a zip may have {MostDefinitions} definitions of 10 MiB each.");
                }

                await using var part = await entry.OpenAsync(ct);
                var bytes = new byte[entry.Length];
                await part.ReadExactlyAsync(bytes, ct);
                documents.Add(Parse(entry.FullName, bytes));
            }
        }
        catch (InvalidDataException e)
        {
            throw new DefinitionException(name, name, "is not a zip that can be read.", e);
        }
    }

    private static JsonObject Parse(string name, byte[] bytes)
    {
        try
        {
            using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
            return JsonNode.Parse(text.ReadToEnd()) as JsonObject ?? throw new DefinitionException(name, name, "must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw new DefinitionException(name, name, $"is not JSON: {e.Message}", e);
        }
    }

    private static byte[] Write(StoredDefinition row)
    {
        var body = DefinitionBody.Of(row, withLinks: false);
        body.Insert(0, "$schema", Schema);
        return JsonSerializer.SerializeToUtf8Bytes(body, Indented);
    }

    private static IResult Zip(IReadOnlyList<StoredDefinition> rows)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in rows.OrderBy(row => row.DefinitionId, StringComparer.Ordinal).ThenBy(row => row.DefinitionVersion))
            {
                var name = FileName(row);
                name = names.Add(name) ? name : name.Replace(".json", $"-v{row.DefinitionVersion.ToString(CultureInfo.InvariantCulture)}.json", StringComparison.Ordinal);
                names.Add(name);
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(Write(row));
            }
        }

        return Results.File(content.ToArray(), "application/zip", "workflow-definitions.zip");
    }

    /// <summary>`workflow-definition-{name in kebab case}-{definition id}.json`, as Elsa names it.</summary>
    private static string FileName(StoredDefinition row)
    {
        var slug = new StringBuilder();
        foreach (var letter in (string.IsNullOrWhiteSpace(row.Name) ? row.DefinitionId : row.Name.Trim()) + "-" + row.DefinitionId)
        {
            slug.Append(char.IsAsciiLetterOrDigit(letter) || letter is '.' ? char.ToLowerInvariant(letter) : '-');
        }

        return $"workflow-definition-{slug}.json";
    }

    private sealed record ExportRequest(IReadOnlyList<string>? Ids, bool IncludeConsumingWorkflows);
}
