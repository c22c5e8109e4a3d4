using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Data;
using Send.Host.Infrastructure.Jobs;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Jobs;

public sealed class OperationCleanupTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Cleanup_ForgetsWhatIsOlderThanTheSetting_InBatches(DatabaseKind kind)
    {
        await using var host = await JobHost.StartAsync(kind, services => services.Configure<JobsOptions>(options => options.OperationDays = 7));
        var now = host.Clock.GetUtcNow();
        var fresh = Operation(now.AddDays(-7).AddMinutes(1));
        await host.InScopeAsync(async db =>
        {
            db.Operations.AddRange(Enumerable.Range(0, 1100).Select(minute => Operation(now.AddDays(-7).AddMinutes(-1 - minute))));
            db.Operations.Add(fresh);
            await db.SaveChangesAsync();
        });
        var cleanup = host.Services.GetRequiredService<OperationCleanup>();

        var first = await cleanup.RunAsync(CancellationToken.None);
        var second = await cleanup.RunAsync(CancellationToken.None);

        Assert.Equal((1100, 0), (first, second));
        await host.InScopeAsync(async db => Assert.Equal([fresh.Id], await db.Operations.Select(row => row.Id).ToListAsync()));
    }

    private static Operation Operation(DateTimeOffset at) => new() { Id = Guid.NewGuid(), RequestHash = "0", Status = 200, Response = "{}", At = at };
}
