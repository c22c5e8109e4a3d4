using System.ComponentModel.DataAnnotations;

namespace Send.Host.Infrastructure.Identity;

/// <summary>Section `Accounts`: how long people stay signed in and how often they may try.</summary>
internal sealed class AccountOptions
{
    public const string Section = "Accounts";

    /// <summary>Life of an API token.</summary>
    [Range(1, 1440)]
    public int AccessTokenMinutes { get; set; } = 60;

    /// <summary>Life of the token that the designer works with; it is renewed while the page is open.</summary>
    [Range(5, 3600)]
    public int DesignerTokenSeconds { get; set; } = 600;

    /// <summary>Life of a refresh token.</summary>
    [Range(1, 90)]
    public int RefreshTokenDays { get; set; } = 7;

    /// <summary>Life of the pages' cookie, renewed by use.</summary>
    [Range(1, 720)]
    public int SessionHours { get; set; } = 12;

    /// <summary>Sign-ins per minute from one address.</summary>
    [Range(1, 10_000)]
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>Wrong passwords in a row until an account is locked.</summary>
    [Range(3, 100)]
    public int LockoutAttempts { get; set; } = 8;

    /// <summary>How long it stays locked.</summary>
    [Range(1, 1440)]
    public int LockoutMinutes { get; set; } = 10;
}
