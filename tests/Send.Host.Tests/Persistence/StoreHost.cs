using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Participants;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Engine.Extensions;
using Send.Persistence;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Persistence;

/// <summary>The store with the engine on a database of its own, as one host has it, without the host around it.</summary>
internal sealed class StoreHost : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private readonly bool ownsDatabase;

    private StoreHost(TestDatabase database, ServiceProvider services, FakeTimeProvider machine, bool ownsDatabase)
    {
        this.database = database;
        this.services = services;
        this.ownsDatabase = ownsDatabase;
        Machine = machine;
    }

    /// <summary>Time as the machine has it; the domain's, too, unless the test runs in training mode.</summary>
    public FakeTimeProvider Machine { get; }

    /// <summary>Time as the domain has it.</summary>
    public TimeProvider Clock => services.GetRequiredService<TimeProvider>();

    public TestDatabase Database => database;

    public IServiceProvider Services => services;

    public IProcessRunner Runner => services.GetRequiredService<IProcessRunner>();

    public static Task<StoreHost> StartAsync(DatabaseKind kind, params IInterceptor[] interceptors) => StartAsync(kind, (services, _) =>
    {
        foreach (var interceptor in interceptors)
        {
            services.AddSingleton(interceptor);
        }
    });

    public static async Task<StoreHost> StartAsync(DatabaseKind kind, Action<IServiceCollection, IConfiguration> configure) =>
        await StartAsync(await TestDatabase.CreateAsync(kind, CancellationToken.None), ownsDatabase: true, configure);

    /// <summary>Another host on the same database.</summary>
    public static async Task<StoreHost> StartAsync(TestDatabase database, bool ownsDatabase, Action<IServiceCollection, IConfiguration>? configure = null)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = database.Kind.ToString(),
            ["ConnectionStrings:Send"] = database.ConnectionString,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var machine = new FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(machine);
        services.AddSingleton<TimeProvider>(machine);
        services.AddSendEngine(engine => engine.AddActivitiesFrom<OpenTestTask>());
        services.AddSendPersistence(configuration);
        configure?.Invoke(services, configuration);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        await provider.PrepareSendDatabaseAsync(CancellationToken.None);
        return new StoreHost(database, provider, machine, ownsDatabase);
    }

    /// <summary>Runs work in a scope of its own, as a request does.</summary>
    public async Task<T> InScopeAsync<T>(Func<SendDbContext, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SendDbContext>());
    }

    public Task InScopeAsync(Func<SendDbContext, Task> work) => InScopeAsync(async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>Runs a step that only stimulates workflows.</summary>
    public Task<Result<bool>> StimulateAsync(params ProcessStimulus[] stimuli) => Runner.RunAsync<bool>(
        (step, _) =>
        {
            foreach (var stimulus in stimuli)
            {
                step.Add(stimulus);
            }

            return Task.FromResult<Result<bool>>(true);
        },
        CancellationToken.None);

    /// <summary>A case with its participant and no process yet.</summary>
    public async Task<SendCase> AddCaseAsync(SendData data)
    {
        var now = Clock.GetUtcNow();
        var participant = new Participant
        {
            Id = Guid.CreateVersion7(now),
            GivenName = "Zoë",
            FamilyName = "Ščerba",
            Nationalities = "LV",
            Email = "zoe@example.org",
            ResidenceCountry = "IT",
            CreatedAt = now,
        };
        var id = Guid.CreateVersion7(now);
        var sendCase = new SendCase
        {
            Id = id,
            Code = "IVT-2027-" + id.ToString("N")[20..],
            Programme = "IVT",
            ParticipantId = participant.Id,
            DestinationCountry = "PT",
            WorkflowInstanceId = Guid.CreateVersion7(now),
            CreatedAt = now,
        };
        sendCase.Plan(new(2027, 9, 1), new(2027, 9, 3), new(2027, 11, 26), new(2027, 11, 27), now);
        data.Add(participant);
        data.Add(sendCase);
        await Task.CompletedTask;
        return sendCase;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsDatabase)
        {
            await database.DisposeAsync();
        }
    }
}
