using Send.Core.Cases;
using Send.Core.Placements;
using Send.Core.Results;

namespace Send.Core.Organisations;

/// <summary>Organisations by name. <paramref name="Text"/>: words in name or city.</summary>
public sealed record OrganisationListQuery(OrganisationKinds? Kind = null, string? Country = null, string? Text = null, bool? Active = null, PageRequest? Page = null);

/// <summary>One organisation.</summary>
public sealed record OrganisationQuery(Guid Id);

/// <summary>Puts a new organisation on file.</summary>
public sealed record CreateOrganisation(OrganisationData Data, Guid? OperationId = null);

/// <summary>Changes an organisation as a whole.</summary>
public sealed record UpdateOrganisation(Guid Id, OrganisationData Data, long Revision, Guid? OperationId = null);

/// <summary>An organisation with its contacts, offers and the cases that it sends or hosts.</summary>
public sealed record OrganisationDetails(
    Guid Id, OrganisationData Data, double? Rating, bool MayEdit, IReadOnlyList<OfferRow> Offers, IReadOnlyList<CaseRow> Cases, DateTimeOffset CreatedAt, long Revision);
