using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Send.Host.Infrastructure.Documents;

/// <summary>The Node.js child process: a line in, a line out; what it prints to standard error goes to the log. It ends with us, since its input closes.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    private WorkerProcess(Process process) => this.process = process;

    public bool HasExited => process.HasExited;

    public static WorkerProcess Start(string node, string workerFolder, string templates, ILogger logger)
    {
        var start = new ProcessStartInfo(node, [Path.Combine(workerFolder, "worker.mjs"), templates])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, line) =>
            {
                if (line.Data is { Length: > 0 } text)
                {
                    logger.LogWarning("Typesetter: {Line}", text);
                }
            };
            process.BeginErrorReadLine();
            return new(process);
        }
        catch (Win32Exception e)
        {
            throw new TypesetterUnavailableException($"Documents:Node: '{node}' cannot be started ({e.Message}); Node.js 20 or later is needed.", e);
        }
    }

    public async Task<string> AskAsync(string request, CancellationToken ct)
    {
        await process.StandardInput.WriteLineAsync(request.AsMemory(), ct);
        await process.StandardInput.FlushAsync(ct);
        return await process.StandardOutput.ReadLineAsync(ct) ?? throw new IOException("the worker ended");
    }

    public void Dispose()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }

        process.Dispose();
    }
}
