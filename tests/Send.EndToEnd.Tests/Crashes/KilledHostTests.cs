using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using Send.EndToEnd.Tests.Api;
using Send.TestKit.Databases;
using Send.TestKit.Hosting;
using Send.TestKit.Mail;

namespace Send.EndToEnd.Tests.Crashes;

/// <summary>
/// The host is killed at random moments while a case is worked on. The case must end as one that nobody disturbed: the same
/// tasks, deadlines and mails, none twice, and nothing left undone.
/// </summary>
public sealed partial class KilledHostTests(ITestOutputHelper output)
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static RunResult? calm;

    private const double Chance = 0.5;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 12)]
    [InlineData(DatabaseKind.PostgreSql, 4)] // there, what a dead host had leased waits two minutes, because another host might be at work on it
    public async Task Case_HostKilledAtRandomMoments_EndsAsAnUndisturbedOne(DatabaseKind kind, int kills)
    {
        var ct = TestContext.Current.CancellationToken;
        var seed = Seed();
        output.WriteLine($"SEND_KILL_SEED={seed}");

        var undisturbed = await CalmAsync(ct);
        var killed = await RunAsync(kind, seed, kills, ct);

        Assert.Empty(killed.Stuck);
        Assert.Equal(undisturbed.Ledger, killed.Ledger);
        Assert.Empty(killed.SentTwice);
    }

    /// <summary>What the same case comes to when nobody disturbs it; the database makes no difference.</summary>
    private async Task<RunResult> CalmAsync(CancellationToken ct)
    {
        await Gate.WaitAsync(ct);
        try
        {
            return calm ??= await RunAsync(DatabaseKind.Sqlite, seed: 0, kills: 0, ct);
        }
        finally
        {
            Gate.Release();
        }
    }

    private async Task<RunResult> RunAsync(DatabaseKind kind, int seed, int kills, CancellationToken ct)
    {
        await using var sink = await SmtpSink.StartAsync(ct);
        await using var postgres = kind == DatabaseKind.PostgreSql ? await TestDatabase.CreateAsync(kind, ct) : null;
        await using var host = await HostProcess.StartAsync(await SettingsAsync(kind, postgres, sink, ct), ct);
        var killer = new Killer(host, seed, kills, Chance, ct);
        var office = new Office(host.Client, killer.BeforeWrite);
        var driver = new CaseDriver(office);
        try
        {
            var id = await driver.EnrolAsync(Enrolments.Trainee(DateOnly.FromDateTime((await office.NowAsync(ct)).UtcDateTime), "Ferraro"), ct);
            await driver.RunAsync(id, new Course(), ct);
            await killer.FinishAsync();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"killed {killer.Kills} times, {driver.Completed.Count} tasks"));
            Assert.True(killer.Kills >= kills / 2, "The host was hardly ever killed: the run proves nothing.");
            var stuck = await OutboxCheck.StuckRowsAsync(() => Connect(host, postgres), office, ct);
            return new RunResult(await CaseLedger.ReadAsync(office, id, ct), stuck, Repeated(await sink.ReadAsync(ct)));
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{e.Message}\n{driver.Trace}\n{Tail(host.Log)}", e);
        }
    }

    private static async Task<HostSettings> SettingsAsync(DatabaseKind kind, TestDatabase? postgres, SmtpSink sink, CancellationToken ct) => new()
    {
        Database = kind,
        ConnectionString = postgres?.ConnectionString,
        DataFrom = postgres is null ? await DemonstrationData.FolderAsync(ct) : null,
        Configuration = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Smtp:Security"] = "None",
            // What the killed host had in its hands is waited for at the next move of the clock.
            ["Jobs:LeaseSeconds"] = "20",
        },
    };

    private static DbConnection Connect(HostProcess host, TestDatabase? postgres) => postgres is null
        ? new SqliteConnection($"Data Source={Path.Combine(host.DataFolder, "send.db")}")
        : new NpgsqlConnection(postgres.ConnectionString);

    /// <summary>Message ids that the mail server was given more than once.</summary>
    private static IReadOnlyList<string> Repeated(IEnumerable<string> mails) =>
    [
        .. mails.Select(m => MessageId().Match(m).Groups["id"].Value)
            .GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key),
    ];

    private static int Seed() =>
        int.TryParse(Environment.GetEnvironmentVariable("SEND_KILL_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Environment.TickCount & 0xFFFF;

    private static string Tail(string log) => string.Join('\n', log.Split('\n').TakeLast(60));

    [GeneratedRegex(@"^Message-ID:\s*(?<id>\S+)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MessageId();

    private sealed record RunResult(IReadOnlyList<string> Ledger, IReadOnlyList<string> Stuck, IReadOnlyList<string> SentTwice);
}
