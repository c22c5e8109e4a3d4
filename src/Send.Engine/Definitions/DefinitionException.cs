namespace Send.Engine.Definitions;

/// <summary>A workflow definition cannot be used. The message names the source, the place in the JSON and what would be right.</summary>
public sealed class DefinitionException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="source">File or id that the definition came from.</param>
    /// <param name="path">JSON path, for example <c>$.root.activities[2].id</c>.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public DefinitionException(string source, string path, string problem, Exception? innerException = null)
        : base($"{source}: {path}: {problem}", innerException)
    {
        DefinitionSource = source;
        Path = path;
        Problem = problem;
    }

    /// <summary>File or id that the definition came from.</summary>
    public string DefinitionSource { get; }

    /// <summary>JSON path.</summary>
    public string Path { get; }

    /// <summary>What is wrong and what would be right.</summary>
    public string Problem { get; }
}
