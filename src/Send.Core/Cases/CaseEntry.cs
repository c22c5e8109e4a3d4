using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Fields;
using Send.Core.Organisations;
using Send.Core.Programmes;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Cases;

/// <summary>Checks what <see cref="OpenCase"/> says about programme, dates, destination and owner.</summary>
internal sealed class CaseEntry(SendData data, ReferenceData reference, DateOnly today)
{
    private const int FurthestYears = 5;

    private readonly FieldErrors errors = new();

    public IReadOnlyList<Error> Errors => errors.All;

    public Programme? Programme { get; private set; }

    public DateOnly Departure { get; private set; }

    public DateOnly Start { get; private set; }

    public DateOnly End { get; private set; }

    public DateOnly Return { get; private set; }

    public string Country { get; private set; } = "";

    public string? City { get; private set; }

    public string? Funder { get; private set; }

    public async Task ReadAsync(OpenCase request, Actor actor, CancellationToken ct)
    {
        ReadProgramme(request.Programme);
        ReadDates(request);
        Country = errors.Country("destination/country", request.Destination?.Country) ?? "";
        City = errors.Optional("destination/city", request.Destination?.City, 100);
        Funder = errors.Optional("funder", request.Funder);
        if (request.SendingOrganisationId is { } sending && !await data.Organisations.AsNoTracking().AnyAsync(row => row.Id == sending && (row.Kinds & OrganisationKinds.Sending) != OrganisationKinds.None, ct))
        {
            errors.Add("sendingOrganisationId", "organisation.unknown", "There is no sending organisation with this id.");
        }

        if (request.OwnerId is { } owner && owner != actor.Id && await OwnerProblemAsync(data, owner, ct) is { } problem)
        {
            errors.Add("ownerId", "case.owner", problem);
        }

        if (request.Participant is null == request.ParticipantId is null)
        {
            errors.Add("participant", "case.participant", "Give either participantId, of somebody on file, or participant, the data of a new one.");
        }
    }

    /// <summary>Null when this colleague can answer for cases.</summary>
    public static async Task<string?> OwnerProblemAsync(SendData data, Guid ownerId, CancellationToken ct)
    {
        var member = await data.Staff.AsNoTracking().FirstOrDefaultAsync(row => row.Id == ownerId && row.Active, ct);
        if (member is null)
        {
            return "There is no active colleague with this id.";
        }

        return member.RoleList.Any(role => Permissions.Of(role).Contains(Permission.OpenCases)) ? null : $"{member.DisplayName} is no coordinator.";
    }

    private void ReadProgramme(string? code)
    {
        var text = errors.Required("programme", code, 64);
        Programme = reference.Programme(text);
        if (text.Length > 0 && Programme is null)
        {
            errors.Add("programme", "programme.unknown", $"“{text}” is not a programme; they are {string.Join(", ", reference.Programmes.Select(one => one.Code))}.");
        }
        else if (Programme is { Available: false })
        {
            errors.Add("programme", "programme.closed", $"Cases of the programme {Programme.Code} cannot be opened yet: it has no workflow.");
        }
    }

    private void ReadDates(OpenCase request)
    {
        Departure = errors.Required("departure", request.Departure);
        Return = errors.Required("return", request.Return);
        if (request.Departure is null || request.Return is null)
        {
            return;
        }

        Start = request.Start ?? Earlier(Departure.AddDays(1), Return);
        End = request.End ?? Later(Return.AddDays(-1), Start);
        if (Departure < today)
        {
            errors.Add("departure", "case.departure-past", $"The departure lies in the past; today is {today:yyyy-MM-dd}.");
        }
        else if (Departure > today.AddYears(FurthestYears))
        {
            errors.Add("departure", "case.departure-far", $"The departure is more than {FurthestYears} years ahead.");
        }

        foreach (var error in DateProblems(Programme, Departure, Start, End, Return))
        {
            errors.Add(error.Field!, error.Code, error.Message);
        }
    }

    /// <summary>What is wrong with the order of the four dates and the length of the stay; fields without slash.</summary>
    public static IEnumerable<Error> DateProblems(Programme? programme, DateOnly departure, DateOnly start, DateOnly end, DateOnly @return)
    {
        (string Field, DateOnly On, string Before, DateOnly After)[] order =
        [
            ("start", start, "departure", departure), ("end", end, "start", start), ("return", @return, "end", end),
        ];
        var wrong = order.Where(one => one.On < one.After).Select(one => new Error("case.dates-order", $"The day of {one.Field} ({one.On:yyyy-MM-dd}) lies before that of {one.Before} ({one.After:yyyy-MM-dd}).", one.Field)).ToList();
        if (wrong.Count > 0 || programme is null)
        {
            return wrong;
        }

        var days = Enumerable.Range(0, end.DayNumber - start.DayNumber + 1).Count(day => programme.Counting == DayCounting.Calendar || start.AddDays(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        return days >= programme.MinDays && days <= programme.MaxDays
            ? []
            : [new Error("case.length", $"The stay has {days} days from start to end; the programme {programme.Code} allows {programme.MinDays} to {programme.MaxDays}{(programme.Counting == DayCounting.Working ? " working days" : "")}.", "return")];
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
