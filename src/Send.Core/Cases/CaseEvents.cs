namespace Send.Core.Cases;

/// <summary>Names of the events of a case. What is said with an event is the form `event-{name}`.</summary>
public static class CaseEvents
{
    public const string Withdraw = "withdraw";
    public const string VisaRefused = "visa-refused";
    public const string EarlyReturn = "early-return";
    public const string Incident = "incident";
    public const string Extend = "extend";
    public const string DatesChanged = "dates-changed";

    /// <summary>All names.</summary>
    public static readonly IReadOnlyList<string> All = [Withdraw, VisaRefused, EarlyReturn, Incident, Extend, DatesChanged];

    /// <summary>Id of the form that holds what is said with the event.</summary>
    public static string FormOf(string name) => "event-" + name;

    /// <summary>The events that make sense for a case as it stands, by its status. Whether its workflow waits for one is known when it is raised.</summary>
    public static IReadOnlyList<string> Possible(SendCase @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        if (@case.IsEnded)
        {
            return [];
        }

        return @case.Status switch
        {
            CaseStatus.Abroad => [EarlyReturn, Incident, Extend],
            CaseStatus.Returned or CaseStatus.Recognition => [],
            CaseStatus.Ready => [Withdraw, VisaRefused, DatesChanged, Incident],
            _ => [Withdraw, VisaRefused, DatesChanged],
        };
    }
}
