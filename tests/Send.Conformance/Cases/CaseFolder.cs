using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Conformance.Cases;

/// <summary>One case: a folder with a definition, a script and what is expected (FORMAT.md describes the files).</summary>
/// <param name="Path">The folder.</param>
/// <param name="Script">What to do.</param>
/// <param name="Expected">What must come out of it.</param>
/// <param name="State">Recorded instance states, for some cases.</param>
public sealed record CaseFolder(string Path, JsonObject Script, JsonObject Expected, JsonObject? State)
{
    private const string ScriptFile = "script.json";

    /// <summary>Name of the case, which is the folder's.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Every case folder below a folder, in order; the folder itself may be one.</summary>
    public static IEnumerable<string> FindPaths(string root) => Directory
        .EnumerateFiles(root, ScriptFile, SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))!)
        .Order(StringComparer.Ordinal);

    /// <summary>Reads a case; throws <see cref="InvalidDataException"/> naming the file that is missing or no JSON object.</summary>
    public static CaseFolder Load(string path) => new(
        path,
        Read(path, ScriptFile) ?? throw Missing(path, ScriptFile),
        Read(path, "expected.json") ?? throw Missing(path, "expected.json"),
        Read(path, "workflowstate.json"));

    /// <summary>Text of one of the definitions.</summary>
    public string ReadDefinition(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    private static JsonObject? Read(string path, string file)
    {
        var full = System.IO.Path.Combine(path, file);
        if (!File.Exists(full))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(File.ReadAllText(full)) as JsonObject ?? throw new InvalidDataException($"{full} must hold a JSON object.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{full} is not JSON: {e.Message}", e);
        }
    }

    private static InvalidDataException Missing(string path, string file) => new($"{System.IO.Path.Combine(path, file)} is missing.");
}
