using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Send.Core.Data;
using Send.Core.Organisations;
using Send.Core.Results;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.People;

/// <summary>`/api/organisations`.</summary>
internal static class OrganisationEndpoints
{
    public static void MapOrganisations(this IEndpointRouteBuilder app)
    {
        var organisations = app.MapApi("/organisations", "Organisations");
        organisations.MapGet("", ListAsync).Lists<Page<OrganisationRow>>().WithName("listOrganisations").WithSummary("Schools, companies and intermediaries by name.");
        organisations.MapPost("", CreateAsync).Produces<Saved>(StatusCodes.Status201Created).TakesJson().WithName("createOrganisation").WithSummary("Puts an organisation on file.");
        organisations.MapGet("/{id:guid}", GetAsync).Finds<OrganisationDetails>().WithName("getOrganisation").WithSummary("An organisation with contacts, offers and cases.");
        organisations.MapPut("/{id:guid}", UpdateAsync).Finds<Saved>().TakesJson().WithName("updateOrganisation").WithSummary("Changes an organisation as a whole.");
    }

    private static async Task<IResult> ListAsync(
        EnumQuery<OrganisationKinds>? kind,
        string? country,
        string? text,
        bool? active,
        [FromQuery(Name = Paging.Size)] int? size,
        [FromQuery(Name = Paging.After)] string? after,
        OrganisationListHandler handler,
        ClaimsPrincipal user,
        CancellationToken ct) =>
        (await handler.HandleAsync(new(kind?.Value, country, text, active, Paging.Of(size, after)), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> GetAsync(Guid id, OrganisationHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> CreateAsync(NewRow<OrganisationData> body, CreateOrganisationHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(body.Data, body.OperationId), user.Actor(), ct)).ToHttp(saved => Results.Created($"/api/organisations/{saved.Id}", saved));

    private static async Task<IResult> UpdateAsync(Guid id, ChangedRow<OrganisationData> body, UpdateOrganisationHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body.Data, body.Revision, body.OperationId), user.Actor(), ct)).ToHttp();
}
