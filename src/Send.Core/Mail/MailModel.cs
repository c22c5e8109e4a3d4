using System.Text.Json.Nodes;

namespace Send.Core.Mail;

/// <summary>What a mail template can say. In Liquid the names are camel case: `{{ to.name }}`, `{{ case.departure | day }}`, `{{ facts.travel.arrival }}`.</summary>
public sealed record MailModel
{
    public required MailPerson To { get; init; }

    /// <summary>The participant.</summary>
    public MailPerson? Person { get; init; }

    public MailCase? Case { get; init; }

    public MailHost? Host { get; init; }

    public MailTask? Task { get; init; }

    /// <summary>The coordinator who answers for the case, or the office.</summary>
    public MailPerson? Owner { get; init; }

    /// <summary>Several tasks, for the digest.</summary>
    public IReadOnlyList<MailTask> Tasks { get; init; } = [];

    /// <summary>What the case knows, section by section.</summary>
    public JsonObject Facts { get; init; } = [];

    /// <summary>Free values of the sender of this mail.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}

/// <summary>A person as a mail names one.</summary>
public sealed record MailPerson(string Name, string? Email = null, string? Phone = null)
{
    /// <summary>First word of the name, for the greeting.</summary>
    public string FirstName => Name.Split(' ', 2)[0];
}

/// <summary>The case as a mail names it.</summary>
public sealed record MailCase(string Code, string Programme, string Country, string? City, DateOnly Departure, DateOnly Start, DateOnly End, DateOnly Return, string? Url = null);

/// <summary>The host as a mail names it.</summary>
public sealed record MailHost(string Name, string? Address, string City, string Country, string? ContactName, string? Tasks = null);

/// <summary>A task as a mail names it. <paramref name="DaysLate"/> is zero or less while it is in time.</summary>
public sealed record MailTask(string Title, DateOnly? Due, int DaysLate, string CaseCode, string Person, string? Role = null, string? Assignee = null, string? Url = null);
