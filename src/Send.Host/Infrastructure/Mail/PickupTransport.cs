using MimeKit;
using Send.Core.Mail;
using Send.Persistence;

namespace Send.Host.Infrastructure.Mail;

/// <summary>Writes each mail as `mail/{id}.eml` below the data folder. A file that is there is whole: it is written beside and then renamed.</summary>
public sealed class PickupTransport(DataFolder folder) : IMailTransport
{
    /// <inheritdoc />
    public async Task<HandOver> SendAsync(MailMessage mail, MimeMessage mime, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(mime);
        var path = PathOf(mail);
        if (File.Exists(path))
        {
            return HandOver.Accepted;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        var file = new FileStream(path + ".tmp", FileMode.Create, FileAccess.Write, FileShare.None);
        await using (file)
        {
            await mime.WriteToAsync(format, file, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".tmp", path, overwrite: true);
        return HandOver.Accepted;
    }

    /// <inheritdoc />
    public bool? HasLeft(MailMessage mail) => File.Exists(PathOf(mail));

    private string PathOf(MailMessage mail) => folder.Combine("mail", $"{mail.Id:D}.eml");
}
