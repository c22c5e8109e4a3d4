using Send.Core.Results;

namespace Send.Core.Mail;

/// <summary>Mails, newest first; administrators only.</summary>
public sealed record MailListQuery(MailState? State = null, Guid? Case = null, string? Text = null, PageRequest? Page = null);

/// <summary>A mail as the mailbox lists it.</summary>
public sealed record MailRow(
    Guid Id, string Key, string Template, Guid? CaseId, Guid? TaskId, string ToAddress, string ToName, string Language, string Subject, MailState State, int Attempts, string? Error, DateTimeOffset QueuedAt, DateTimeOffset? SentAt);

/// <summary>One mail with its bodies; administrators only.</summary>
public sealed record MailQuery(Guid Id);

/// <summary>A mail as it was written.</summary>
public sealed record MailDetails(MailRow Mail, string TextBody, string HtmlBody);
