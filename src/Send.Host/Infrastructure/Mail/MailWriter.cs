using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using Send.Core.Mail;

namespace Send.Host.Infrastructure.Mail;

/// <summary>Makes the MIME message: plain text and HTML as alternatives, and a Message-Id that is the mail's own, so that a duplicate could be recognised.</summary>
public sealed class MailWriter(IOptions<MailOptions> options)
{
    /// <summary>The message as it leaves.</summary>
    public MimeMessage Write(MailMessage mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var from = new MailboxAddress(options.Value.OfficeName, options.Value.OfficeEmail);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = mail.QueuedAt,
            MessageId = $"{mail.Id:N}@{from.Domain}",
            Body = new MultipartAlternative(new TextPart(TextFormat.Plain) { Text = mail.TextBody }, new TextPart(TextFormat.Html) { Text = mail.HtmlBody }),
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(mail.ToName, mail.ToAddress));
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
