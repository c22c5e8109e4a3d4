using Send.Core.Cases;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Core.Search;

/// <summary>Looks for words in cases, people, organisations and open tasks: at most <paramref name="Each"/> hits of a kind.</summary>
public sealed record SearchQuery(string Text, int Each = 5);

/// <summary>One hit: its title in the reader's language and a second line that tells it from others.</summary>
public sealed record SearchHit(SearchKind Kind, Guid Id, string Title, string Detail);

/// <summary>Answers <see cref="SearchQuery"/> with the lists' own filters.</summary>
public sealed class SearchHandler(CaseListHandler cases, ParticipantListHandler participants, OrganisationListHandler organisations, InboxHandler inbox)
{
    private const int Shortest = 2;
    private const int MostOfAKind = 20;

    /// <summary>Fewer than two characters find nothing.</summary>
    public async Task<Result<IReadOnlyList<SearchHit>>> HandleAsync(SearchQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (CaseAccess.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var text = query.Text?.Trim() ?? "";
        if (text.Length < Shortest)
        {
            return Result<IReadOnlyList<SearchHit>>.Of([]);
        }

        var page = new PageRequest(Math.Clamp(query.Each, 1, MostOfAKind));
        var hits = new List<SearchHit>();
        hits.AddRange((await cases.HandleAsync(new() { Text = text, Page = page }, actor, ct)).Value.Items
            .Select(row => new SearchHit(SearchKind.Case, row.Id, $"{row.Code} · {row.ParticipantName}", Place(row.City, row.Country))));
        hits.AddRange((await participants.HandleAsync(new(text, Page: page), actor, ct)).Value.Items
            .Select(row => new SearchHit(SearchKind.Participant, row.Id, $"{row.GivenName} {row.FamilyName}", Place(row.City, row.ResidenceCountry))));
        hits.AddRange((await organisations.HandleAsync(new(Text: text, Page: page), actor, ct)).Value.Items
            .Select(row => new SearchHit(SearchKind.Organisation, row.Id, row.Name, Place(row.City, row.Country))));
        hits.AddRange((await inbox.HandleAsync(new() { View = InboxView.All, Open = true, Text = text, Page = page }, actor, ct)).Value.Items
            .Select(row => new SearchHit(SearchKind.Task, row.Id, row.Title.In(actor.Language), $"{row.CaseCode} · {row.ParticipantName}")));
        return Result<IReadOnlyList<SearchHit>>.Of(hits);
    }

    private static string Place(string? city, string country) => string.IsNullOrEmpty(city) ? country : $"{city}, {country}";
}
