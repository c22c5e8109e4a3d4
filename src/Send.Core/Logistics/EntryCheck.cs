using Send.Core.Reference;

namespace Send.Core.Logistics;

/// <summary>Finds out what a person needs to enter and stay (rules.md section 4). It proposes; the logistics officer decides, since national rules differ.</summary>
public static class EntryCheck
{
    /// <summary>Answers for the country data and rules that hold.</summary>
    public static EntryAnswer Answer(EntryQuestion question, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(reference);
        var days = question.Return.DayNumber - question.Departure.DayNumber + 1;
        var destination = reference.Country(question.Destination);
        var over = destination?.Schengen <= question.Departure && !MovesFreely(question, reference)
            ? ShortStay.FirstDayOver(question.PreviousStays, new(question.Departure, question.Return), reference.Entry.ShortStayDays, reference.Entry.WindowDays)
            : null;
        var requirement = reference.Entry.Of(Decide(question, reference, destination, over));
        var applyBy = requirement.LeadDays > 0 ? question.Departure.AddDays(-requirement.LeadDays) : (DateOnly?)null;
        var registerBy = requirement.Code == EntryResult.Registration ? question.Start.AddDays(destination!.Registration!.WithinDays) : (DateOnly?)null;
        var tooShort = question.DocumentExpiry < question.Return.AddMonths(requirement.ExpiryMarginMonths);
        return new(requirement, days, applyBy, registerBy, over, tooShort);
    }

    private static EntryResult Decide(EntryQuestion question, ReferenceData reference, Country? destination, DateOnly? over)
    {
        var days = question.Return.DayNumber - question.Departure.DayNumber + 1;
        if (destination is null)
        {
            return EntryResult.Permit;
        }

        if (question.Nationalities.Contains(question.Destination, StringComparer.Ordinal))
        {
            return EntryResult.None;
        }

        if (MovesFreely(question, reference) && destination.MovesFreely(question.Departure))
        {
            return destination.Registration is { } duty && days > duty.StayOver ? EntryResult.Registration : EntryResult.None;
        }

        if (!(destination.Schengen <= question.Departure) || MovesFreely(question, reference))
        {
            return EntryResult.Permit;
        }

        if (over is not null)
        {
            return EntryResult.VisaD;
        }

        if (reference.Country(question.Residence)?.Schengen <= question.Departure)
        {
            return EntryResult.Presence;
        }

        return question.Nationalities.Any(code => reference.Country(code)?.VisaFree == true) ? EntryResult.None : EntryResult.VisaC;
    }

    private static bool MovesFreely(EntryQuestion question, ReferenceData reference) =>
        question.Nationalities.Any(code => reference.Country(code)?.MovesFreely(question.Departure) == true);
}

/// <summary>Who travels where and when.</summary>
public sealed record EntryQuestion
{
    /// <summary>ISO 3166-1 alpha-2; the most favourable one decides.</summary>
    public required IReadOnlyList<string> Nationalities { get; init; }

    public required string Residence { get; init; }

    public required string Destination { get; init; }

    public required DateOnly Departure { get; init; }

    /// <summary>First day of activity, from which registration is counted.</summary>
    public required DateOnly Start { get; init; }

    public required DateOnly Return { get; init; }

    public DateOnly? DocumentExpiry { get; init; }

    public IReadOnlyList<SchengenStay> PreviousStays { get; init; } = [];
}

/// <summary>What is needed. <see cref="ApplyBy"/> is the last day to apply in time; <see cref="RegisterBy"/> the last day to register on the spot.</summary>
public sealed record EntryAnswer(EntryRequirement Requirement, int Days, DateOnly? ApplyBy, DateOnly? RegisterBy, DateOnly? OverstaysOn, bool DocumentTooShort)
{
    public EntryResult Result => Requirement.Code;
}
