using System.Text.Json.Nodes;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using Send.Core.Results;
using Send.Host.Components.Forms;
using Send.Host.Components.Session;
using Send.Host.Localization;

namespace Send.Host.Tests.Pages;

/// <summary>Editing a record: what is sent, what is refused, and that ids of rows stay with their rows.</summary>
public sealed class RecordFormTests : BunitContext
{
    public RecordFormTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        Services.AddSingleton<Texts>();
        Services.AddSingleton<ErrorWords>();
        Services.AddScoped<Dates>();
        Services.AddScoped<UserSession>();
        Services.AddSingleton<IActorSource, NoActorSource>();
        Services.AddScoped<Lookups>();
        Services.AddScoped<Dialogs>();
        AddAuthorization();
    }

    [Fact]
    public void Save_RowsWithIds_KeepsThemWithTheirRows()
    {
        JsonObject? sent = null;
        var data = JsonNode.Parse(
            """
            { "name": "Triana", "kinds": ["hosting"], "country": "ES", "city": "Sevilla", "acceptsMinors": true, "active": true,
              "contacts": [{ "id": "a", "name": "Carmen" }, { "id": "b", "name": "Luis" }] }
            """)!.AsObject();
        var page = Show(data, values =>
        {
            sent = values;
            return [];
        });

        page.FindAll("tr[data-row='0'] .cell-tools button")[1].Click();
        page.Find("[data-outcome=Save]").Click();

        Assert.Equal("""[{"name":"Luis","id":"b"},{"name":"Carmen","id":"a"}]""", sent!["contacts"]!.ToJsonString());
    }

    [Fact]
    public void Save_RequiredFieldEmpty_IsRefusedBeforeAnythingIsSent()
    {
        var asked = 0;
        var page = Show([], _ =>
        {
            asked++;
            return [];
        });

        page.Find("[data-outcome=Save]").Click();

        Assert.Equal(0, asked);
        Assert.NotEmpty(page.FindAll("[data-testid=error-summary] a"));
    }

    [Fact]
    public void Save_RefusedByTheHandler_ShowsItAtTheField()
    {
        using var spoken = new Spoken("it-IT");
        var data = JsonNode.Parse("""{ "name": "Triana", "kinds": ["hosting"], "country": "ES", "city": "Sevilla", "sector": "zz9" }""")!.AsObject();
        var page = Show(data, _ => [new Error("field.nace", "English prose", "/sector"), new Error("row.stale", "English prose")]);

        page.Find("[data-outcome=Save]").Click();

        Assert.Contains("NACE", page.Find("[data-field=sector] .field-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ricaricalo", page.Find(".note-bad").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<RecordForm> Show(JsonObject data, Func<JsonObject, IReadOnlyList<Error>> save) => Render<RecordForm>(parameters => parameters
        .Add(form => form.Form, PageForms.Load("organisation"))
        .Add(form => form.Data, data)
        .Add(form => form.CancelHref, "people/organisations")
        .Add(form => form.Save, values => Task.FromResult(save(values))));

    private sealed class NoActorSource : IActorSource
    {
        public Task<(Send.Core.Staff.Actor Actor, string TimeZone)?> FindAsync(System.Security.Claims.ClaimsPrincipal user, CancellationToken ct) =>
            Task.FromResult<(Send.Core.Staff.Actor Actor, string TimeZone)?>(null);
    }
}
