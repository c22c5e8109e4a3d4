using System.Text.RegularExpressions;

namespace Send.Host.Tests.Architecture;

/// <summary>Rules about the text of the repository that no compiler checks.</summary>
public sealed partial class SourceRuleTests
{
    private const int LineLimit = 300;
    private static readonly string[] CodeFolders = ["src", "tests", "bench"];
    private static readonly string[] CodePatterns = ["*.cs", "*.razor", "*.css", "*.js", "*.mjs"];
    private static readonly string[] Binary = [".png", ".pdf", ".ttf", ".otf", ".woff2", ".ico", ".p12"];

    [Fact]
    public void SourceFiles_AreAtMost300LinesLong()
    {
        var files = CodeFolders.SelectMany(folder => CodePatterns.SelectMany(pattern => SourceTree.Files(folder, pattern)))
            .Where(f => !f.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => (f.Path, Lines: f.Lines.Count()))
            .ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, f => f.Lines > LineLimit);
    }

    [Fact]
    public void TextFiles_NameNoPathOfOneMachine() => AssertNoLine(MachinePath());

    [Fact]
    public void TextFiles_NameNoRegistry() => AssertNoLine(RegistryHost());

    [Theory]
    [InlineData("see /work" + "/main/x", true)]
    [InlineData("\"/home" + "/ann/.nuget\"", true)]
    [InlineData("from work/home/school", false)]
    [InlineData("GET /api/tasks", false)]
    public void MachinePath_Examples(string line, bool found) => Assert.Equal(found, MachinePath().IsMatch(line));

    private static void AssertNoLine(Regex forbidden)
    {
        var files = SourceTree.Files("", "*").Where(f => !Binary.Contains(Path.GetExtension(f.Path), StringComparer.OrdinalIgnoreCase)).ToList();
        var offenders = files.SelectMany(f => f.Lines.Select((text, index) => (f.Path, Line: index + 1, text)))
            .Where(l => forbidden.IsMatch(l.text))
            .Select(l => $"{l.Path}:{l.Line}");

        Assert.NotEmpty(files);
        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"(?<![\w.~\-])/(work|root|home|Users)/\w|\b[A-Z]:\\Users\\", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"registry\.npmjs|api\.nuget|pypi\.org|""resolved"": ""http", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegistryHost();
}
