using Jint;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>Ends an evaluation that takes too long or whose burst was cancelled. One per engine.</summary>
internal sealed class ScriptDeadline : Constraint
{
    private readonly CpuBudget budget = new();
    private int steps;

    /// <summary>Set before the evaluation.</summary>
    public CancellationToken Token { get; set; }

    public override void Reset()
    {
        budget.Start();
        steps = 0;
    }

    public override void Check()
    {
        Token.ThrowIfCancellationRequested();
        steps++;
        if (budget.IsUsedUp(steps > ScriptLimits.GraceSteps ? ScriptLimits.Time : ScriptLimits.TimeOfFewSteps))
        {
            throw new TimeoutException($"it ran longer than {ScriptLimits.Time.TotalMilliseconds:F0} ms.");
        }
    }
}
