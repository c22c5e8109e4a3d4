namespace Send.Core.Search;

/// <summary>Looks for words in cases, people, organisations and open tasks: at most <paramref name="Each"/> hits of a kind.</summary>
public sealed record SearchQuery(string Text, int Each = 5);

/// <summary>Kinds of hits.</summary>
public enum SearchKind
{
    Case,
    Participant,
    Organisation,
    Task,
}

/// <summary>One hit: its title in the reader's language and a second line that tells it from others.</summary>
public sealed record SearchHit(SearchKind Kind, Guid Id, string Title, string Detail);
