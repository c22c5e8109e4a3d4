using Send.Core.Reference;

namespace Send.Core.Monitoring;

/// <summary>monitoring.json: how often a participant is spoken to.</summary>
public sealed record MonitoringRules : ReferenceSource
{
    /// <summary>By length of the stay, shortest first.</summary>
    public required IReadOnlyList<MonitoringBand> Bands { get; init; }

    public required MinorContacts Minors { get; init; }
}

/// <summary>The rhythm of stays of at least <see cref="FromDays"/> days. Day 1 is the first day of activity.</summary>
public sealed record MonitoringBand
{
    public required int FromDays { get; init; }

    /// <summary>Days of the stay with a contact.</summary>
    public required IReadOnlyList<int> FixedDays { get; init; }

    /// <summary>After the fixed days a contact every so many days; null: none.</summary>
    public required int? EveryDays { get; init; }

    public required bool MidTerm { get; init; }

    /// <summary>A contact in the last week.</summary>
    public required bool LastWeek { get; init; }

    public required int DiaryEveryDays { get; init; }

    public required int? MentorReportEveryDays { get; init; }
}

/// <summary>Minors: daily until a day of the stay, then every so many days at least.</summary>
public sealed record MinorContacts(int DailyUntilDay, int EveryDays);
