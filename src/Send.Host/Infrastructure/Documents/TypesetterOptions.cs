using System.ComponentModel.DataAnnotations;

namespace Send.Host.Infrastructure.Documents;

/// <summary>How documents are rendered (configuration section `Documents`).</summary>
public sealed class TypesetterOptions
{
    /// <summary>The Node.js program.</summary>
    [Required]
    public string Node { get; set; } = "node";

    /// <summary>Folder of `worker.mjs`; empty to look beside the program and in the source tree.</summary>
    public string WorkerFolder { get; set; } = "";

    /// <summary>Folder of the templates; empty for `workflows/documents` beside the program.</summary>
    public string TemplateFolder { get; set; } = "";

    /// <summary>A worker that needs longer for one document is ended and the document tried again.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;
}
