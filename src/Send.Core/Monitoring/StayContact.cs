namespace Send.Core.Monitoring;

/// <summary>A contact of the monitoring plan: its task opens on that day. <paramref name="Key"/> names it within the stay.</summary>
public sealed record StayContact(string Key, string Form, DateOnly Opens);
