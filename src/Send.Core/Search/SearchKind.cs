namespace Send.Core.Search;

/// <summary>Kinds of hits.</summary>
public enum SearchKind
{
    Case,
    Participant,
    Organisation,
    Task,
}
