using MimeKit;
using Send.Core.Mail;

namespace Send.Host.Infrastructure.Mail;

/// <summary>The way a mail leaves.</summary>
public interface IMailTransport
{
    /// <summary>Hands the mail over.</summary>
    Task<HandOver> SendAsync(MailMessage mail, MimeMessage mime, CancellationToken ct);

    /// <summary>For a mail whose hand-over a crash interrupted: true when it left, false when it did not, null when nobody can know.</summary>
    bool? HasLeft(MailMessage mail);
}

/// <summary>What became of a hand-over. <paramref name="Error"/> says why it was not <see cref="HandOverResult.Accepted"/>.</summary>
public sealed record HandOver(HandOverResult Result, string? Error = null)
{
    public static readonly HandOver Accepted = new(HandOverResult.Accepted);
}

/// <summary>Outcomes of a hand-over.</summary>
public enum HandOverResult
{
    /// <summary>The other side has it.</summary>
    Accepted,

    /// <summary>It certainly did not leave; another attempt may succeed.</summary>
    NotSent,

    /// <summary>The server refused it for good: an address that does not exist, for example.</summary>
    Refused,

    /// <summary>The connection broke while the server had it.</summary>
    Unknown,
}
