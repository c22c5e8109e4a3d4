using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Outbox;
using Send.Core.Participants;
using Send.Persistence;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Persistence;

public sealed class SqliteDatabaseTests() : DatabaseTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlDatabaseTests() : DatabaseTests(DatabaseKind.PostgreSql);

public abstract class DatabaseTests(DatabaseKind kind)
{
    [Fact]
    public async Task Prepare_EmptyDatabase_HasEveryMigration()
    {
        await using var host = await StoreHost.StartAsync(kind);

        Assert.Empty(await host.InScopeAsync(db => db.Database.GetPendingMigrationsAsync()));
        Assert.NotEmpty(await host.InScopeAsync(db => db.Database.GetAppliedMigrationsAsync()));
    }

    [Fact]
    public async Task Sensitive_Columns_AreCipherInTheDatabaseAndReadableByAnotherHost()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.InScopeAsync(async db =>
        {
            var added = await host.AddCaseAsync(db);
            var participant = db.Set<Participant>().Local.Single(row => row.Id == added.ParticipantId);
            participant.DocumentNumber = "AB1234567";
            participant.HealthNotes = "penicillin";
            await db.SaveChangesAsync();
        });

        var raw = await host.InScopeAsync(db => db.Database
            .SqlQueryRaw<string>("""SELECT COALESCE("DocumentNumber", '-') || ' ' || COALESCE("HealthNotes", '-') || ' ' || COALESCE("Iban", 'null') AS "Value" FROM "Participants" """)
            .SingleAsync());
        await using var second = await StoreHost.StartAsync(host.Database, ownsDatabase: false);
        var read = await second.InScopeAsync(db => db.Participants.AsNoTracking().SingleAsync());

        Assert.DoesNotContain("1234567", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("penicillin", raw, StringComparison.Ordinal);
        Assert.EndsWith(" null", raw, StringComparison.Ordinal);
        Assert.Equal(("AB1234567", "penicillin", null), (read.DocumentNumber, read.HealthNotes, read.Iban));
    }

    [Fact]
    public async Task Instants_AreKeptToTheMicrosecondAndOrdered()
    {
        await using var host = await StoreHost.StartAsync(kind);
        var first = new DateTimeOffset(2027, 3, 28, 2, 30, 0, TimeSpan.FromHours(2)).AddTicks(7);
        await host.InScopeAsync(async db =>
        {
            db.Outbox.AddRange(Item("b", first.AddMilliseconds(1)), Item("a", first), Item("c", new DateTimeOffset(2027, 3, 28, 1, 0, 0, TimeSpan.Zero)));
            await db.SaveChangesAsync();
        });

        var rows = await host.InScopeAsync(db => db.Outbox.AsNoTracking().Where(row => row.DueAt <= first.AddSeconds(1)).OrderBy(row => row.DueAt).ToListAsync());

        Assert.Equal(["a", "b"], rows.Select(row => row.Key));
        Assert.Equal((first.AddTicks(-7).UtcDateTime, TimeSpan.Zero), (rows[0].DueAt.UtcDateTime, rows[0].DueAt.Offset));
    }

    [Fact]
    public async Task Outbox_SameKeyTwice_IsRefused()
    {
        await using var host = await StoreHost.StartAsync(kind);
        var dialect = host.Services.GetRequiredService<DatabaseDialect>();

        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => host.InScopeAsync(async db =>
        {
            db.Outbox.AddRange(Item("same", host.Clock.GetUtcNow()), Item("same", host.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        }));

        Assert.True(dialect.IsBrokenKey(fault));
        Assert.True(dialect.IsRace(fault));
    }

    [Fact]
    public async Task Save_OfAnOldVersion_IsRefused()
    {
        await using var host = await StoreHost.StartAsync(kind);
        await host.InScopeAsync(async db =>
        {
            await host.AddCaseAsync(db);
            await db.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => host.InScopeAsync(async mine =>
        {
            var row = await mine.Cases.SingleAsync();
            await host.InScopeAsync(async theirs =>
            {
                (await theirs.Cases.SingleAsync()).DestinationCity = "Porto";
                await theirs.SaveChangesAsync();
            });
            row.DestinationCity = "Faro";
            await mine.SaveChangesAsync();
        }));
        Assert.Equal("Porto", await host.InScopeAsync(db => db.Cases.Select(row => row.DestinationCity).SingleAsync()));
    }

    private static OutboxItem Item(string key, DateTimeOffset due) => new() { Id = Guid.CreateVersion7(), Key = key, Kind = "test", Payload = "{}", CreatedAt = due, DueAt = due };
}

public sealed class ModelTests
{
    [Theory]
    [InlineData(nameof(DatabaseProvider.Sqlite))]
    [InlineData(nameof(DatabaseProvider.PostgreSql))]
    [InlineData(nameof(DatabaseProvider.SqlServer))]
    public async Task Model_HasNoChangeWithoutAMigration(string provider)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Database:Provider"] = provider, ["ConnectionStrings:Send"] = "Data Source=unused" };
        if (provider == nameof(DatabaseProvider.PostgreSql))
        {
            settings["ConnectionStrings:Send"] = "Host=unused";
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = new ServiceCollection().AddLogging().AddSendPersistence(configuration).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        Assert.False(scope.ServiceProvider.GetRequiredService<SendDbContext>().Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("Oracle", "Database:Provider is 'Oracle'; it can be Sqlite, PostgreSql, SqlServer.")]
    [InlineData("PostgreSql", "Database:Provider is PostgreSql: ConnectionStrings:Send must say where it is.")]
    public void AddSendPersistence_WrongSettings_SaysWhatIsWrong(string provider, string message)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Database:Provider"] = provider }).Build();

        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddSendPersistence(configuration)).Message);
    }
}
