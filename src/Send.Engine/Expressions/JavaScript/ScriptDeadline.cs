using System.Diagnostics;
using Jint;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>Ends an evaluation that takes too long or whose burst was cancelled. One per engine.</summary>
internal sealed class ScriptDeadline : Constraint
{
    private long started;
    private int steps;

    /// <summary>Set before the evaluation.</summary>
    public CancellationToken Token { get; set; }

    public override void Reset()
    {
        started = Stopwatch.GetTimestamp();
        steps = 0;
    }

    public override void Check()
    {
        Token.ThrowIfCancellationRequested();
        steps++;
        if (started == 0)
        {
            return;
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        if (elapsed > ScriptLimits.HardTime || (elapsed > ScriptLimits.Time && steps > ScriptLimits.GraceSteps))
        {
            throw new TimeoutException($"The script ran longer than {ScriptLimits.Time.TotalMilliseconds:F0} ms.");
        }
    }
}
