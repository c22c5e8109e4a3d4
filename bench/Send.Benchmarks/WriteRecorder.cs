using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Send.Benchmarks;

/// <summary>
/// Notes every insert, update and delete that EF sends while it listens, through EF's diagnostic events, so that the product is
/// measured without a change for the measurement. The floor then makes the same writes.
/// </summary>
internal sealed partial class WriteRecorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>How long EF may go on believing that nobody listens (its logging cache time is a second).</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(1.5);

    private readonly List<RecordedCommand> commands = [];
    private readonly List<IDisposable> subscriptions = [];

    public WriteRecorder() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public IReadOnlyList<RecordedCommand> Commands => commands;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data && Write().IsMatch(data.Command.CommandText))
        {
            lock (commands)
            {
                commands.Add(RecordedCommand.Of(data.Command));
            }
        }
    }

    public void OnError(Exception error)
    {
        // EF's events report no errors here; a failed command throws where it was sent.
    }

    public void OnCompleted()
    {
        // The listener lives as long as the process.
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }

    [GeneratedRegex(@"^\s*(INSERT|UPDATE|DELETE)\b", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Write();
}
