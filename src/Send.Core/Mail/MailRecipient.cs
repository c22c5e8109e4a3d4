namespace Send.Core.Mail;

/// <summary>Who a mail of a case goes to.</summary>
public enum MailRecipient
{
    Participant,
    Guardian,
    Sending,
    Host,
    Mentor,
    Owner,
}
