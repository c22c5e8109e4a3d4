using System.ComponentModel.DataAnnotations;

namespace Send.Core.Mail;

/// <summary>How mails are written.</summary>
public sealed class MailOptions
{
    /// <summary>Address at which people reach the product in their browser, without a slash at the end; links in mails begin with it.</summary>
    [Required, Url]
    public string PublicUrl { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Name of the organisation, as the sender and in the footer.</summary>
    [Required]
    public string OfficeName { get; set; } = "Send";

    /// <summary>Address for answers.</summary>
    [Required, EmailAddress]
    public string OfficeEmail { get; set; } = "office@send.example";

    public string? OfficePhone { get; set; } = "+39 0444 555 010";

    [Required]
    public string OfficeAddress { get; set; } = "Contrà Porti 12, 36100 Vicenza, Italia";
}
