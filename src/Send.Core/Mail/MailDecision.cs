namespace Send.Core.Mail;

/// <summary>What an administrator decides about a mail that failed or whose fate is not known.</summary>
public enum MailDecision
{
    /// <summary>It is sent once more.</summary>
    SendAgain,

    /// <summary>It counts as sent, for example because the recipient has it.</summary>
    CountAsSent,
}
