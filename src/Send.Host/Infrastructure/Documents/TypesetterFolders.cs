using Microsoft.Extensions.Options;

namespace Send.Host.Infrastructure.Documents;

/// <summary>Where the worker and the templates lie: as configured, else beside the program (published or built), else in the source tree.</summary>
public sealed class TypesetterFolders(IOptions<TypesetterOptions> options, IWebHostEnvironment environment)
{
    /// <summary>Folder of `worker.mjs` with its modules installed.</summary>
    public string Worker => Find(options.Value.WorkerFolder, "Documents:WorkerFolder", "node_modules",
        Path.Combine(AppContext.BaseDirectory, "typesetter"),
        Path.Combine(environment.ContentRootPath, "typesetter"),
        Path.Combine(AppContext.BaseDirectory, "../../../typesetter"));

    /// <summary>Folder of the `.typ` files.</summary>
    public string Templates => Find(options.Value.TemplateFolder, "Documents:TemplateFolder", "send.typ",
        Path.Combine(AppContext.BaseDirectory, "workflows/documents"),
        Path.Combine(environment.ContentRootPath, "../../workflows/documents"));

    private static string Find(string configured, string setting, string landmark, params string[] candidates)
    {
        var tried = configured.Length > 0 ? [configured] : candidates;
        return tried.Select(Path.GetFullPath).FirstOrDefault(folder => Path.Exists(Path.Combine(folder, landmark)))
            ?? throw new TypesetterUnavailableException($"{setting}: no folder with '{landmark}' was found; looked in {string.Join(", ", tried)}.");
    }
}
