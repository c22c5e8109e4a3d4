using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Send.Persistence;

namespace Send.Host.Infrastructure.Health;

/// <summary>Mails can leave: the SMTP server (`Mail:Smtp:Host`) takes connections, or the folder `mail` can be written.</summary>
internal sealed class MailTransportCheck(IConfiguration configuration, DataFolder folder) : IHealthCheck
{
    private const int SubmissionPort = 587;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var host = configuration["Mail:Smtp:Host"];
        return string.IsNullOrWhiteSpace(host)
            ? Folder()
            : await ServerAsync(host, int.TryParse(configuration["Mail:Smtp:Port"], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : SubmissionPort, cancellationToken);
    }

    private static async Task<HealthCheckResult> ServerAsync(string host, int port, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, patience.Token);
            return HealthCheckResult.Healthy("The mail server takes connections.");
        }
        catch (Exception fault) when (fault is SocketException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return HealthCheckResult.Degraded("The mail server does not take connections; mails wait.");
        }
    }

    private HealthCheckResult Folder()
    {
        var path = folder.Combine("mail");
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return HealthCheckResult.Healthy("Mails are written to a folder.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy("The folder for mails cannot be written.", fault);
        }
    }
}
