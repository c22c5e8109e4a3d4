namespace Send.TestKit.Processes;

/// <summary>What a test needs from the machine. Outside <c>make test</c> an absent tool skips the test visibly; there it fails it.</summary>
public static class Requirement
{
    /// <summary>
    /// Throws: a skip, or a failure when the environment variable <paramref name="variable"/> is 1
    /// (<c>make test</c> sets it, because it installs the tool first).
    /// </summary>
    public static Exception Missing(string what, string variable) =>
        Environment.GetEnvironmentVariable(variable) == "1"
            ? new InvalidOperationException($"{what} is needed ({variable}=1) and not installed")
            : new SkipException($"{what} is not installed");

    /// <summary>xunit recognises a skip by the start of the message, so that no reference to it is needed here.</summary>
    private sealed class SkipException(string reason) : Exception("$XunitDynamicSkip$" + reason);
}
