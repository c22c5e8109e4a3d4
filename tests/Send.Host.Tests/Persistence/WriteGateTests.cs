using Microsoft.EntityFrameworkCore;
using Send.Core.Outbox;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Persistence;

/// <summary>Writers of one host queue in front of the SQLite file; nothing that ends badly leaves the gate shut.</summary>
public sealed class WriteGateTests
{
    [Fact]
    public async Task Writers_OfEveryKindAtOnce_AllGetThrough()
    {
        await using var host = await StoreHost.StartAsync(DatabaseKind.Sqlite);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => host.InScopeAsync(async db =>
        {
            if (i % 3 == 0)
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Outbox.Add(Item(i));
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
            }
            else if (i % 3 == 1)
            {
                db.Outbox.Add(Item(i));
                await db.SaveChangesAsync();
            }
            else
            {
                await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1));
            }
        }))));

        Assert.Equal(40, await host.InScopeAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Transaction_DroppedUnfinished_LetsTheNextWriterIn()
    {
        await using var host = await StoreHost.StartAsync(DatabaseKind.Sqlite);
        await host.InScopeAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Outbox.Add(Item(1));
            await db.SaveChangesAsync();
        });

        await host.InScopeAsync(async db =>
        {
            db.Outbox.Add(Item(2));
            await db.SaveChangesAsync();
        });

        Assert.Equal("item/2", await host.InScopeAsync(db => db.Outbox.Select(row => row.Key).SingleAsync()));
    }

    [Fact]
    public async Task Save_ThatFails_LetsTheNextWriterIn()
    {
        await using var host = await StoreHost.StartAsync(DatabaseKind.Sqlite);
        await Assert.ThrowsAsync<DbUpdateException>(() => host.InScopeAsync(async db =>
        {
            db.Outbox.AddRange(Item(1), Item(1));
            await db.SaveChangesAsync();
        }));
        await Assert.ThrowsAnyAsync<Exception>(() => host.InScopeAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Nowhere SET X = 1")));

        await host.InScopeAsync(async db =>
        {
            db.Outbox.Add(Item(2));
            await db.SaveChangesAsync();
        });

        Assert.Equal(1, await host.InScopeAsync(db => db.Outbox.CountAsync()));
    }

    private static OutboxItem Item(int number) => new()
    {
        Id = Guid.CreateVersion7(),
        Key = $"item/{number}",
        Kind = "test",
        Payload = "{}",
        CreatedAt = DateTimeOffset.UnixEpoch,
        DueAt = DateTimeOffset.UnixEpoch,
    };
}
