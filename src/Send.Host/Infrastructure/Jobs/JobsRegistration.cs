using Hangfire;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Send.Core.Data;
using Send.Core.Outbox;
using Send.Host.Infrastructure.Mail;
using Send.Persistence;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Wires what happens by itself: Hangfire, the outbox, timers, mails, and the clock of training mode.</summary>
public static class JobsRegistration
{
    /// <summary>After `AddSendPersistence`. With `Training:Enabled` the <see cref="TimeProvider"/> becomes the <see cref="TrainingClock"/>.</summary>
    public static IServiceCollection AddSendJobs(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<JobsOptions>().BindConfiguration(JobsOptions.Section).ValidateDataAnnotations()
            .Validate(options => 60 % options.SweepSeconds == 0, "Jobs:SweepSeconds must divide 60: 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30 or 60.").ValidateOnStart();
        services.AddHangfire((provider, jobs) => jobs
            .UseLogProvider(new JobsLogProvider(provider.GetRequiredService<ILoggerFactory>()))
            .UseSendStorage(provider.GetRequiredService<DatabaseDialect>().Provider, configuration.GetConnectionString("Send")));
        services.AddHangfireServer((provider, server) =>
        {
            server.WorkerCount = provider.GetRequiredService<IOptions<JobsOptions>>().Value.Workers;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.ShutdownTimeout = TimeSpan.FromSeconds(20);
        });
        services.AddWork();
        services.AddSendMail();
        if (configuration.GetValue<bool>("Training:Enabled"))
        {
            services.AddSingleton<TrainingClock>();
            services.AddSingleton<ClockAdvance>();
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<TrainingClock>()));
        }

        return services;
    }

    /// <summary>The executor of one kind of outbox items.</summary>
    public static IServiceCollection AddOutboxExecutor<T>(this IServiceCollection services, string kind)
        where T : class, IOutboxExecutor => services.AddKeyedScoped<IOutboxExecutor, T>(kind);

    /// <summary>After the database is prepared, before anything else looks at the time: reads the training clock.</summary>
    public static async Task LoadTrainingClockAsync(this IServiceProvider services, CancellationToken ct)
    {
        if (services.GetService<TrainingClock>() is { } clock)
        {
            await using var scope = services.CreateAsyncScope();
            await clock.LoadAsync(scope.ServiceProvider.GetRequiredService<SendDbContext>(), ct);
        }
    }

    /// <summary>After the database is prepared, before work begins: takes over what a host that died had leased, where it was the only one.</summary>
    public static async Task TakeOverOutboxAsync(this IServiceProvider services, CancellationToken ct)
    {
        if (services.GetRequiredService<DatabaseDialect>().Provider == DatabaseProvider.Sqlite)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OutboxLeases>().ReleaseAsync(ct);
        }
    }

    /// <summary>The dashboard at `/hangfire`, and the recurring sweep; the first one runs at once and takes up what a crash left.</summary>
    public static void MapSendJobs(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHangfireDashboard("/hangfire", new DashboardOptions { Authorization = [new JobsDashboardAccess()], DisplayStorageConnectionString = false, DashboardTitle = "Send" });
        app.Services.GetRequiredService<IBackgroundJobClient>().Enqueue<SweepJob>(job => job.SweepAsync(CancellationToken.None));
        app.Services.GetRequiredService<RecurringJobs>().TryRegister();
    }

    private static void AddWork(this IServiceCollection services)
    {
        services.AddDueWork();
        services.AddSingleton<SweepGate>();
        services.AddSingleton<SweepJob>();
        services.AddSingleton<OperationCleanup>();
        services.AddSingleton<RecurringJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<RecurringJobs>());
        services.AddSingleton<OutboxWake>();
        services.AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<OutboxWake>());
    }

    /// <summary>What falls due by itself, without anything that sets it going: whoever adds it calls <see cref="DueWork"/>.</summary>
    internal static void AddDueWork(this IServiceCollection services)
    {
        services.TryAddSingleton(new MachineClock(TimeProvider.System));
        services.AddSingleton<OutboxWorker>();
        services.AddSingleton<TimerWorker>();
        services.AddSingleton<IDueWork, ReminderWork>();
        services.AddSingleton<DueWork>();
        services.AddScoped<OutboxLeases>();
        services.AddOutboxExecutor<EventExecutor>(OutboxKinds.Event);
        services.AddOutboxExecutor<DispatchExecutor>(OutboxKinds.Dispatch);
        services.AddOutboxExecutor<BackgroundExecutor>(OutboxKinds.Background);
    }
}
