namespace Send.Engine.Expressions.Liquid;

/// <summary>What rendering one template may use.</summary>
internal static class LiquidLimits
{
    public static readonly TimeSpan Time = TimeSpan.FromMilliseconds(500);

    /// <summary>Statements and loop rounds.</summary>
    public const int Steps = 50_000;

    public const int Recursion = 50;

    /// <summary>Characters of the result and of any value on the way.</summary>
    public const int Characters = 1_000_000;

    /// <summary>Elements of a list or range.</summary>
    public const int Elements = 20_000;
}
