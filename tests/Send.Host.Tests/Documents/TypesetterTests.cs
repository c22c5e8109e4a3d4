using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using Send.Host.Infrastructure.Documents;
using Send.TestKit.Hosting;
using Send.TestKit.Processes;
using UglyToad.PdfPig;

namespace Send.Host.Tests.Documents;

public sealed class TypesetterTests : IDisposable
{
    private static readonly DateTimeOffset CreatedAt = new(2027, 1, 12, 9, 0, 0, TimeSpan.Zero);
    private readonly Typesetter typesetter = Create("node");

    public static TheoryData<string, string> Papers => new()
    {
        { "learning-agreement", "en" }, { "learning-agreement", "it" },
        { "attendance-certificate", "en" }, { "attendance-certificate", "it" },
        { "europass-mobility", "en" }, { "europass-mobility", "it" },
    };

    public void Dispose() => typesetter.Dispose();

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task Render_FullData_GivesA4InTheLanguageWithNamesInTheirAlphabets(string template, string language)
    {
        var pdf = await typesetter.RenderAsync(template, Full(language), CreatedAt, TestContext.Current.CancellationToken);

        using var document = PdfDocument.Open(pdf);
        var text = string.Concat(document.GetPages().Select(page => page.Text));
        Assert.All(document.GetPages(), page => Assert.Equal((595, 842), ((int)Math.Round(page.Width), (int)Math.Round(page.Height))));
        Assert.Contains("Παπαδοπούλου", text, StringComparison.Ordinal);
        Assert.Contains("李娜", text, StringComparison.Ordinal);
        Assert.Contains("Panadería", text, StringComparison.Ordinal);
        Assert.Contains(language == "it" ? "marzo" : "March", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task Render_OnlyWhatEveryCaseHas_LeavesBlanks(string template, string language)
    {
        var data = $$$"""{"language":"{{{language}}}","case":{"code":"IVT-2027-0001"},"participant":{"givenName":"Anna","familyName":"Rossi"}}""";

        var pdf = await typesetter.RenderAsync(template, data, CreatedAt, TestContext.Current.CancellationToken);

        using var document = PdfDocument.Open(pdf);
        Assert.Contains("Rossi", string.Concat(document.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_SameCallTwice_GivesTheSameBytes()
    {
        var first = await typesetter.RenderAsync("europass-mobility", Full("en"), CreatedAt, TestContext.Current.CancellationToken);
        var second = await typesetter.RenderAsync("europass-mobility", Full("en"), CreatedAt, TestContext.Current.CancellationToken);

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("no-such-paper")]
    [InlineData("../documents/europass-mobility")]
    public async Task Render_NoTemplateOfThatName_SaysSo(string template)
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => typesetter.RenderAsync(template, "{}", CreatedAt, TestContext.Current.CancellationToken));

        Assert.Contains(template, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_AfterARefusal_GoesOnWithTheSameWorker()
    {
        await Assert.ThrowsAsync<TemplateException>(() => typesetter.RenderAsync("learning-agreement", "[]", CreatedAt, TestContext.Current.CancellationToken));

        var pdf = await typesetter.RenderAsync("learning-agreement", Full("en"), CreatedAt, TestContext.Current.CancellationToken);

        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
    }

    [Fact]
    public async Task Render_WithoutNode_NamesTheSetting()
    {
        using var broken = Create("no-such-node");

        var error = await Assert.ThrowsAsync<TypesetterUnavailableException>(() => broken.RenderAsync("learning-agreement", Full("en"), CreatedAt, TestContext.Current.CancellationToken));

        Assert.Contains("Documents:Node", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_WorkerThatDies_IsReportedAndReplaced()
    {
        using var folder = new TemporaryFolder("typesetter");
        Directory.CreateDirectory(folder.Combine("node_modules"));
        await File.WriteAllTextAsync(folder.Combine("worker.mjs"), "process.stdin.once('data', () => process.exit(3));", TestContext.Current.CancellationToken);
        using var dying = Create("node", folder.Path);

        await Assert.ThrowsAsync<TypesetterUnavailableException>(() => dying.RenderAsync("learning-agreement", "{}", CreatedAt, TestContext.Current.CancellationToken));
        await File.WriteAllTextAsync(folder.Combine("worker.mjs"), """
            process.stdin.on('data', line => process.stdout.write(JSON.stringify({ id: JSON.parse(line).id, pdf: 'AQI=' }) + '\n'));
            """, TestContext.Current.CancellationToken);

        Assert.Equal([1, 2], await dying.RenderAsync("learning-agreement", "{}", CreatedAt, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void VersionOf_EachTemplate_IsAStableHash()
    {
        Assert.Equal(64, typesetter.VersionOf("learning-agreement").Length);
        Assert.Equal(typesetter.VersionOf("learning-agreement"), typesetter.VersionOf("learning-agreement"));
        Assert.NotEqual(typesetter.VersionOf("learning-agreement"), typesetter.VersionOf("europass-mobility"));
    }

    private static string Full(string language)
    {
        var data = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "full.json")))!.AsObject();
        data["language"] = language;
        return data.ToJsonString();
    }

    private static Typesetter Create(string node, string workerFolder = "")
    {
        var options = Options.Create(new TypesetterOptions { Node = node, WorkerFolder = workerFolder });
        var environment = Mock.Of<IWebHostEnvironment>(e => e.ContentRootPath == Repository.Combine("src", "Send.Host"));
        return new(new TypesetterFolders(options, environment), options, TimeProvider.System, NullLogger<Typesetter>.Instance);
    }
}
