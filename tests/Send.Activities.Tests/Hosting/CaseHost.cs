using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Send.Activities.Tasks;
using Send.Core;
using Send.Core.Forms;
using Send.Core.Mail;
using Send.Core.Processes;
using Send.Core.Reference;
using Send.Engine.Extensions;
using Send.Persistence;
using Send.Persistence.Workflows;
using Send.TestKit.Databases;
using Send.TestKit.Hosting;

namespace Send.Activities.Tests.Hosting;

/// <summary>The product without its web host: engine, activities, use cases and the shipped workflows, forms and mails, on a SQLite database of its own.</summary>
internal sealed class CaseHost : IAsyncDisposable
{
    // Immutable and the same for every test.
    private static readonly FormCatalog ShippedForms = FormCatalog.Load(Repository.Combine("workflows", "forms"));
    private static readonly ReferenceData ShippedReference = ReferenceData.Load(Repository.Combine("workflows", "reference"));
    private static readonly MailTemplates ShippedMails = MailTemplates.Load(Repository.Combine("workflows", "mails"));

    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private CaseHost(TestDatabase database, ServiceProvider services, FakeTimeProvider clock)
    {
        this.database = database;
        this.services = services;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => services;

    public FormCatalog Forms => services.GetRequiredService<FormCatalog>();

    public IProcessRunner Runner => services.GetRequiredService<IProcessRunner>();

    /// <summary>Starts with the workflows of a folder, by default the shipped ones, on 11 January 2027, 10:00 in Rome.</summary>
    public static async Task<CaseHost> StartAsync(string? workflows = null)
    {
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, CancellationToken.None);
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = database.Kind.ToString(),
            ["ConnectionStrings:Send"] = database.ConnectionString,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 11, 9, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(ShippedForms);
        services.AddSingleton(ShippedReference);
        services.AddSingleton(ShippedMails);
        services.AddOptions<MailOptions>();
        services.AddSendUseCases();
        services.AddCaseServices();
        services.AddSendEngine(engine => engine.AddActivitiesFrom<HumanTask>());
        services.AddSendPersistence(configuration);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await provider.PrepareSendDatabaseAsync(CancellationToken.None);
        var host = new CaseHost(database, provider, clock);
        await provider.GetRequiredService<DefinitionSeeder>().SeedAsync(workflows ?? Repository.Combine("workflows"), CancellationToken.None);
        return host;
    }

    /// <summary>Runs work in a scope of its own, as a request does.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, SendDbContext, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<SendDbContext>());
    }

    /// <summary>Moves the clock to 9:00 of a day; timers that fall due on the way fire in their order, each at its own time.</summary>
    public async Task AdvanceAsync(DateOnly day)
    {
        var target = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);
        while (await InScopeAsync((_, db) => db.Set<StoredBookmark>().AsNoTracking().Where(row => row.DueAt != null && row.DueAt <= target)
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).FirstOrDefaultAsync()) is { } due)
        {
            if (due.DueAt > Clock.GetUtcNow())
            {
                Clock.SetUtcNow(due.DueAt.Value);
            }

            var result = await Runner.RunAsync<bool>(
                (step, _) =>
                {
                    step.Add(new ResumeBookmark(due.InstanceId, due.Id));
                    return Task.FromResult<Send.Core.Results.Result<bool>>(true);
                },
                CancellationToken.None);
            Assert.True(result.IsSuccess);
        }

        if (target > Clock.GetUtcNow())
        {
            Clock.SetUtcNow(target);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
