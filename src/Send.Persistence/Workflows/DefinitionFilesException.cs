namespace Send.Persistence.Workflows;

/// <summary>Definition files are wrong and nothing is stored in their place: the host cannot do its work.</summary>
public sealed class DefinitionFilesException : Exception
{
    /// <summary>One line per file.</summary>
    public DefinitionFilesException(IReadOnlyList<DefinitionFileProblem> problems)
        : base(string.Join(Environment.NewLine, (problems ?? throw new ArgumentNullException(nameof(problems))).Select(problem => problem.Message))) => Problems = problems;

    /// <summary>The files.</summary>
    public IReadOnlyList<DefinitionFileProblem> Problems { get; }
}
