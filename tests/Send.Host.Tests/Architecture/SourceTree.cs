using Send.TestKit.Hosting;

namespace Send.Host.Tests.Architecture;

/// <summary>The text files of the repository, without what builds and runs leave behind.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        ".git", ".vs", ".idea", "bin", "obj", "node_modules", "artifacts", "data", "TestResults",
    };

    /// <summary>Files below a folder of the repository whose name matches the pattern; paths are relative to the root, with slashes.</summary>
    public static IEnumerable<SourceFile> Files(string folder, string pattern) =>
        Walk(new DirectoryInfo(Repository.Combine(folder)), pattern)
            .Select(f => new SourceFile(Path.GetRelativePath(Repository.Root, f.FullName).Replace('\\', '/'), f.FullName));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder, string pattern) =>
        folder.Exists
            ? folder.EnumerateFiles(pattern).Concat(folder.EnumerateDirectories().Where(d => !LeftOut.Contains(d.Name)).SelectMany(d => Walk(d, pattern)))
            : [];
}

/// <summary>One file; it is read when asked for.</summary>
internal sealed record SourceFile(string Path, string FullPath)
{
    public IEnumerable<string> Lines => File.ReadLines(FullPath);
}
