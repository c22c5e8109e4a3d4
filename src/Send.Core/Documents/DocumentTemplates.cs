namespace Send.Core.Documents;

/// <summary>The kinds of papers that can be made: the Typst files of `workflows/documents`, without the one that they share.</summary>
public sealed record DocumentTemplates(IReadOnlyList<string> Kinds)
{
    /// <summary>File of what all templates share.</summary>
    private const string Shared = "send";

    /// <summary>The templates of a folder, in the order of their names; none when there is no folder.</summary>
    public static DocumentTemplates In(string folder) => new(Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.typ").Select(path => Path.GetFileNameWithoutExtension(path)).Where(kind => kind != Shared).Order(StringComparer.Ordinal)]
        : []);
}
