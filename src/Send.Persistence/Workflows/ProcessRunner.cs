using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Send.Core.Processes;
using Send.Core.Results;

namespace Send.Persistence.Workflows;

/// <summary>Runs steps (ADR-0008): each try in a fresh scope, one commit, and another try when somebody else wrote what the step had read.</summary>
internal sealed partial class ProcessRunner(IServiceScopeFactory scopes, DatabaseDialect dialect, ILogger<ProcessRunner> logger) : IProcessRunner
{
    private const int Tries = 10;

    public async Task<Result<T>> RunAsync<T>(Func<ProcessStep, CancellationToken, Task<Result<T>>> change, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var scope = scopes.CreateAsyncScope();
                await using (scope)
                {
                    var result = await scope.ServiceProvider.GetRequiredService<StepExecution>().RunAsync(change, ct);
                    if (result.IsSuccess || attempt > 1 || !IsProcessRefusal(result.Errors[0]))
                    {
                        return result;
                    }
                }
            }
            catch (Exception e) when (attempt < Tries && dialect.IsRace(e))
            {
                LogRace(logger, attempt, e.GetBaseException().Message);
            }
            catch (Exception e) when (dialect.IsRace(e) && !dialect.IsBrokenKey(e))
            {
                return new Error("process.busy", "Others changed the same things at the same moment, several times. Nothing was changed; try again.", Kind: ErrorKind.Conflict);
            }

            // The pause is of the machine, not of the domain: it is real time also where the clock is moved by hand.
            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, 5 + (attempt * 10))), TimeProvider.System, ct);
        }
    }

    /// <summary>The process was not where the change had thought. The change may have read just before somebody else's commit and the process just after it: looking again
    /// tells what is the case.</summary>
    private static bool IsProcessRefusal(Error error) => error.Code.StartsWith("process.", StringComparison.Ordinal);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Try {Attempt} of a step lost a race and runs again: {Cause}")]
    private static partial void LogRace(ILogger logger, int attempt, string cause);
}
