namespace Send.Engine.Expressions.JavaScript;

/// <summary>
/// What one evaluation may use. Scripts come from people who design processes: a mistake in one must not take a server's core or memory
/// from the others.
/// </summary>
internal static class ScriptLimits
{
    /// <summary>Time for one evaluation once it has run <see cref="GraceSteps"/> steps.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMilliseconds(250);

    /// <summary>Time of a script that made hardly a step: the first one of a process waits for code to be compiled.</summary>
    public static readonly TimeSpan TimeOfFewSteps = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan RegexTime = TimeSpan.FromMilliseconds(100);

    public const int GraceSteps = 1_000;
    public const int Statements = 200_000;
    public const long MemoryBytes = 32_000_000;
    public const int Recursion = 64;
    public const uint ArraySize = 65_536;

    /// <summary>Characters that one built-in call may produce.</summary>
    public const long Characters = 4_000_000;

    /// <summary>Nodes of a value that is serialised, joined, flattened or handed out.</summary>
    public const int Nodes = 200_000;

    public const int Depth = 64;
}
