using Microsoft.Extensions.Configuration;

namespace Send.Persistence;

/// <summary>The one folder below which a host writes files (`Data:Folder`, `data` beside the working directory by default). Absolute.</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>From configuration; the folder need not exist.</summary>
    public static DataFolder From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new(System.IO.Path.GetFullPath(configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data"));
    }

    /// <summary>A path below the folder.</summary>
    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);
}
