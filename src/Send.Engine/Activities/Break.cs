using Send.Engine.Attributes;
using Send.Engine.Signals;

namespace Send.Engine.Activities;

/// <summary>Ends the innermost loop.</summary>
[Activity("Elsa", "Looping", "Ends the innermost loop.")]
public sealed class Break : CodeActivity, ITerminalNode
{
    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => context.SendSignalAsync(new BreakSignal());
}

/// <summary>Base of the loops: a Break inside ends them after the current round.</summary>
public abstract class Loop : Activity
{
    private protected Loop() => OnSignalReceived<BreakSignal>((_, context) =>
    {
        context.StopPropagation();
        context.ReceiverActivityExecutionContext.StartBreaking();
    });
}

/// <summary>The mark that Break leaves on what it ends.</summary>
internal static class Breaking
{
    private const string Key = "IsBreaking";

    public static void StartBreaking(this ActivityExecutionContext context) => context.SetProperty(Key, value: true);

    public static bool IsBreaking(this ActivityExecutionContext context) => context.GetProperty<bool>(Key);
}
