using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer.Definitions;

[Collection(ApiCollection.Name)]
public sealed class DefinitionFileTests(SharedApiHost shared)
{
    [Fact]
    public async Task Export_OfOne_IsAFileThatImportsUnchanged()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var made = await studio.CreateAsync("One File");
        var id = (string)made["definitionId"]!;

        using var answer = await studio.Api.Http.GetAsync($"{DefinitionClient.Root}/{id}/export?versionOptions=Latest&includeConsumingWorkflows=False");
        var file = (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal($"workflow-definition-one-file-{id}.json", answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName);
        Assert.Equal("$schema", file.First().Key);
        Assert.False(file.ContainsKey("links"));
        (await studio.Api.PostAsync($"{DefinitionClient.Root}/import", file)).Expect(HttpStatusCode.OK);
        Assert.Equal(["1 latest"], await studio.VersionsAsync(id));
        file["description"] = "from a file";
        (await studio.Api.PutAsync($"{DefinitionClient.Root}/{id}/import", file)).Expect(HttpStatusCode.OK);
        Assert.Equal("from a file", (string?)(await studio.LoadAsync(id))["description"]);
    }

    [Fact]
    public async Task Export_OfSeveral_IsAZipThatImportsElsewhere()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var first = await studio.CreateAsync("Zip one");
        var second = await studio.CreateAsync("Zip two");
        using var answer = await studio.Api.Http.PostAsync(
            "/elsa/api/bulk-actions/export/workflow-definitions",
            System.Net.Http.Json.JsonContent.Create(new { ids = new[] { (string?)first["id"], (string?)second["id"] }, includeConsumingWorkflows = false }));
        var zip = await answer.Content.ReadAsByteArrayAsync();
        using (var archive = new ZipArchive(new MemoryStream(zip)))
        {
            Assert.Equal(2, archive.Entries.Count);
        }

        foreach (var one in new[] { first, second })
        {
            (await studio.Api.SendAsync(new(HttpMethod.Delete, $"{DefinitionClient.Root}/{(string?)one["definitionId"]}"))).Expect(HttpStatusCode.NoContent);
        }

        var imported = await UploadAsync(studio, ("definitions.zip", "application/zip", zip));

        Assert.Equal(2, (int)imported.Expect(HttpStatusCode.OK).Body["count"]!);
        Assert.Equal("Zip two", (string?)(await studio.LoadAsync((string)second["definitionId"]!))["name"]);
    }

    [Fact]
    public async Task Import_WithOneBadFile_TakesNoneAndNamesIt()
    {
        var studio = await DefinitionClient.AsAsync(shared.Host);
        var good = Encoding.UTF8.GetBytes("""{"definitionId":"import-good","name":"Good","root":{"id":"a","type":"Elsa.Flowchart"}}""");

        var answer = await UploadAsync(studio, ("good.json", "application/json", good), ("bad.json", "application/json", Encoding.UTF8.GetBytes("{ no")));

        Assert.Contains("bad.json", DefinitionClient.Messages(answer.Expect(HttpStatusCode.BadRequest))[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await studio.Api.GetAsync($"{DefinitionClient.Root}/by-definition-id/import-good")).Status);
    }

    private static async Task<ApiAnswer> UploadAsync(DefinitionClient studio, params (string Name, string Type, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, type, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new(type);
            form.Add(part, "files", name);
        }

        return await studio.Api.SendAsync(new(HttpMethod.Post, $"{DefinitionClient.Root}/import-files") { Content = form });
    }
}
