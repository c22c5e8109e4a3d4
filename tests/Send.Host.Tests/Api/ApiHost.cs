using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Send.Persistence;
using Send.TestKit.Databases;
using Send.TestKit.Processes;

namespace Send.Host.Tests.Api;

/// <summary>The whole host in this process, on a database and a data folder of its own. Training mode without demonstration data unless settings say otherwise.</summary>
public sealed class ApiHost : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder folder = new("api");
    private readonly TestDatabase database;
    private readonly bool ownsDatabase;
    private readonly Dictionary<string, string?> settings;
    private readonly IInterceptor[] interceptors;

    public ApiHost(TestDatabase database, IReadOnlyDictionary<string, string?>? further = null, bool ownsDatabase = true, params IInterceptor[] interceptors)
    {
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        this.interceptors = interceptors;
        settings = new(StringComparer.Ordinal)
        {
            ["Data:Folder"] = folder.Path,
            ["Database:Provider"] = database.Kind.ToString(),
            ["ConnectionStrings:Send"] = database.ConnectionString,
            ["Training:Enabled"] = "true",
            ["Training:DemonstrationData"] = "false",
            ["Accounts:SignInsPerMinute"] = "10000",
        };
        foreach (var (key, value) in further ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            settings[key] = value;
        }
    }

    public TestDatabase Database => database;

    public static async Task<ApiHost> StartAsync(DatabaseKind kind, IReadOnlyDictionary<string, string?>? settings = null) =>
        new(await TestDatabase.CreateAsync(kind, CancellationToken.None), settings);

    /// <summary>Runs work in a scope of its own, past the API.</summary>
    public async Task<T> InScopeAsync<T>(Func<SendDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SendDbContext>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsDatabase)
        {
            await database.DisposeAsync();
        }

        folder.Dispose();
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        // Host configuration becomes command line arguments, so that it is there when Program.cs reads it.
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(settings));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
    {
        foreach (var interceptor in interceptors)
        {
            services.AddSingleton(interceptor);
        }
    });
}

/// <summary>One host that the tests of the API share; each test works on people and cases of its own.</summary>
public sealed class SharedApiHost : IAsyncLifetime
{
    private ApiHost? host;

    public ApiHost Host => host ?? throw new InvalidOperationException("The host is started by the test runner.");

    public async ValueTask InitializeAsync() => host = await ApiHost.StartAsync(DatabaseKind.Sqlite);

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }
}

/// <summary>The tests that share a host.</summary>
[CollectionDefinition(Name)]
public sealed class ApiCollection : ICollectionFixture<SharedApiHost>
{
    public const string Name = "api";
}
