namespace Send.Host.Designer.Checks;

/// <summary>Kinds of papers for which there is a template, read when they are asked for: templates can be added while the host runs.</summary>
internal sealed class PaperKinds(Func<IEnumerable<string>> read)
{
    public IReadOnlyList<string> All => [.. read().Order(StringComparer.Ordinal)];

    /// <summary>The templates of a folder, without the parts that they share.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.typ").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(name => name != "send");
}
