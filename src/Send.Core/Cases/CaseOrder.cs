using System.Globalization;
using Send.Core.Data;
using Send.Core.Results;

namespace Send.Core.Cases;

/// <summary>The orders of the list of cases, and where a page goes on in each.</summary>
internal static class CaseOrder
{
    private const char Between = '\u001f';

    /// <summary>Cases after the cursor, in order.</summary>
    public static IQueryable<SendCase> Page(this IQueryable<SendCase> cases, SendData data, CaseSort sort, Cursor? after) => sort switch
    {
        CaseSort.Start => ByStart(cases, after),
        CaseSort.Participant => ByParticipant(cases, data, after),
        CaseSort.Changed => ByChange(cases, after),
        _ => ByDeparture(cases, after),
    };

    /// <summary>The rows of a page in the same order.</summary>
    public static IQueryable<RawCase> InOrder(this IQueryable<RawCase> rows, CaseSort sort) => sort switch
    {
        CaseSort.Start => rows.OrderBy(row => row.Case.Start).ThenBy(row => row.Case.Id),
        CaseSort.Participant => rows.OrderBy(row => row.FamilyName).ThenBy(row => row.GivenName).ThenBy(row => row.Case.Id),
        CaseSort.Changed => rows.OrderByDescending(row => row.Case.UpdatedAt).ThenByDescending(row => row.Case.Id),
        _ => rows.OrderBy(row => row.Case.Departure).ThenBy(row => row.Case.Id),
    };

    /// <summary>Where the next page begins.</summary>
    public static Cursor After(this RawCase row, CaseSort sort) => new(
        sort switch
        {
            CaseSort.Start => row.Case.Start.ToString("O", CultureInfo.InvariantCulture),
            CaseSort.Participant => row.FamilyName + Between + row.GivenName,
            CaseSort.Changed => row.Case.UpdatedAt.ToString("O", CultureInfo.InvariantCulture),
            _ => row.Case.Departure.ToString("O", CultureInfo.InvariantCulture),
        },
        row.Case.Id);

    private static IQueryable<SendCase> ByDeparture(IQueryable<SendCase> cases, Cursor? after)
    {
        if (Day(after) is { } day)
        {
            var id = after!.Id;
            cases = cases.Where(row => row.Departure > day || (row.Departure == day && row.Id > id));
        }

        return cases.OrderBy(row => row.Departure).ThenBy(row => row.Id);
    }

    private static IQueryable<SendCase> ByStart(IQueryable<SendCase> cases, Cursor? after)
    {
        if (Day(after) is { } day)
        {
            var id = after!.Id;
            cases = cases.Where(row => row.Start > day || (row.Start == day && row.Id > id));
        }

        return cases.OrderBy(row => row.Start).ThenBy(row => row.Id);
    }

    private static IQueryable<SendCase> ByChange(IQueryable<SendCase> cases, Cursor? after)
    {
        if (after is not null && DateTimeOffset.TryParseExact(after.Key, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            var id = after.Id;
            cases = cases.Where(row => row.UpdatedAt < at || (row.UpdatedAt == at && row.Id < id));
        }

        return cases.OrderByDescending(row => row.UpdatedAt).ThenByDescending(row => row.Id);
    }

    private static IQueryable<SendCase> ByParticipant(IQueryable<SendCase> cases, SendData data, Cursor? after)
    {
        var named = cases.Join(data.Participants, row => row.ParticipantId, person => person.Id, (row, person) => new { Case = row, person.FamilyName, person.GivenName });
        if (after?.Key?.Split(Between) is [var family, var given])
        {
            var id = after.Id;
#pragma warning disable CA1309 // The database compares, by the collation that it sorts by.
            named = named.Where(row => string.Compare(row.FamilyName, family) > 0
                || (row.FamilyName == family && (string.Compare(row.GivenName, given) > 0 || (row.GivenName == given && row.Case.Id > id))));
#pragma warning restore CA1309
        }

        return named.OrderBy(row => row.FamilyName).ThenBy(row => row.GivenName).ThenBy(row => row.Case.Id).Select(row => row.Case);
    }

    private static DateOnly? Day(Cursor? after) =>
        after is not null && DateOnly.TryParseExact(after.Key, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
