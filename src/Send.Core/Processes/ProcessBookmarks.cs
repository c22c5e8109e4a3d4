namespace Send.Core.Processes;

/// <summary>Where workflows wait for the domain: names of bookmarks and the keys under which a resumed activity finds its input. Public contract between the
/// activities, which leave the bookmarks, and the process runner, which finds them again by name and stimulus.</summary>
public static class ProcessBookmarks
{
    /// <summary>Waits for a task to be submitted; stimulus <see cref="TaskStimulus"/>.</summary>
    public const string Task = "Send.Task";

    /// <summary>Waits for an event of the case; stimulus <see cref="CaseEventStimulus"/>, found together with the instance's correlation id (the case's id, format D).</summary>
    public const string CaseEvent = "Send.CaseEvent";

    /// <summary>Waits for a day; a timer like Elsa's own, stimulus <see cref="DayStimulus"/>.</summary>
    public const string Day = "Elsa.StartAt";

    /// <summary>Input of a resumed activity: the event's data, a dictionary of plain values.</summary>
    public const string EventDataInput = "CaseEventData";
}

/// <summary>Stimulus of <see cref="ProcessBookmarks.Task"/>.</summary>
public sealed record TaskStimulus(Guid TaskId);

/// <summary>Stimulus of <see cref="ProcessBookmarks.CaseEvent"/>: name of the event in kebab case, `early-return`.</summary>
public sealed record CaseEventStimulus(string EventName);

/// <summary>Stimulus of <see cref="ProcessBookmarks.Day"/>: the instant from which it is due, as Elsa's StartAt stores it.</summary>
public sealed record DayStimulus(DateTimeOffset ExecuteAt);
