namespace Send.Core.Cases;

/// <summary>Names of the events of a case.</summary>
public static class CaseEvents
{
    public const string Withdraw = "withdraw";
    public const string VisaRefused = "visa-refused";
    public const string EarlyReturn = "early-return";
    public const string Incident = "incident";
    public const string Extend = "extend";
    public const string DatesChanged = "dates-changed";
}
