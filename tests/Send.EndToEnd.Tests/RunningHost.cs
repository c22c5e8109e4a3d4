using Send.EndToEnd.Tests.Api;
using Send.TestKit.Hosting;

[assembly: AssemblyFixture(typeof(Send.EndToEnd.Tests.RunningHost))]

namespace Send.EndToEnd.Tests;

/// <summary>One host in training mode for all tests that do not need one of their own. Its clock moves on with them.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private HostProcess? host;

    /// <summary>The host; started before the first test.</summary>
    public HostProcess Host => host ?? throw new InvalidOperationException("The host was not started.");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        host = await HostProcess.StartAsync(new HostSettings { DataFrom = await DemonstrationData.FolderAsync(ct) }, ct);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    internal Office Office() => new(Host.Client);

    internal static async Task<DateOnly> TodayAsync(Office office, CancellationToken ct) =>
        DateOnly.FromDateTime((await office.NowAsync(ct)).UtcDateTime);
}
