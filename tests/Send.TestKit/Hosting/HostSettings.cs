using Send.TestKit.Databases;

namespace Send.TestKit.Hosting;

/// <summary>How a host is started; what is not named here has the product's defaults.</summary>
public sealed record HostSettings
{
    /// <summary>Value of <c>Database:Provider</c>.</summary>
    public DatabaseKind Database { get; init; } = DatabaseKind.Sqlite;

    /// <summary>Value of <c>ConnectionStrings:Send</c>; null leaves the default (a SQLite file in the data folder).</summary>
    public string? ConnectionString { get; init; }

    /// <summary>A data folder whose files are copied before the first start, for example one with the demonstration data; null begins with nothing.</summary>
    public string? DataFrom { get; init; }

    /// <summary>Training mode: demonstration data and accounts, and a clock that can be moved.</summary>
    public bool Training { get; init; } = true;

    /// <summary>Further configuration, keys as in appsettings.json (<c>Mail:Smtp:Host</c>).</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
