namespace Send.Core.Mail;

/// <summary>A mail in words. <paramref name="Link"/> is where its one button leads; null when there is nothing to press.</summary>
public sealed record RenderedMail(string Subject, string Text, string Html, string? Link);
