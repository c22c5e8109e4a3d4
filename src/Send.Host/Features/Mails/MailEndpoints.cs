using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Send.Core.Mail;
using Send.Core.Results;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.Mails;

/// <summary>`/api/mails`: what was queued, sent, failed, to whom, why; for administrators.</summary>
internal static class MailEndpoints
{
    public static void MapMails(this IEndpointRouteBuilder app)
    {
        var mails = app.MapApi("/mails", "Mails");
        mails.MapGet("", ListAsync).Lists<Page<MailRow>>().WithName("listMails").WithSummary("Mails, newest first (administrators).");
        mails.MapGet("/{id:guid}", GetAsync).Finds<MailDetails>().WithName("getMail").WithSummary("A mail with its bodies (administrators).");
    }

    private static async Task<IResult> ListAsync(
        EnumQuery<MailState>? state,
        Guid? @case,
        string? text,
        [FromQuery(Name = Paging.Size)] int? size,
        [FromQuery(Name = Paging.After)] string? after,
        MailListHandler handler,
        ClaimsPrincipal user,
        CancellationToken ct) =>
        (await handler.HandleAsync(new(state?.Value, @case, text, Paging.Of(size, after)), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> GetAsync(Guid id, MailHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id), user.Actor(), ct)).ToHttp();
}
