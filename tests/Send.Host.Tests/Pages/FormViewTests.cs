using System.Text.Json.Nodes;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Send.Core.Forms;
using Send.Host.Components.Forms;
using Send.Host.Components.Session;
using Send.Host.Localization;

namespace Send.Host.Tests.Pages;

/// <summary>A form definition on the page: every kind of field, conditions, tables, origins, errors.</summary>
public sealed class FormViewTests : BunitContext
{
    private static readonly string[] Types =
    [
        "text", "long", "date", "dateTime", "int", "decimal", "money", "bool", "choice", "multi", "country", "city", "language", "cefr", "organisation", "offer", "email", "phone", "url", "iban",
        "table", "scale5", "signature", "file",
    ];

    public FormViewTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2027, 3, 4, 10, 0, 0, TimeSpan.Zero)));
        Services.AddSingleton<Texts>();
        Services.AddScoped<Dates>();
        Services.AddScoped<UserSession>();
        Services.AddSingleton<IActorSource, NobodySource>();
        Services.AddScoped<Lookups>();
        AddAuthorization();
    }

    [Fact]
    public void EveryType_HasAFieldWithANativeControl()
    {
        var state = State(Form([.. Types.Select(type => Field(type, type))]));

        var page = Render<FormView>(parameters => parameters.Add(view => view.State, state));

        Assert.All(Types, type =>
        {
            var root = page.Find($"[data-field='{type}'][data-type='{type}']");
            Assert.NotEmpty(root.QuerySelectorAll("input, select, textarea, button"));
        });
        Assert.Equal(Types.Length, Enum.GetNames<FieldType>().Length);
    }

    [Fact]
    public void EveryControl_HasALabel()
    {
        var page = Render<FormView>(parameters => parameters.Add(view => view.State, State(Form([.. Types.Select(type => Field(type, type))]))));

        foreach (var control in page.FindAll("input:not([type=hidden]), select, textarea"))
        {
            var named = control.ParentElement?.TagName == "LABEL" || page.FindAll("label").Any(label => label.GetAttribute("for") == control.Id);
            Assert.True(named, control.OuterHtml);
        }
    }

    [Fact]
    public void Typing_ChangesTheData_InTheFieldsNotation()
    {
        var state = State(Form([Field("name", "text"), Field("hours", "decimal"), Field("yes", "bool"), Field("at", "dateTime")]));
        var page = Render<FormView>(parameters => parameters.Add(view => view.State, state));

        page.Find("[data-field=name] input").Change(" Doughs ");
        page.Find("[data-field=hours] input").Change("12.5");
        page.Find("[data-field=yes] input[value=true]").Change("true");
        page.Find("[data-field=at] input").Change("2027-03-04T09:30");

        Assert.Equal("""{"name":"Doughs","hours":12.5,"yes":true,"at":"2027-03-04T09:30:00\u002B01:00"}""", state.Data.ToJsonString());
    }

    [Fact]
    public void VisibleWhen_FollowsTheOtherField()
    {
        var reason = Field("reason", "long");
        reason["visibleWhen"] = JsonNode.Parse("""{ "field": "ok", "is": false }""");
        var state = State(Form([Field("ok", "bool"), reason]));
        var page = Render<FormView>(parameters => parameters.Add(view => view.State, state));
        Assert.Empty(page.FindAll("[data-field=reason]"));

        page.Find("[data-field=ok] input[value=false]").Change("false");

        Assert.Single(page.FindAll("[data-field=reason]"));
    }

    [Fact]
    public void Table_RowsAreAddedFilledMovedAndRemoved()
    {
        var table = Field("rows", "table");
        var state = State(Form([table]));
        var page = Render<FormView>(parameters => parameters.Add(view => view.State, state));

        page.Find("[data-action=add-row]").Click();
        page.Find("[data-field='rows/0/name'] input").Change("first");
        page.Find("[data-action=add-row]").Click();
        page.Find("[data-field='rows/1/name'] input").Change("second");
        Assert.Equal("""{"rows":[{"name":"first"},{"name":"second"}]}""", state.Data.ToJsonString());

        page.FindAll("tr[data-row='0'] .cell-tools button")[1].Click();
        Assert.Equal("""{"rows":[{"name":"second"},{"name":"first"}]}""", state.Data.ToJsonString());

        page.Find("tr[data-row='0'] [data-action=remove-row]").Click();
        page.Find("tr[data-row='0'] [data-action=remove-row]").Click();
        Assert.Equal("{}", state.Data.ToJsonString());
    }

    [Fact]
    public void Origin_IsSaid_UntilSomebodyChangesTheValue()
    {
        using var spoken = new Spoken("en-GB");
        var state = State(Form([Field("aim", "text")]), new JsonObject { ["aim"] = "known" }, new() { ["aim"] = "facts.needs.summary" });
        var page = Render<FormView>(parameters => parameters.Add(view => view.State, state));
        Assert.Contains("needs analysis", page.Find(".field-origin").TextContent, StringComparison.Ordinal);

        page.Find("[data-field=aim] input").Change("mine");

        Assert.Empty(page.FindAll(".field-origin"));
    }

    [Fact]
    public void Errors_AreSummedUpAndBesideTheirFields_AndGoWhenTheFieldChanges()
    {
        var state = State(Form([Field("aim", "text"), Field("rows", "table")]), new JsonObject { ["rows"] = new JsonArray(new JsonObject()) });
        var page = Render<FormView>(parameters => parameters.Add(view => view.State, state));

        state.Show([new("/aim", "field.required", "“Aim” needs an answer."), new("/rows/0/name", "field.required", "“Name” needs an answer.")]);
        page.Render();

        Assert.Equal(2, page.FindAll("[data-testid=error-summary] a").Count);
        Assert.Equal("true", page.Find("[data-field=aim] input").GetAttribute("aria-invalid"));
        Assert.Contains("needs an answer", page.Find("[data-field='rows/0/name'] .field-error").TextContent, StringComparison.Ordinal);

        page.Find("[data-field=aim] input").Change("there");

        Assert.Single(state.Errors);
    }

    [Fact]
    public void ReadOnly_DisablesEverything()
    {
        var state = State(Form([.. Types.Select(type => Field(type, type))]));
        state.ReadOnly = true;

        var page = Render<FormView>(parameters => parameters.Add(view => view.State, state));

        Assert.All(page.FindAll("[data-testid=task-form] input, [data-testid=task-form] select, [data-testid=task-form] textarea"), control => Assert.True(control.HasAttribute("disabled"), control.OuterHtml));
        Assert.Empty(page.FindAll("[data-action=add-row]"));
    }

    private static FormState State(FormDefinition form, JsonObject? data = null, Dictionary<string, string>? origins = null) =>
        new(form, data ?? [], FormContext.Empty, origins ?? []);

    private static JsonObject Field(string id, string type)
    {
        var field = JsonNode.Parse($$"""{ "id": "{{id}}", "type": "{{type}}", "label": { "en": "Label {{id}}", "it": "Etichetta {{id}}" }, "example": "x" }""")!.AsObject();
        if (type is "choice" or "multi")
        {
            field["options"] = JsonNode.Parse("""[{ "value": "a", "label": { "en": "A", "it": "A" } }, { "value": "b", "label": { "en": "B", "it": "B" } }]""");
        }

        if (type == "table")
        {
            field["columns"] = new JsonArray(JsonNode.Parse("""{ "id": "name", "type": "text", "label": { "en": "Name", "it": "Nome" }, "example": "x" }"""));
        }

        return field;
    }

    private static FormDefinition Form(JsonNode[] fields) => System.Text.Json.JsonSerializer.Deserialize<FormDefinition>(
        new JsonObject
        {
            ["id"] = "test",
            ["title"] = new JsonObject { ["en"] = "Test" },
            ["purpose"] = new JsonObject { ["en"] = "Test" },
            ["outcomes"] = new JsonArray(JsonNode.Parse("""{ "name": "Done", "label": { "en": "Done" } }""")),
            ["sections"] = new JsonArray(new JsonObject { ["id"] = "all", ["title"] = new JsonObject { ["en"] = "All" }, ["fields"] = new JsonArray(fields) }),
        },
        PageForms.Json)!;

    private sealed class NobodySource : IActorSource
    {
        public Task<(Send.Core.Staff.Actor Actor, string TimeZone)?> FindAsync(System.Security.Claims.ClaimsPrincipal user, CancellationToken ct) =>
            Task.FromResult<(Send.Core.Staff.Actor Actor, string TimeZone)?>(null);
    }
}
