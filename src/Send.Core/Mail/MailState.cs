namespace Send.Core.Mail;

/// <summary>Life of a mail. Uncertain: the process died while the server had it; an administrator decides, it is never sent again by itself.</summary>
public enum MailState
{
    Queued,
    Sending,
    Sent,
    Failed,
    Uncertain,
}
