namespace Send.Core.Organisations;

/// <summary>An organisation as lists show it.</summary>
public sealed record OrganisationRow(
    Guid Id, string Name, IReadOnlyList<OrganisationKinds> Kinds, string Country, string City, string? Sector, int? Employees, double? Rating, bool AcceptsMinors, bool Active, int Offers, long Revision);
