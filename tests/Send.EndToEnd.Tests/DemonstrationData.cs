using Send.TestKit.Hosting;
using Send.TestKit.Processes;

namespace Send.EndToEnd.Tests;

/// <summary>The data folder of a host (SQLite) that has just made its demonstration data. It is made once; every host of the tests starts with a copy.</summary>
internal static class DemonstrationData
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static TemporaryFolder? folder;

    public static async Task<string> FolderAsync(CancellationToken ct)
    {
        await Gate.WaitAsync(ct);
        try
        {
            return (folder ??= await MakeAsync(ct)).Path;
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<TemporaryFolder> MakeAsync(CancellationToken ct)
    {
        var kept = new TemporaryFolder("demonstration");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => kept.Dispose();
        await using var host = await HostProcess.StartAsync(new HostSettings(), ct);
        host.Kill(); // what is committed is in the database and its log, so both are copied
        foreach (var file in Directory.EnumerateFiles(host.DataFolder))
        {
            File.Copy(file, kept.Combine(Path.GetFileName(file)));
        }

        return kept;
    }
}
