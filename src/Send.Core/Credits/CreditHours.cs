namespace Send.Core.Credits;

/// <summary>ECTS credits and hours of work: a year is 60 credits and 1,500 to 1,800 hours, so a credit is 25 to 30 hours (ECTS Users' Guide 2015).</summary>
public static class CreditHours
{
    public const int YearCredits = 60;
    public const int LeastHours = 25;
    public const int MostHours = 30;

    /// <summary>Credits of that many hours at the home institution's hours per credit, to two decimals, with what 30 and 25 hours per credit would give.</summary>
    public static (decimal Credits, decimal Least, decimal Most) OfHours(decimal hours, decimal hoursPerCredit = LeastHours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hours);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hoursPerCredit);
        return (decimal.Round(hours / hoursPerCredit, 2), decimal.Round(hours / MostHours, 2), decimal.Round(hours / LeastHours, 2));
    }

    /// <summary>True when the hours are 25 to 30 for each credit.</summary>
    public static bool AreConsistent(decimal credits, decimal hours) => hours >= credits * LeastHours && hours <= credits * MostHours;
}
