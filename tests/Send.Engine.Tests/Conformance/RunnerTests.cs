using System.Text.Json.Nodes;
using Send.Conformance;
using Send.Conformance.Cases;
using Send.Conformance.Comparing;

namespace Send.Engine.Tests.Conformance;

/// <summary>A runner that cannot fail proves nothing.</summary>
public sealed class RunnerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cases").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("\"writeLines\": [\n    \"only\"", "\"writeLines\": [\n    \"other\"")]
    [InlineData("\"subStatus\": \"Finished\"", "\"subStatus\": \"Faulted\"")]
    [InlineData("\"event\": \"Completed\"", "\"event\": \"Suspended\"")]
    [InlineData("\"executions\"", "\"executed\"")]
    public async Task Expectation_ThatIsNotMet_IsReported(string right, string wrong)
    {
        var text = await CopyAsync();
        var changed = Compact(text).Replace(Compact(right), Compact(wrong), StringComparison.Ordinal);
        Assert.NotEqual(Compact(text), changed);
        await File.WriteAllTextAsync(Path.Combine(folder, "one", "expected.json"), changed, TestContext.Current.CancellationToken);

        using var output = new StringWriter();
        var code = await ConformanceCommand.RunAsync([folder], output, TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.StartsWith("FAIL one: ", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("0 passed, 1 failed", output.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_ThatPasses_IsCounted()
    {
        await CopyAsync();

        using var output = new StringWriter();
        var code = await ConformanceCommand.RunAsync([folder], output, TestContext.Current.CancellationToken);

        Assert.Equal((0, "1 passed, 0 failed"), (code, output.ToString().TrimEnd()));
    }

    [Fact]
    public async Task Folder_WithoutCases_IsNoSuccess()
    {
        using var output = new StringWriter();

        Assert.Equal(1, await ConformanceCommand.RunAsync([folder], output, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Case_WithABrokenFile_NamesIt()
    {
        await CopyAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "one", "script.json"), "{", TestContext.Current.CancellationToken);

        using var output = new StringWriter();
        await ConformanceCommand.RunAsync([folder], output, TestContext.Current.CancellationToken);

        Assert.Contains("script.json is not JSON", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void DifferenceOnPurpose_CountsOnlyWhileItIsTheOneDescribed()
    {
        var rows = new KnownDifference("rows", Patterns: [new(@"start\.main\.bookmarkStoreCount", "[1-9][0-9]*", "nothing")]);
        var nulls = new KnownDifference("null", "null is .*", null, [new(@".*\.variables\.\w+", ".*", "null")], new Dictionary<string, IReadOnlyList<DifferencePattern>> { ["a"] = [new("start.main.variables.X", "1", "null")] });
        var list = new DifferenceList([rows, nulls]);
        CaseVerdict Judge(string name, string? quirk, params Difference[] differences) => list.Judge(name, quirk, differences).Verdict;
        var store = new Difference("start.main.bookmarkStoreCount", "3", "nothing");
        var x = new Difference("start.main.variables.X", "1", "null");
        var y = new Difference("start.main.variables.Y", "2", "null");

        Assert.Equal(CaseVerdict.DiffersOnPurpose, Judge("any", null, store));
        Assert.Equal(CaseVerdict.Failed, Judge("any", null, store with { Actual = "2" }));
        Assert.Equal(CaseVerdict.DiffersOnPurpose, Judge("a", "null is lost", x));
        Assert.Equal(CaseVerdict.Failed, Judge("a", "null is lost", x, y));
        Assert.Equal(CaseVerdict.Failed, Judge("a", "null is lost"));
        Assert.Equal(CaseVerdict.DiffersOnPurpose, Judge("b", "null is lost", y));
        Assert.Equal(CaseVerdict.Failed, Judge("b", null, y));
        Assert.Equal(CaseVerdict.Passed, Judge("b", "null is lost", y with { IsSoft = true }));
    }

    [Fact]
    public void Json_IsComparedByMeaning()
    {
        var left = JsonNode.Parse("""{"a":1.50,"b":[1,{"x":null}]}""");

        Assert.Empty(JsonComparison.Compare(left, JsonNode.Parse("""{"b":[1.0,{"x":null}],"a":1.5}"""), "$"));
        Assert.Equal(
            ["$.a: expected 1.50, got 2", "$.b[1].x: expected null, got nothing", "$.c: expected nothing, got 1"],
            JsonComparison.Compare(left, JsonNode.Parse("""{"a":2,"b":[1,{}],"c":1}"""), "$").Select(difference => difference.ToString()));
    }

    [Fact]
    public void Values_AreNormalised()
    {
        var now = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var normalizer = new Normalizer(id => id == "aaaaaaaaaaaaaaaa" ? "main" : null, id => id.StartsWith('b'));

        Assert.Equal("<now+3600s>", normalizer.Text("2027-01-01T01:00:10+00:00", now));
        Assert.Equal("<now>", normalizer.Text("2026-12-31T23:59:45Z", now));
        Assert.Equal("2031-02-03T04:05:00+00:00", normalizer.Text("2031-02-03T04:05:00+00:00", now));
        Assert.Equal("x <main> <id> <guid> '<n>'", normalizer.Text("x aaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbb 11111111-2222-3333-4444-555555555555 '123456789'", now));
    }

    private static string Compact(string json) => string.Concat(json.Where(character => !char.IsWhiteSpace(character)));

    private async Task<string> CopyAsync()
    {
        var source = CaseFolder.FindPaths(Path.Combine(AppContext.BaseDirectory, "cases")).Single(path => path.EndsWith("-single-root", StringComparison.Ordinal));
        var target = Directory.CreateDirectory(Path.Combine(folder, "one")).FullName;
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        return await File.ReadAllTextAsync(Path.Combine(target, "expected.json"), TestContext.Current.CancellationToken);
    }
}
