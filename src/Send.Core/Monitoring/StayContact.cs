namespace Send.Core.Monitoring;

/// <summary>A contact of the monitoring: the task of that form opens on that day.</summary>
public sealed record StayContact(string Form, DateOnly Opens);
