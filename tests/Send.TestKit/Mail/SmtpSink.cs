using System.Diagnostics;
using Send.TestKit.Processes;

namespace Send.TestKit.Mail;

/// <summary>A mail server that keeps what it is given: Debian's aiosmtpd on a random port of 127.0.0.1, one file per mail (maildir).</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly TemporaryFolder folder;
    private readonly Process process;
    private readonly Lifeline lifeline;

    private SmtpSink(TemporaryFolder folder, Process process, Lifeline lifeline, int port)
    {
        this.folder = folder;
        this.process = process;
        this.lifeline = lifeline;
        Port = port;
    }

    /// <summary>Where it listens; plain SMTP without authentication.</summary>
    public int Port { get; }

    /// <summary>Starts one. Skips the test (or fails it, with SEND_REQUIRE_TOOLS=1) where aiosmtpd is not installed.</summary>
    public static async Task<SmtpSink> StartAsync(CancellationToken ct)
    {
        await RequireAsync(ct);
        var folder = new TemporaryFolder("mail");
        var port = Loopback.FreePort();
        var start = new ProcessStartInfo(Python) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
        {
            "-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", folder.Combine("box"),
        })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var sink = new SmtpSink(folder, process, Lifeline.Tie($"kill -9 {process.Id} 2>/dev/null"), port);
        for (var tries = 0; !await Loopback.AcceptsAsync(port, ct); tries++)
        {
            if (process.HasExited || tries > 200)
            {
                await sink.DisposeAsync();
                throw new InvalidOperationException($"aiosmtpd does not listen on port {port}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ct);
        }

        return sink;
    }

    /// <summary>The source text of every mail received so far, oldest first.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken ct)
    {
        var box = new DirectoryInfo(Path.Combine(folder.Path, "box", "new"));
        if (!box.Exists)
        {
            return [];
        }

        var mails = new List<string>();
        foreach (var file in box.GetFiles().OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal))
        {
            mails.Add(await File.ReadAllTextAsync(file.FullName, ct));
        }

        return mails;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        lifeline.Dispose();
        process.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task RequireAsync(CancellationToken ct)
    {
        try
        {
            await Command.RunAsync(Python, ["-c", "import aiosmtpd"], ct);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            throw Requirement.Missing("aiosmtpd", "SEND_REQUIRE_TOOLS");
        }
    }
}
