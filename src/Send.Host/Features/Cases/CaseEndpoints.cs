using System.Security.Claims;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Results;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.Cases;

/// <summary>`/api/cases`: enrol, list, read, and tell what happened.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder app)
    {
        var cases = app.MapApi("/cases", "Cases");
        cases.MapGet("", ListAsync).Lists<Page<CaseRow>>().WithName("listCases").WithSummary("Cases, by departure unless sort says otherwise.");
        cases.MapPost("", OpenAsync).Produces<OpenedCase>(StatusCodes.Status201Created).TakesJson().WithName("openCase").WithSummary("Opens a case and starts its workflow.");
        cases.MapGet("/{id:guid}", GetAsync).Finds<CaseView>().WithName("getCase").WithSummary("A case with stage, dates, progress, facts, tasks, deadlines and documents.");
        cases.MapGet("/{id:guid}/timeline", TimelineAsync).Finds<CaseTimeline>().WithName("getCaseTimeline").WithSummary("What happened and what is planned, in order.");
        cases.MapPost("/{id:guid}/events/{name}", RaiseAsync).Finds<CaseEventAnswer>().TakesJson().WithName("raiseCaseEvent")
            .WithSummary("withdraw, visa-refused, early-return, incident, extend, dates-changed: tells the workflow that it happened.");
        cases.MapPost("/{id:guid}/owner", AssignOwnerAsync).Finds<Saved>().TakesJson().WithName("assignCaseOwner").WithSummary("Gives the case to another coordinator.");
    }

    private static async Task<IResult> ListAsync([AsParameters] CaseParameters q, CaseListHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(
            new CaseListQuery
            {
                Programme = q.Programme,
                Status = q.Status?.Value,
                Stage = q.Stage?.Value,
                Owner = q.Owner,
                Destination = q.Destination,
                Participant = q.Participant,
                Organisation = q.Organisation,
                Text = q.Text,
                DepartsBefore = q.DepartsBefore,
                DepartsAfter = q.DepartsAfter,
                Running = q.Running,
                Sort = q.Sort?.Value ?? CaseSort.Departure,
                Page = Paging.Of(q.PageSize, q.PageAfter),
            },
            user.Actor(),
            ct)).ToHttp();

    private static async Task<IResult> OpenAsync(OpenCase body, OpenCaseHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(body, user.Actor(), ct)).ToHttp(opened => Results.Created($"/api/cases/{opened.Id}", opened));

    private static async Task<IResult> GetAsync(Guid id, CaseDetailsHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id), user.Actor(), ct)).ToHttp(details => Results.Ok(CaseView.Of(details)));

    private static async Task<IResult> TimelineAsync(Guid id, CaseTimelineHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> RaiseAsync(Guid id, string name, CaseEventBody? body, RaiseCaseEventHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, name, body?.Said() ?? [], body?.Revision, body?.OperationId), user.Actor(), ct)).ToHttp();

    private static async Task<IResult> AssignOwnerAsync(Guid id, CaseOwnerBody body, AssignCaseOwnerHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(id, body.OwnerId, body.Revision, body.OperationId), user.Actor(), ct)).ToHttp();
}

/// <summary>Filters of the list of cases.</summary>
internal sealed class CaseParameters
{
    [FromQuery(Name = "programme")]
    public string? Programme { get; init; }

    [FromQuery(Name = "status")]
    public EnumQuery<CaseStatus>? Status { get; init; }

    [FromQuery(Name = "stage")]
    public EnumQuery<CaseStage>? Stage { get; init; }

    [FromQuery(Name = "owner")]
    public Guid? Owner { get; init; }

    [FromQuery(Name = "destination")]
    public string? Destination { get; init; }

    [FromQuery(Name = "participant")]
    public Guid? Participant { get; init; }

    [FromQuery(Name = "organisation")]
    public Guid? Organisation { get; init; }

    [FromQuery(Name = "text")]
    public string? Text { get; init; }

    [FromQuery(Name = "departs-before")]
    public DateOnly? DepartsBefore { get; init; }

    [FromQuery(Name = "departs-after")]
    public DateOnly? DepartsAfter { get; init; }

    [FromQuery(Name = "running")]
    public bool? Running { get; init; }

    [FromQuery(Name = "sort")]
    public EnumQuery<CaseSort>? Sort { get; init; }

    [FromQuery(Name = Paging.Size)]
    public int? PageSize { get; init; }

    [FromQuery(Name = Paging.After)]
    public string? PageAfter { get; init; }
}

/// <summary>What is said with an event: the fields of the form `event-{name}`, in `data` or beside it.</summary>
internal sealed record CaseEventBody
{
    public JsonObject? Data { get; init; }

    public long? Revision { get; init; }

    public Guid? OperationId { get; init; }

    /// <summary>Fields that were sent beside `data`.</summary>
    [JsonExtensionData]
    public JsonObject? Rest { get; init; }

    public JsonObject Said()
    {
        var said = Data?.DeepClone().AsObject() ?? [];
        foreach (var (key, value) in Rest ?? [])
        {
            said[key] = value?.DeepClone();
        }

        return said;
    }
}

internal sealed record CaseOwnerBody(Guid? OwnerId, long? Revision = null, Guid? OperationId = null);
