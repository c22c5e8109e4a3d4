namespace Send.Core.Mail;

/// <summary>A mail to compose. <paramref name="Key"/> makes it the same mail: composing it again in a later step is refused by the database.</summary>
public sealed record MailOrder(string Template, string Key, string ToAddress, string ToName, string Language, MailModel Model, Guid? CaseId = null, Guid? TaskId = null);
