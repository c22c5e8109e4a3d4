using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Send.Host.Infrastructure.Documents;

/// <summary>Renders in one supervised Node.js process (`typesetter/worker.mjs`, ADR-0007), one document at a time: 5 to 30 ms each once it is warm. A process that dies or
/// does not answer is ended and the next call starts a new one.</summary>
public sealed class Typesetter(TypesetterFolders folders, IOptions<TypesetterOptions> options, TimeProvider clock, ILogger<Typesetter> logger) : ITypesetter, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private WorkerProcess? worker;

    /// <inheritdoc/>
    public async Task<byte[]> RenderAsync(string template, string dataJson, DateTimeOffset createdAt, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            worker = worker is { HasExited: false } ? worker : Start();
            var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N", CultureInfo.InvariantCulture);
            var request = JsonSerializer.Serialize(new { id, template, data = dataJson, createdAt = createdAt.ToUnixTimeSeconds() });
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), TimeProvider.System);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
            return Read(await worker.AskAsync(request, either.Token), id);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or JsonException)
        {
            // What the process was doing is unknown now; a late answer must not meet the next question.
            Stop();
            ct.ThrowIfCancellationRequested();
            throw new TypesetterUnavailableException($"The typesetter did not answer for '{template}': {e.Message}", e);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public string VersionOf(string template)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in new[] { $"{template}.typ", "send.typ", "words.json" })
        {
            hash.AppendData(File.ReadAllBytes(Path.Combine(folders.Templates, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        turn.Dispose();
    }

    private static byte[] Read(string line, string id)
    {
        using var answer = JsonDocument.Parse(line);
        if (answer.RootElement.GetProperty("id").GetString() != id)
        {
            throw new IOException("the worker answered another question");
        }

        return answer.RootElement.TryGetProperty("error", out var error)
            ? throw new TemplateException(error.GetString() ?? "The template does not compile.")
            : answer.RootElement.GetProperty("pdf").GetBytesFromBase64();
    }

    private WorkerProcess Start()
    {
        Stop();
        return WorkerProcess.Start(options.Value.Node, folders.Worker, folders.Templates, logger);
    }

    private void Stop()
    {
        worker?.Dispose();
        worker = null;
    }
}
