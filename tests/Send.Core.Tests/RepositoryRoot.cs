namespace Send.Core.Tests;

/// <summary>Files of the repository, found from where the tests run.</summary>
internal static class RepositoryRoot
{
    public static string Path(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Send.Workflows.sln")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine([folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository."), .. parts]);
    }
}
