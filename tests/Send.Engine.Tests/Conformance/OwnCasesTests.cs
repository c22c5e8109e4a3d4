using Send.Conformance.Cases;
using Send.Conformance.Comparing;

namespace Send.Engine.Tests.Conformance;

/// <summary>Cases of our own in the corpus' format; what they expect was derived from Elsa's documented behaviour.</summary>
public sealed class OwnCasesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cases");

    public static TheoryData<string> Names => [.. CaseFolder.FindPaths(Folder).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_ComesOutAsExpected(string name)
    {
        var result = await CaseRunner.RunAsync(CaseFolder.Load(Path.Combine(Folder, name)), DifferenceList.None, TestContext.Current.CancellationToken);

        Assert.True(result.Verdict == CaseVerdict.Passed, result.Describe());
    }

    [Fact]
    public void Cases_AreThere() => Assert.True(CaseFolder.FindPaths(Folder).Count() >= 30);
}
