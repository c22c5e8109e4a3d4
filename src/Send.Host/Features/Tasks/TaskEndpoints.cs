using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Send.Core.Cases;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.Tasks;

/// <summary>`/api/tasks`: the inbox and what is done with its tasks.</summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this IEndpointRouteBuilder app)
    {
        var tasks = app.MapApi("/tasks", "Tasks");
        tasks.MapGet("", ListAsync).Lists<Page<InboxRow>>().WithName("listTasks").WithSummary("The inbox, sorted by due date ascending, tasks without one last.");
        tasks.MapGet("/counts", CountAsync).Produces<InboxCounts>().WithName("countTasks").WithSummary("How many tasks each view holds, counted up to 1000.");
        tasks.MapGet("/{id:guid}", GetAsync).Finds<TaskView>().WithName("getTask").WithSummary("A task with its form as JSON Schema.");
        tasks.MapPost("/{id:guid}/claim", ClaimAsync).Finds<TaskAnswer>().TakesJson().WithName("claimTask").WithSummary("Takes the task out of its queue.");
        tasks.MapPost("/{id:guid}/release", ReleaseAsync).Finds<TaskAnswer>().TakesJson().WithName("releaseTask").WithSummary("Puts the task back into its queue.");
        tasks.MapPost("/{id:guid}/assign", AssignAsync).Finds<TaskAnswer>().TakesJson().WithName("assignTask").WithSummary("Gives the task to a colleague.");
        tasks.MapPost("/{id:guid}/wait", WaitAsync).Finds<TaskAnswer>().TakesJson().WithName("waitTask").WithSummary("Says for whom the task waits; without values the waiting ends.");
        tasks.MapPost("/{id:guid}/due", MoveDueAsync).Finds<TaskAnswer>().TakesJson().WithName("moveTaskDue").WithSummary("Sets another due date.");
        tasks.MapPost("/{id:guid}/comments", CommentAsync).Finds<TaskAnswer>().TakesJson().WithName("commentTask").WithSummary("Leaves a remark.");
        tasks.MapPost("/{id:guid}/draft", DraftAsync).Finds<TaskAnswer>().TakesJson().WithName("draftTask").WithSummary("Keeps what was filled in so far.");
        tasks.MapPost("/{id:guid}/complete", CompleteAsync).Finds<TaskCompletion>().TakesJson().WithName("completeTask").WithSummary("Completes the task and moves the case on, in one transaction.");
    }

    private static async Task<IResult> ListAsync([AsParameters] InboxParameters q, InboxHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(
            new InboxQuery
            {
                View = q.View?.Value ?? InboxView.Mine,
                Case = q.Case,
                Queue = q.Queue?.Value,
                DueBefore = q.DueBefore,
                Text = q.Text,
                Programme = q.Programme,
                Stage = q.Stage?.Value,
                Open = q.Open,
                Sort = q.Sort?.Value ?? InboxSort.Due,
                Page = Paging.Of(q.PageSize, q.PageAfter),
            },
            user.Actor(),
            ct)).ToHttp();

    private static async Task<IResult> CountAsync(InboxCountsHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(user.Actor(), ct)).ToHttp();

    private static async Task<IResult> GetAsync(Guid id, TaskDetailsHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id), user.Actor(), ct)).ToHttp(details => Results.Ok(TaskViews.Of(details, user.Actor().Language)));

    private static async Task<IResult> ClaimAsync(Guid id, TaskChangeBody? body, ClaimTaskHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body?.Revision, body?.OperationId), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> ReleaseAsync(Guid id, TaskChangeBody? body, ReleaseTaskHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body?.Revision, body?.OperationId), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> AssignAsync(Guid id, AssignTaskBody body, AssignTaskHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body.AssigneeId, body.Revision, body.OperationId), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> WaitAsync(Guid id, WaitTaskBody body, WaitTaskHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body.WaitingFor, body.FollowUp, body.Revision, body.OperationId), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> MoveDueAsync(Guid id, MoveTaskDueBody body, MoveTaskDueHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body.Due, body.Reason, body.Revision, body.OperationId), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> CommentAsync(Guid id, CommentTaskBody body, CommentTaskHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body.Text, body.OperationId), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> DraftAsync(Guid id, DraftTaskBody body, SaveTaskDraftHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body.Data, body.Revision, body.OperationId), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> CompleteAsync(Guid id, CompleteTaskBody body, CompleteTaskHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body.Outcome, body.Data, body.Revision, body.OperationId), user.Actor(), ct)).ToHttp();
}

/// <summary>Filters of the inbox.</summary>
internal sealed class InboxParameters
{
    [FromQuery(Name = "view")]
    public EnumQuery<InboxView>? View { get; init; }

    [FromQuery(Name = "case")]
    public Guid? Case { get; init; }

    [FromQuery(Name = "queue")]
    public EnumQuery<StaffRole>? Queue { get; init; }

    [FromQuery(Name = "due-before")]
    public DateOnly? DueBefore { get; init; }

    [FromQuery(Name = "text")]
    public string? Text { get; init; }

    [FromQuery(Name = "programme")]
    public string? Programme { get; init; }

    [FromQuery(Name = "stage")]
    public EnumQuery<CaseStage>? Stage { get; init; }

    [FromQuery(Name = "open")]
    public bool? Open { get; init; }

    [FromQuery(Name = "sort")]
    public EnumQuery<InboxSort>? Sort { get; init; }

    [FromQuery(Name = Paging.Size)]
    public int? PageSize { get; init; }

    [FromQuery(Name = Paging.After)]
    public string? PageAfter { get; init; }
}
