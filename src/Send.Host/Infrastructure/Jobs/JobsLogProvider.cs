using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Hangfire keeps one log provider for the whole process: when the host that gave it has ended, another host in the process must not fail for it.</summary>
internal sealed class JobsLogProvider(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider provider = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return provider.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    private sealed class Silence : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
