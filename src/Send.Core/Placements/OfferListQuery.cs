using Send.Core.Cases;
using Send.Core.Results;

namespace Send.Core.Placements;

/// <summary>Offers by title. <paramref name="Text"/>: words in title, occupation, host or city; <paramref name="AvailableOn"/>: open on that day.</summary>
public sealed record OfferListQuery(
    Guid? Host = null, string? Country = null, string? Programme = null, DateOnly? AvailableOn = null, string? Text = null, bool? Active = null, PageRequest? Page = null);

/// <summary>One offer.</summary>
public sealed record OfferQuery(Guid Id);

/// <summary>Puts a new offer on file.</summary>
public sealed record CreateOffer(OfferData Data, Guid? OperationId = null);

/// <summary>Changes an offer as a whole; its host stays.</summary>
public sealed record UpdateOffer(Guid Id, OfferData Data, long Revision, Guid? OperationId = null);

/// <summary>An offer as lists show it; <paramref name="Taken"/> is the number of running cases placed on it.</summary>
public sealed record OfferRow(
    Guid Id, Guid HostId, string HostName, string Title, string? Occupation, string Country, string City, DateOnly AvailableFrom, DateOnly AvailableTo, int Capacity, int Taken, string Language, string? LanguageLevel, bool AcceptsMinors, bool Active, long Revision);

/// <summary>An offer with the cases placed on it.</summary>
public sealed record OfferDetails(Guid Id, OfferData Data, string HostName, int Taken, bool MayEdit, IReadOnlyList<CaseRow> Cases, DateTimeOffset CreatedAt, long Revision);
