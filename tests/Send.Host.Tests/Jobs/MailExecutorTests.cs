using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;
using Send.Core.Mail;
using Send.Core.Outbox;
using Send.Host.Infrastructure.Mail;
using Send.Host.Tests.Persistence;
using Send.Persistence;
using Send.TestKit.Databases;
using Send.TestKit.Mail;
using Send.TestKit.Processes;

namespace Send.Host.Tests.Jobs;

public sealed class MailExecutorTests : IDisposable
{
    private readonly TemporaryFolder folder = new("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Pickup_WritesOneFileThatReadsBack()
    {
        await using var host = await StartAsync();
        var mail = await QueueAsync(host);

        Assert.Equal(1, await host.RunOutboxAsync());

        var sent = await MailAsync(host);
        Assert.Equal((MailState.Sent, 1, host.Clock.GetUtcNow()), (sent.State, sent.Attempts, sent.SentAt));
        var message = await MimeMessage.LoadAsync(folder.Combine($"mail/{mail.Id:D}.eml"));
        Assert.Equal("Ricordati: l’assicurazione", message.Subject);
        Assert.Equal("Zoë Ščerba", message.To.Mailboxes.Single().Name);
        Assert.Equal(("testo", "<p>testo</p>"), (message.TextBody?.Trim(), message.HtmlBody?.Trim()));
        Assert.StartsWith(mail.Id.ToString("N"), message.MessageId, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder.Combine("mail")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pickup_AfterACrashWhileSending_IsDecidedByTheFile(bool fileIsThere)
    {
        await using var host = await StartAsync();
        var mail = await QueueAsync(host, MailState.Sending);
        Directory.CreateDirectory(folder.Combine("mail"));
        var path = folder.Combine($"mail/{mail.Id:D}.eml");
        await File.WriteAllTextAsync(fileIsThere ? path : path + ".tmp", "half or whole");

        Assert.Equal(1, await host.RunOutboxAsync());

        Assert.Equal(MailState.Sent, (await MailAsync(host)).State);
        Assert.Equal(fileIsThere, await File.ReadAllTextAsync(path) == "half or whole");
        Assert.Equal([path], Directory.GetFiles(folder.Combine("mail")));
    }

    [Fact]
    public async Task Smtp_HandsOverOnce()
    {
        await using var sink = await SmtpSink.StartAsync(CancellationToken.None);
        await using var host = await StartAsync(sink.Port);
        await QueueAsync(host);

        Assert.Equal(1, await host.RunOutboxAsync());

        Assert.Equal(MailState.Sent, (await MailAsync(host)).State);
        Assert.Contains("Auto-Submitted: auto-generated", Assert.Single(await sink.ReadAsync(CancellationToken.None)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Smtp_AfterACrashWhileSending_IsUncertainAndNeverSentAgain()
    {
        await using var sink = await SmtpSink.StartAsync(CancellationToken.None);
        await using var host = await StartAsync(sink.Port);
        await QueueAsync(host, MailState.Sending);

        await host.RunOutboxAsync();

        Assert.Equal(MailState.Uncertain, (await MailAsync(host)).State);
        Assert.Empty(await sink.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Smtp_ServerAway_WaitsAndIsGivenUpInTheEnd()
    {
        await using var host = await StartAsync(Loopback.FreePort());
        await QueueAsync(host);

        Assert.Equal(0, await host.RunOutboxAsync());
        var waiting = await MailAsync(host);
        Assert.Equal((MailState.Queued, 1), (waiting.State, waiting.Attempts));
        Assert.StartsWith("Mail server 127.0.0.1:", waiting.Error, StringComparison.Ordinal);

        for (var i = 0; i < 10; i++)
        {
            host.Machine.Advance(TimeSpan.FromDays(1));
            await host.RunOutboxAsync();
        }

        Assert.Equal((MailState.Failed, 8), ((await MailAsync(host)).State, (await MailAsync(host)).Attempts));
    }

    [Fact]
    public async Task Smtp_WithoutTheEncryptionThatIsAskedFor_SendsNothing()
    {
        await using var sink = await SmtpSink.StartAsync(CancellationToken.None);
        await using var host = await StartAsync(sink.Port, SmtpSecurity.StartTls);
        await QueueAsync(host);

        await host.RunOutboxAsync();

        Assert.Equal(MailState.Queued, (await MailAsync(host)).State);
        Assert.Empty(await sink.ReadAsync(CancellationToken.None));
    }

    private static Task<MailMessage> MailAsync(StoreHost host) => host.InScopeAsync(db => db.Mails.AsNoTracking().SingleAsync());

    private static async Task<MailMessage> QueueAsync(StoreHost host, MailState state = MailState.Queued)
    {
        var mail = new MailMessage
        {
            Id = Guid.CreateVersion7(),
            Key = "reminder/x/due",
            Template = "reminder",
            ToAddress = "zoe@example.org",
            ToName = "Zoë Ščerba",
            Language = "it",
            Subject = "Ricordati: l’assicurazione",
            TextBody = "testo",
            HtmlBody = "<p>testo</p>",
            State = state,
            QueuedAt = host.Clock.GetUtcNow(),
        };
        await host.InScopeAsync(async db =>
        {
            db.Mails.Add(mail);
            await db.SaveChangesAsync();
        });
        await host.AddItemAsync("mail/reminder/x/due", OutboxKinds.Mail, JsonSerializer.Serialize(new { mailId = mail.Id }));
        return mail;
    }

    private Task<StoreHost> StartAsync(int? port = null, SmtpSecurity security = SmtpSecurity.None) => JobHost.StartAsync(DatabaseKind.Sqlite, services =>
    {
        services.Replace(ServiceDescriptor.Singleton(new DataFolder(folder.Path)));
        services.PostConfigure<SmtpOptions>(smtp => (smtp.Host, smtp.Port, smtp.Security) = (port is null ? null : "127.0.0.1", port ?? 587, security));
    });
}
