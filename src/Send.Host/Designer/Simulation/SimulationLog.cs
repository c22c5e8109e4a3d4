using System.Collections.Concurrent;

namespace Send.Host.Designer.Simulation;

/// <summary>Keeps what a simulation's own services warn of (a timer that failed, an event that met nobody) instead of writing it into the host's log.</summary>
internal sealed class SimulationLog : ILoggerProvider
{
    private const int Most = 50;

    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>Warnings and errors in their order.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>Forgets them.</summary>
    public void Clear() => lines.Clear();

    public ILogger CreateLogger(string categoryName) => new Recorder(lines);

    public void Dispose()
    {
    }

    private sealed class Recorder(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && lines.Count < Most)
            {
                var text = formatter(state, exception);
                lines.Enqueue(exception is null ? text : $"{text}: {exception.GetBaseException().Message}");
            }
        }
    }
}
