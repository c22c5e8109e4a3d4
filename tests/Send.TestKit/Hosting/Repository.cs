namespace Send.TestKit.Hosting;

/// <summary>Where the files of this repository are, seen from a running test.</summary>
public static class Repository
{
    /// <summary>The folder of Send.Workflows.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The build configuration that the running tests were built with (Debug, Release).</summary>
    public static string Configuration { get; } =
        new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent?.Name ?? "Release";

    /// <summary>Absolute path of something in the repository.</summary>
    public static string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Send.Workflows.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not below a clone of the repository");
    }
}
