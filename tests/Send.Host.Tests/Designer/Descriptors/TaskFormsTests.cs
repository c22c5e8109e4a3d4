using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Send.Host.Designer.Api.Descriptors;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer.Descriptors;

/// <summary>Human tasks are an entry per form for Studio, and one type with the form as input in definitions.</summary>
[Collection(ApiCollection.Name)]
public sealed class TaskFormsTests(SharedApiHost shared)
{
    private const string Stored = """
        { "root": { "id": "f", "type": "Elsa.Flowchart", "activities": [
          { "id": "a", "type": "Send.HumanTask", "form": { "typeName": "String", "expression": { "type": "Literal", "value": "eligibility-check" } },
            "outcomes": { "typeName": "List<String>", "expression": { "type": "Object", "value": "[\"Eligible\", \"NotEligible\"]" } } },
          { "id": "b", "type": "Send.HumanTask", "form": { "typeName": "String", "expression": { "type": "Literal", "value": "close-case" } } },
          { "id": "c", "type": "Send.HumanTask", "form": { "typeName": "String", "expression": { "type": "JavaScript", "value": "x" } } },
          { "id": "d", "type": "Send.HumanTask", "form": { "typeName": "String", "expression": { "type": "Literal", "value": "visa" } },
            "outcomes": { "typeName": "List<String>", "expression": { "type": "Object", "value": "[\"Granted\"]" } } } ] } }
        """;

    private TaskForms Forms => shared.Host.Services.GetRequiredService<TaskForms>();

    [Fact]
    public void Tasks_ToStudioAndBack_AreAsTheyWere()
    {
        var shown = Forms.ToDesigner(JsonNode.Parse(Stored))!;
        Assert.Equal(
            ["Send.HumanTask.eligibility-check", "Send.HumanTask.close-case", "Send.HumanTask", "Send.HumanTask"],
            shown["root"]!["activities"]!.AsArray().Select(activity => (string?)activity!["type"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Stored), Forms.FromDesigner(shown)));
    }

    [Fact]
    public void Task_WithTheFormChosenLater_GetsTheOutcomesOfThatForm()
    {
        var dropped = JsonNode.Parse("""
            { "id": "a", "type": "Send.HumanTask", "form": { "expression": { "type": "Literal", "value": "visa" } }, "outcomes": { "expression": { "type": "Object", "value": "[\"Done\"]" } } }
            """)!;
        Assert.Equal("""["Granted","Refused"]""", (string?)Forms.FromDesigner(dropped)!["outcomes"]!["expression"]!["value"]);
    }

    [Fact]
    public async Task Entry_OfAForm_HasItsOutcomesAndTheRoleOfThePlan()
    {
        var entry = await shared.Host.Services.GetRequiredService<ActivityCatalogue>().FindAsync("Send.HumanTask.needs-analysis", null, "it", TestContext.Current.CancellationToken);
        Assert.NotNull(entry);
        Assert.DoesNotContain(entry.Inputs, input => input.Name is "Form" or "Outcomes" or "KeepAs");
        Assert.Equal(["Done"], entry.Ports.Select(port => port.Name));
        var role = Assert.IsType<JsonObject>(entry.ConstructionProperties["role"]);
        Assert.Equal("NeedsAnalyst", (string?)role["expression"]!["value"]);
    }

    [Fact]
    public async Task Forms_OfEvents_AreNoTasks()
    {
        var page = await shared.Host.Services.GetRequiredService<ActivityCatalogue>().PageAsync("en", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(page.Models, model => model.TypeName.Contains("event-", StringComparison.Ordinal));
        Assert.Contains(page.Models, model => model.TypeName == "Send.HumanTask.visa" && model.Ports.Count == 2);
    }
}
