using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace Send.Host.Designer.Studio;

/// <summary>The files of npm `@elsa-workflows/elsa-studio-wasm`: beside the program when it is published, else where npm put them in the source tree.</summary>
public sealed class StudioPackage : IDisposable
{
    private const string Landmark = "_framework/blazor.webassembly.js";
    private const string Modules = "studio/node_modules/@elsa-workflows/elsa-studio-wasm";

    // What a page needs first and what is largest; the runtime itself asks for them only after it has read its own description.
    private static readonly string[] First = ["dotnet.native.*.wasm", "dotnet.runtime.*.js", "dotnet.native.*.js"];

    private readonly PhysicalFileProvider files;

    public StudioPackage(IWebHostEnvironment environment)
    {
        string[] folders = [Path.Combine(AppContext.BaseDirectory, "studio"), Path.Combine(environment.ContentRootPath, Modules), Path.Combine(AppContext.BaseDirectory, "../../..", Modules)];
        var folder = folders.Select(Path.GetFullPath).FirstOrDefault(path => File.Exists(Path.Combine(path, Landmark)))
            ?? throw new InvalidOperationException($"Elsa Studio was not found; looked in {string.Join(", ", folders)}. A build of Send.Host installs it.");
        files = new(folder);
        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "package.json")));
        Version = description.RootElement.GetProperty("version").GetString()!;
        Preloads = [.. First.SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(folder, "_framework"), pattern)).Select(file => "_framework/" + Path.GetFileName(file))];
    }

    /// <summary>Version of the package, part of every entity tag: a file does not change within a version.</summary>
    public string Version { get; }

    /// <summary>Paths of files worth fetching before the runtime asks for them.</summary>
    public IReadOnlyList<string> Preloads { get; }

    /// <summary>A file of the package below `_framework` or `_content`, or one of its style sheets; null for everything else, compressed twins included.</summary>
    internal IFileInfo? Find(string path)
    {
        var served = path.StartsWith("_framework/", StringComparison.Ordinal) || path.StartsWith("_content/", StringComparison.Ordinal) || (path.EndsWith(".css", StringComparison.Ordinal) && !path.Contains('/', StringComparison.Ordinal));
        return served && Path.GetExtension(path) is not (".br" or ".gz") ? Existing(path) : null;
    }

    /// <summary>The same file as it was compressed with the package, `br` or `gz`; null where it was not.</summary>
    internal IFileInfo? Compressed(string path, string extension) => Existing($"{path}.{extension}");

    public void Dispose() => files.Dispose();

    private IFileInfo? Existing(string path) => files.GetFileInfo(path) is { Exists: true, IsDirectory: false } file ? file : null;
}
