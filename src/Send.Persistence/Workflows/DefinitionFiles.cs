namespace Send.Persistence.Workflows;

/// <summary>What came of the definition files at the last start; health and the designer show it. One per host.</summary>
public sealed class DefinitionFiles
{
    /// <summary>Files that were not taken over, with what is wrong; empty when all is well.</summary>
    public IReadOnlyList<DefinitionFileProblem> Problems { get; internal set; } = [];
}

/// <summary>A file that was not taken over. <paramref name="Message"/> names the file, the place in it and what would be right. <paramref name="IsConflict"/>: the file is
/// right, but somebody changed the workflow in the designer since.</summary>
public sealed record DefinitionFileProblem(string File, string Message, bool IsConflict = false);
