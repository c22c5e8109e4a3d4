using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Send.Core.Data;
using Send.Core.Deadlines;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.Deadlines;

/// <summary>`/api/deadlines`: planned deadlines and their reminders.</summary>
internal static class DeadlineEndpoints
{
    public static void MapDeadlines(this IEndpointRouteBuilder app)
    {
        var deadlines = app.MapApi("/deadlines", "Deadlines");
        deadlines.MapGet("", ListAsync).Lists<Page<DeadlineRow>>().WithName("listDeadlines").WithSummary("Deadlines by due date, with their reminders.");
        deadlines.MapPatch("/{id:guid}", PatchAsync).Finds<Saved>().TakesJson().WithName("patchDeadline").WithSummary("Moves a deadline by hand; the change is audited.");
    }

    private static async Task<IResult> ListAsync(
        Guid? @case,
        EnumQuery<DeadlineState>? state,
        EnumQuery<StaffRole>? queue,
        [FromQuery(Name = "due-before")] DateOnly? dueBefore,
        [FromQuery(Name = "due-after")] DateOnly? dueAfter,
        [FromQuery(Name = Paging.Size)] int? size,
        [FromQuery(Name = Paging.After)] string? after,
        DeadlineListHandler handler,
        ClaimsPrincipal user,
        CancellationToken ct) =>
        (await handler.HandleAsync(
            new DeadlineListQuery { Case = @case, State = state?.Value, Queue = queue?.Value, DueBefore = dueBefore, DueAfter = dueAfter, Page = Paging.Of(size, after) }, user.Actor(), ct)).ToHttp();

    private static async Task<IResult> PatchAsync(Guid id, DeadlineBody body, PatchDeadlineHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body.Due, body.OffsetDays, body.Pinned, body.Reason, body.Revision, body.OperationId), user.Actor(), ct)).ToHttp();
}

/// <summary>Where a deadline goes: a day, an offset from its anchor, or back to its anchor (pinned false).</summary>
internal sealed record DeadlineBody
{
    public DateOnly? Due { get; init; }

    public int? OffsetDays { get; init; }

    public bool? Pinned { get; init; }

    public string? Reason { get; init; }

    public required long Revision { get; init; }

    public Guid? OperationId { get; init; }
}
