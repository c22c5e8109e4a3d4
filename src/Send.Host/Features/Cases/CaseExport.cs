using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Send.Core.Cases;
using Send.Core.Results;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;
using Send.Host.Localization;

namespace Send.Host.Features.Cases;

/// <summary>`GET /cases/export`: the cases of the list's address as CSV, all of them, with words in the reader's language.</summary>
internal static class CaseExport
{
    private static readonly string[] Columns =
    [
        "cases.code", "common.participant", "common.programme", "common.status", "common.stage", "common.destination", "cases.city", "common.host", "common.departure", "cases.start",
        "cases.end", "common.return", "common.owner", "cases.open", "cases.late", "cases.nextDue", "cases.changed",
    ];

    public static void MapCaseExport(this IEndpointRouteBuilder app) =>
        app.MapGet("/cases/export", ExportAsync).RequireAuthorization(Policies.Pages).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync([AsParameters] CaseExportParameters q, CaseListHandler handler, Texts texts, ClaimsPrincipal user, CancellationToken ct)
    {
        var address = CasesAddress.Read(q.Text, q.Programme, q.Status, q.Stage, q.Owner, q.Destination, q.Scope, q.Sort);
        var csv = new Csv(Texts.Language == "it" ? ';' : ',');
        csv.Line(Columns.Select(key => texts[key]));
        string? after = null;
        do
        {
            var page = await handler.HandleAsync(address.ToQuery(new PageRequest(PageRequest.MaximumSize, after)), user.Actor(), ct);
            if (!page.IsSuccess)
            {
                return Problems.Of(page.Errors);
            }

            foreach (var row in page.Value.Items)
            {
                csv.Line(Values(row, texts));
            }

            after = page.Value.Next;
        }
        while (after is not null);

        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", "cases.csv");
    }

    private static string[] Values(CaseRow row, Texts texts) =>
    [
        row.Code, row.ParticipantName, row.Programme, texts.Of(row.Status), texts.Of(row.Stage), row.Country, row.City ?? "", row.HostName ?? "", Day(row.Departure), Day(row.Start), Day(row.End), Day(row.Return),
        row.Owner?.Name ?? "", row.OpenTasks.ToString(CultureInfo.InvariantCulture), row.OverdueTasks.ToString(CultureInfo.InvariantCulture), row.NextDue is { } next ? Day(next) : "",
        row.UpdatedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The same names as in the address of the list.</summary>
internal sealed class CaseExportParameters
{
    [FromQuery(Name = "text")]
    public string? Text { get; init; }

    [FromQuery(Name = "programme")]
    public string? Programme { get; init; }

    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "stage")]
    public string? Stage { get; init; }

    [FromQuery(Name = "owner")]
    public string? Owner { get; init; }

    [FromQuery(Name = "destination")]
    public string? Destination { get; init; }

    [FromQuery(Name = "scope")]
    public string? Scope { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }
}
