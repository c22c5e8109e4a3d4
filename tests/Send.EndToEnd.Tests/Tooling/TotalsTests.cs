using System.Globalization;
using Send.TestKit.Hosting;
using Send.TestKit.Processes;

namespace Send.EndToEnd.Tests.Tooling;

/// <summary>The last line of <c>.ci/run</c> is computed by eng/totals from the result files.</summary>
public sealed class TotalsTests : IDisposable
{
    private readonly TemporaryFolder folder = new("totals");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Totals_SeveralProjects_AreAddedUp()
    {
        Result("A.trx", total: 11, passed: 10, failed: 0);
        Result("B.trx", total: 5, passed: 5, failed: 0);

        Assert.Equal("15 passed, 0 failed, 1 skipped", await TotalsAsync());
    }

    [Fact]
    public async Task Totals_NothingSkipped_SaysNothingOfIt()
    {
        Result("A.trx", total: 3, passed: 3, failed: 0);

        Assert.Equal("3 passed, 0 failed", await TotalsAsync());
    }

    [Fact]
    public async Task Totals_FailedTest_FailsAndCountsIt()
    {
        Result("A.trx", total: 3, passed: 2, failed: 1);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(TotalsAsync);
        Assert.Contains("2 passed, 1 failed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_ProjectWithoutResults_CountsAsOneFailure()
    {
        Result("A.trx", total: 3, passed: 3, failed: 0);
        await File.WriteAllTextAsync(folder.Combine("failed-steps"), "Send.B.Tests: no test results\n", TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(TotalsAsync);
        Assert.Contains("3 passed, 1 failed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_NoResultsAtAll_Fails()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(TotalsAsync);
        Assert.Contains("0 passed, 1 failed", failure.Message, StringComparison.Ordinal);
    }

    private async Task<string> TotalsAsync() =>
        (await Command.RunAsync(Repository.Combine("eng", "totals"), [folder.Path], TestContext.Current.CancellationToken)).Trim();

    private void Result(string name, int total, int passed, int failed) =>
        File.WriteAllText(folder.Combine(name), string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="utf-8"?>
            <TestRun id="1" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <ResultSummary outcome="Completed">
                <Counters total="{total}" executed="{passed + failed}" passed="{passed}" failed="{failed}" error="0" timeout="0" aborted="0" notExecuted="0" />
              </ResultSummary>
            </TestRun>
            """));
}
