using System.Reflection;
using System.Xml.Linq;
using Send.TestKit.Hosting;

namespace Send.Host.Tests.Architecture;

/// <summary>The direction of references: Host → Persistence, Activities → Core, Engine; Engine and Core know nothing above them.</summary>
public sealed class ReferenceArrowTests
{
    private const string Ef = "Microsoft.EntityFrameworkCore";
    private const string AspNet = "Microsoft.AspNetCore";

    [Theory]
    [InlineData("Send.Engine", "Send.", Ef, AspNet, "Hangfire", "Npgsql", "Microsoft.Data.")]
    [InlineData("Send.Core", "Send.", AspNet, "Hangfire", "Npgsql", "Microsoft.Data.Sqlite", "Microsoft.Data.SqlClient", "Jint")]
    [InlineData("Send.Activities", "Send.Persistence", "Send.Host", AspNet, "Hangfire", "Npgsql", "Microsoft.Data.")]
    [InlineData("Send.Persistence", "Send.Activities", "Send.Host", "Hangfire", "Jint", "Fluid")]
    public void Assembly_ForbiddenReferences_AreAbsent(string name, params string[] forbidden)
    {
        var references = Assembly.Load(name).GetReferencedAssemblies().Select(r => r.Name!).ToList();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, r => IsForbidden(r, forbidden));
    }

    [Theory]
    [InlineData("Send.Engine", "Send.", Ef, AspNet, "Hangfire", "Npgsql", "Microsoft.Data.")]
    [InlineData("Send.Core", "Send.", AspNet, "Hangfire", "Npgsql", "Microsoft.Data.")]
    [InlineData("Send.Activities", "Send.Persistence", "Send.Host", AspNet, "Hangfire", "Npgsql", "Microsoft.Data.")]
    [InlineData("Send.Persistence", "Send.Activities", "Send.Host", "Hangfire")]
    public void ProjectFile_ForbiddenReferences_AreAbsent(string name, params string[] forbidden)
    {
        var references = ProjectFileReferences(name);

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, r => IsForbidden(r, forbidden));
    }

    [Fact]
    public void Host_ReferencesEveryLayerBelow()
    {
        var references = ProjectFileReferences("Send.Host");

        Assert.Contains("Send.Persistence", references);
        Assert.Contains("Send.Activities", references);
    }

    [Fact]
    public void Activities_SourceFiles_NameNoEngine()
    {
        var files = SourceTree.Files("src/Send.Activities", "*.cs").ToList();
        var offenders = files.Where(f => f.Lines.Any(NamesAnEngine)).Select(f => f.Path);

        Assert.NotEmpty(files);
        Assert.Empty(offenders);
    }

    private static bool NamesAnEngine(string line)
    {
        var code = line.Split("//", 2)[0];
        return code.Contains("using Elsa", StringComparison.Ordinal)
            || code.Contains("using Send.Engine", StringComparison.Ordinal)
            || code.Contains("Send.Engine.", StringComparison.Ordinal)
            || code.Contains("Elsa.Workflows.", StringComparison.Ordinal);
    }

    private static bool IsForbidden(string reference, string[] forbidden) =>
        forbidden.Any(f => reference.StartsWith(f, StringComparison.Ordinal));

    private static List<string> ProjectFileReferences(string project)
    {
        var file = XDocument.Load(Repository.Combine("src", project, project + ".csproj"));
        return file.Descendants()
            .Where(e => e.Name.LocalName is "ProjectReference" or "PackageReference")
            .Select(e => Path.GetFileName(e.Attribute("Include")!.Value).Replace(".csproj", "", StringComparison.Ordinal))
            .ToList();
    }
}
