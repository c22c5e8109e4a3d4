namespace Send.Core.Forms;

/// <summary>Something wrong with a form file: where, as a JSON path, and what would be right.</summary>
public sealed record FormFileProblem(string File, string Path, string Message)
{
    public override string ToString() => $"{File}: {Path}: {Message}";
}

/// <summary>Forms could not be loaded; the message lists every problem.</summary>
public sealed class FormCatalogException : Exception
{
    public FormCatalogException()
    {
    }

    public FormCatalogException(string message)
        : base(message)
    {
    }

    public FormCatalogException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public FormCatalogException(IReadOnlyList<FormFileProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public IReadOnlyList<FormFileProblem> Problems { get; } = [];
}
