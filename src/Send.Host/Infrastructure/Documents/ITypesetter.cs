namespace Send.Host.Infrastructure.Documents;

/// <summary>Turns a template and its data into a PDF.</summary>
public interface ITypesetter
{
    /// <summary>Renders `{template}.typ` with that JSON object. <paramref name="createdAt"/> is the creation date written into the file, so that the same call gives the same bytes.
    /// Throws <see cref="TemplateException"/> when the template and the data do not fit (trying again does not help) and <see cref="TypesetterUnavailableException"/>
    /// when the worker cannot be reached (trying again may).</summary>
    Task<byte[]> RenderAsync(string template, string dataJson, DateTimeOffset createdAt, CancellationToken ct);

    /// <summary>SHA-256 over the template and everything that it may import, kept with each document.</summary>
    string VersionOf(string template);
}

/// <summary>The template does not compile with these data; the message names file and reason.</summary>
public sealed class TemplateException(string message) : Exception(message);

/// <summary>The worker could not be started, died or did not answer in time.</summary>
public sealed class TypesetterUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
