using System.Diagnostics;

namespace Send.TestKit.Processes;

/// <summary>
/// Runs a shell script when this process ends, however it ends: the shell waits for the end of its input, which the
/// operating system closes even when the test run is killed. So no server outlives its tests.
/// </summary>
public sealed class Lifeline : IDisposable
{
    private readonly Process shell;

    private Lifeline(Process shell) => this.shell = shell;

    /// <summary>Ties <paramref name="script"/> (bash, with <c>$1…</c> from <paramref name="arguments"/>) to the life of this process.</summary>
    public static Lifeline Tie(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"exec >/dev/null 2>&1; trap '' INT TERM HUP; cat; {script}");
        start.ArgumentList.Add("lifeline");
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new Lifeline(Process.Start(start) ?? throw new InvalidOperationException("bash did not start"));
    }

    /// <summary>Runs the script now and waits for its end.</summary>
    public void Dispose()
    {
        shell.StandardInput.Close();
        shell.WaitForExit(TimeSpan.FromSeconds(20));
        shell.Dispose();
    }
}
