using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Send.Core.Data;
using Send.Core.Participants;
using Send.Core.Results;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.People;

/// <summary>`/api/participants`.</summary>
internal static class ParticipantEndpoints
{
    public static void MapParticipants(this IEndpointRouteBuilder app)
    {
        var people = app.MapApi("/participants", "Participants");
        people.MapGet("", ListAsync).Lists<Page<ParticipantRow>>().WithName("listParticipants").WithSummary("Participants by family name.");
        people.MapPost("", CreateAsync).Produces<Saved>(StatusCodes.Status201Created).TakesJson().WithName("createParticipant").WithSummary("Puts a participant on file.");
        people.MapGet("/{id:guid}", GetAsync).Finds<ParticipantDetails>().WithName("getParticipant").WithSummary("A participant; sensitive=true shows identity document, health and bank data and is audited.");
        people.MapPut("/{id:guid}", UpdateAsync).Finds<Saved>().TakesJson().WithName("updateParticipant").WithSummary("Changes a participant as a whole.");
    }

    private static async Task<IResult> ListAsync(
        string? text,
        string? nationality,
        [FromQuery(Name = "sending-organisation")] Guid? sending,
        [FromQuery(Name = Paging.Size)] int? size,
        [FromQuery(Name = Paging.After)] string? after,
        ParticipantListHandler handler,
        ClaimsPrincipal user,
        CancellationToken ct) =>
        (await handler.HandleAsync(new(text, nationality, sending, Paging.Of(size, after)), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> GetAsync(Guid id, bool? sensitive, ParticipantHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, sensitive ?? false), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> CreateAsync(NewRow<ParticipantData> body, CreateParticipantHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(body.Data, body.OperationId), user.Actor(), ct)).ToHttp(saved => Results.Created($"/api/participants/{saved.Id}", saved));

    private static async Task<IResult> UpdateAsync(Guid id, ChangedRow<ParticipantData> body, UpdateParticipantHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body.Data, body.Revision, body.OperationId), user.Actor(), ct)).ToHttp();
}
