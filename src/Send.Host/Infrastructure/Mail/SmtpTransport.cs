using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using Send.Core.Mail;

namespace Send.Host.Infrastructure.Mail;

/// <summary>Hands mails to a mail server. What it answers decides; a connection that breaks after the message began to flow leaves the mail uncertain.</summary>
public sealed class SmtpTransport(IOptions<SmtpOptions> options) : IMailTransport
{
    /// <inheritdoc />
    public async Task<HandOver> SendAsync(MailMessage mail, MimeMessage mime, CancellationToken ct)
    {
        var smtp = options.Value;
        using var client = new SmtpClient { Timeout = smtp.TimeoutSeconds * 1000 };
        try
        {
            await client.ConnectAsync(smtp.Host!, smtp.Port, Protection(smtp.Security), ct);
            if (!string.IsNullOrEmpty(smtp.UserName))
            {
                await client.AuthenticateAsync(smtp.UserName, smtp.Password ?? "", ct);
            }
        }
        catch (Exception e) when (e is SocketException or IOException or SslHandshakeException or MailKit.Security.AuthenticationException or ProtocolException or CommandException or NotSupportedException or TimeoutException)
        {
            return new(HandOverResult.NotSent, $"Mail server {smtp.Host}:{smtp.Port}: {e.Message}");
        }

        try
        {
            await client.SendAsync(mime, ct);
        }
        catch (SmtpCommandException e)
        {
            return new((int)e.StatusCode >= 500 ? HandOverResult.Refused : HandOverResult.NotSent, $"Mail server answered {(int)e.StatusCode}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException or TimeoutException or OperationCanceledException)
        {
            return new(HandOverResult.Unknown, $"The connection to {smtp.Host} ended while the mail was handed over: {e.Message}");
        }

        await QuitAsync(client, ct);
        return HandOver.Accepted;
    }

    /// <inheritdoc />
    public bool? HasLeft(MailMessage mail) => null;

    private static SecureSocketOptions Protection(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(security), security, "Mail:Smtp:Security can be StartTls, Tls or None."),
    };

    private static async Task QuitAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException or CommandException or TimeoutException or OperationCanceledException)
        {
            // The server has accepted the mail; how the goodbye goes does not matter.
        }
    }
}
