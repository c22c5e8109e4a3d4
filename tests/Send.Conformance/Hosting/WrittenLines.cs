using Send.Engine.Execution;

namespace Send.Conformance.Hosting;

/// <summary>Keeps the texts of WriteLine activities until somebody takes them.</summary>
public sealed class WrittenLines : IWriteLineSink
{
    private readonly List<string?> lines = [];

    /// <inheritdoc />
    public void WriteLine(string workflowInstanceId, string? text) => lines.Add(text);

    /// <summary>The lines since the last call.</summary>
    public IReadOnlyList<string?> Take()
    {
        string?[] taken = [.. lines];
        lines.Clear();
        return taken;
    }
}
