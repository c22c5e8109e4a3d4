using System.ComponentModel.DataAnnotations;

namespace Send.Host.Infrastructure.Mail;

/// <summary>Section `Mail:Smtp`. Without a host mails become files in `mail` below the data folder.</summary>
public sealed class SmtpOptions
{
    public const string Section = "Mail:Smtp";

    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>Seconds for connecting and for each answer of the server.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 20;
}

/// <summary>How the connection to the mail server is protected. There is no "if the server offers it": that would silently send in clear.</summary>
public enum SmtpSecurity
{
    /// <summary>Begins in clear and must be upgraded; port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; port 465.</summary>
    Tls,

    /// <summary>In clear: only for a server on the same machine or a test.</summary>
    None,
}
