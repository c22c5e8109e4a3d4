using System.Net;
using System.Text.Json.Nodes;
using Send.TestKit.Databases;
using Send.TestKit.Hosting;
using Send.TestKit.Processes;

namespace Send.Host.Tests.Api;

/// <summary>What a programme allows stands in workflows/reference/programmes.json, and only there.</summary>
[Collection(ApiCollection.Name)]
public sealed class ProgrammeTests
{
    [Fact]
    public async Task Limits_ChangedInTheFile_CountForApiAndEnrolment()
    {
        using var folder = new TemporaryFolder("programmes");
        Copy(new(Repository.Combine("workflows")), folder.Path);
        var path = Path.Combine(folder.Path, "reference", "programmes.json");
        var file = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        var vocational = file["programmes"]!.AsArray().Single(one => (string?)one!["code"] == "IVT")!;
        (vocational["maxDays"], vocational["name"]!["en"]) = (20, "School stays");
        await File.WriteAllTextAsync(path, file.ToJsonString());
        await using var host = await ApiHost.StartAsync(DatabaseKind.Sqlite, new Dictionary<string, string?>(StringComparer.Ordinal) { ["Workflows:Folder"] = folder.Path });
        var client = await ApiClient.AsAsync(host, "coordinator");

        var shown = (await client.GetAsync("/api/programmes/initial-vocational-training")).Expect(HttpStatusCode.OK).Body;
        var all = (await client.GetAsync("/api/programmes")).Expect(HttpStatusCode.OK).Body["items"]!.AsArray();
        var refused = await client.PostAsync("/api/cases", Scenario.OpenCase(days: 30));
        var taken = await client.PostAsync("/api/cases", Scenario.OpenCase(days: 20));

        Assert.Equal(("IVT", 20, "School stays", false, true), ((string?)shown["code"], (int)shown["maxDays"]!, (string?)shown["name"]!["en"], (bool)shown["workingDays"]!, (bool)shown["open"]!));
        Assert.Equal(file["programmes"]!.AsArray().Select(one => (string?)one!["code"]), all.Select(one => (string?)one!["code"]));
        refused.Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("10 to 20", refused.Body.ToJsonString(), StringComparison.Ordinal);
        taken.Expect(HttpStatusCode.Created);
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}
