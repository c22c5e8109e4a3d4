using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Send.Core.Data;
using Send.Core.Placements;
using Send.Core.Results;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.People;

/// <summary>`/api/offers`.</summary>
internal static class OfferEndpoints
{
    public static void MapOffers(this IEndpointRouteBuilder app)
    {
        var offers = app.MapApi("/offers", "Offers");
        offers.MapGet("", ListAsync).Lists<Page<OfferRow>>().WithName("listOffers").WithSummary("Placement offers by title.");
        offers.MapPost("", CreateAsync).Produces<Saved>(StatusCodes.Status201Created).TakesJson().WithName("createOffer").WithSummary("Puts an offer of a host on file.");
        offers.MapGet("/{id:guid}", GetAsync).Finds<OfferDetails>().WithName("getOffer").WithSummary("An offer with the cases placed on it.");
        offers.MapPut("/{id:guid}", UpdateAsync).Finds<Saved>().TakesJson().WithName("updateOffer").WithSummary("Changes an offer as a whole.");
    }

    private static async Task<IResult> ListAsync(
        Guid? host,
        string? country,
        string? programme,
        [FromQuery(Name = "available-on")] DateOnly? availableOn,
        string? text,
        bool? active,
        [FromQuery(Name = Paging.Size)] int? size,
        [FromQuery(Name = Paging.After)] string? after,
        OfferListHandler handler,
        ClaimsPrincipal user,
        CancellationToken ct) =>
        (await handler.HandleAsync(new(host, country, programme, availableOn, text, active, Paging.Of(size, after)), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> GetAsync(Guid id, OfferHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> CreateAsync(NewRow<OfferData> body, CreateOfferHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(body.Data, body.OperationId), user.Actor(), ct)).ToHttp(saved => Results.Created($"/api/offers/{saved.Id}", saved));

    private static async Task<IResult> UpdateAsync(Guid id, ChangedRow<OfferData> body, UpdateOfferHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body.Data, body.Revision, body.OperationId), user.Actor(), ct)).ToHttp();
}
