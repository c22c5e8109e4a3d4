using System.Collections.Concurrent;
using System.Diagnostics;
using Send.TestKit.Processes;

namespace Send.TestKit.Hosting;

/// <summary>
/// The built host as a process of its own, on a random port and a data folder of its own, so that tests see what a user
/// sees and can kill it. It must have been built in the same configuration as the tests.
/// </summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);
    private readonly HostSettings settings;
    private readonly TemporaryFolder folder = new("host");
    private readonly ConcurrentQueue<string> log = new();
    private Process? process;
    private Lifeline? lifeline;

    private HostProcess(HostSettings settings)
    {
        this.settings = settings;
        BaseAddress = new Uri($"http://127.0.0.1:{Loopback.FreePort()}");
        Client = new HttpClient { BaseAddress = BaseAddress, Timeout = TimeSpan.FromMinutes(4) };
    }

    /// <summary>Address of the host; it stays the same over restarts.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The data folder, kept over restarts and removed at the end.</summary>
    public string DataFolder => folder.Path;

    /// <summary>An anonymous client for the host.</summary>
    public HttpClient Client { get; }

    /// <summary>Everything the host wrote, over all its lives.</summary>
    public string Log => string.Join('\n', log);

    /// <summary>True while the process lives.</summary>
    public bool IsRunning => process is { HasExited: false };

    /// <summary>Starts a host and waits until it is ready.</summary>
    public static async Task<HostProcess> StartAsync(HostSettings settings, CancellationToken ct)
    {
        var host = new HostProcess(settings);
        try
        {
            host.CopyData();
            host.Launch();
            await host.WaitUntilReadyAsync(ct);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again on the same data, after <see cref="Kill"/>, and waits until it is ready.</summary>
    public async Task RestartAsync(CancellationToken ct)
    {
        Kill();
        Launch();
        await WaitUntilReadyAsync(ct);
    }

    /// <summary>SIGKILL, to it and its children: no shutdown code runs.</summary>
    public void Kill()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        lifeline?.Dispose();
        lifeline = null;
        process?.Dispose();
        process = null;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Kill();
        Client.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private void CopyData()
    {
        if (settings.DataFrom is not { } from)
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(DataFolder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private void Launch()
    {
        var home = Repository.Combine("src", "Send.Host");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(home, "bin", Repository.Configuration, "net10.0", "Send.Host.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(BaseAddress.ToString().TrimEnd('/'));
        foreach (var (key, value) in Configuration())
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        lifeline = Lifeline.Tie($"kill -9 {process.Id} 2>/dev/null");
    }

    private IEnumerable<KeyValuePair<string, string>> Configuration()
    {
        yield return new("Training:Enabled", settings.Training ? "true" : "false");
        yield return new("Data:Folder", folder.Path);
        yield return new("Database:Provider", settings.Database.ToString());
        if (settings.ConnectionString is { } connection)
        {
            yield return new("ConnectionStrings:Send", connection);
        }

        foreach (var pair in settings.Configuration)
        {
            yield return pair;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
        {
            log.Enqueue(line.Data);
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken ct)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < StartLimit)
        {
            if (process is not { HasExited: false })
            {
                throw new InvalidOperationException($"The host ended with {process?.ExitCode} before it was ready:\n{Log}");
            }

            try
            {
                using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, ct);
        }

        throw new TimeoutException($"The host was not ready after {StartLimit}:\n{Log}");
    }
}
