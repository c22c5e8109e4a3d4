using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Send.EndToEnd.Tests.Browser;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>A coordinator makes a workflow from an empty canvas, publishes it and watches it run.</summary>
public sealed class ProgrammeJourneyTests(RunningHost running, Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Workflow_MadeOnAnEmptyCanvas_IsPublishedAndRuns()
    {
        await using var studio = await StudioPage.OpenAsync(chromium, running.Host);
        var editor = await studio.CreateAsync("Welcome abroad");

        await DrawAsync(editor);
        await FillAsync(editor);
        await studio.PictureAsync("editor-drawn");

        var refusal = await editor.PublishAsync();
        Assert.Equal(400, refusal.Status);
        Assert.Contains("Variable", await studio.NotesAsync(), StringComparison.Ordinal);
        await studio.PictureAsync("editor-publish-refused");

        await editor.SelectAsync("SetVariable1");
        await editor.PickAsync("Variable", "greeting");
        await PublishAsync(studio, editor);
        await studio.OpenTabAsync("Version history");
        await studio.Page.Locator(StudioSelectors.Row).Nth(0).WaitForAsync();

        await editor.RunAsync();
        await studio.Page.Locator(StudioSelectors.JournalEntry).Filter(new LocatorFilterOptions { HasText = "End1" }).First.WaitForAsync();
        var journal = await studio.Page.Locator(StudioSelectors.JournalEntry).AllInnerTextsAsync();
        Assert.Contains(journal, entry => entry.Contains("WriteLine1", StringComparison.Ordinal) && entry.Contains("Completed", StringComparison.Ordinal));
        Assert.DoesNotContain(journal, entry => entry.Contains("EligibilityCheck1", StringComparison.Ordinal));
        await Assertions.Expect(studio.Page.GetByText("Open filtered logs")).ToBeHiddenAsync(); // a page that is not here
        await studio.PictureAsync("viewer-finished");
        await studio.ExpectQuietAsync(expected: "400 (Bad Request)");
    }

    private static async Task DrawAsync(StudioEditor editor)
    {
        await editor.DropAsync("Start", 30, 60);
        await editor.DropAsync("Set Variable", 230, 60);
        await editor.DropAsync("Decision", 480, 60);
        await editor.DropAsync("Check the eligibility", 480, 200);
        await editor.DropAsync("Write Line", 480, 340);
        await editor.DropAsync("End", 770, 430);
        await editor.ConnectAsync("Start1", "Done", "SetVariable1");
        await editor.ConnectAsync("SetVariable1", "Done", "FlowDecision1");
        await editor.ConnectAsync("FlowDecision1", "True", "EligibilityCheck1");
        await editor.ConnectAsync("FlowDecision1", "False", "WriteLine1");
        await editor.ConnectAsync("EligibilityCheck1", "Eligible", "End1");
        await editor.ConnectAsync("EligibilityCheck1", "NotEligible", "End1");
        await editor.ConnectAsync("WriteLine1", "Done", "End1");
    }

    private static async Task FillAsync(StudioEditor editor)
    {
        await editor.AddAsync("Variables", "Add variable", "greeting");
        await editor.AddAsync("Input/Output", "Add input", "traveller");
        await editor.AddAsync("Input/Output", "Add output", "answer");
        await editor.SelectAsync("SetVariable1");
        await editor.WriteAsync("Value", "JavaScript", "\"Welcome, \" + (getInput(\"traveller\") || \"traveller\")");
        await editor.SelectAsync("FlowDecision1");
        await editor.WriteAsync("Condition", "JavaScript", "!!getCorrelationId()");
        await editor.SelectAsync("EligibilityCheck1");
        await editor.TypeAsync("Title", "Greet the traveller");
        await editor.PickAsync("Role", "Tutor");
        await editor.SelectAsync("WriteLine1");
        await editor.WriteAsync("Text", "Liquid", "{{ Variables.greeting }}!");
    }

    /// <summary>Warnings are asked for once.</summary>
    private static async Task PublishAsync(StudioPage studio, StudioEditor editor)
    {
        var answer = await editor.PublishAsync();
        if (answer.Status == 400)
        {
            Assert.Equal("definition.warnings", JsonNode.Parse(answer.Body)!["code"]?.GetValue<string>());
            answer = await editor.PublishAsync();
        }

        Assert.True(answer.Status == 200, answer.Body);
        Assert.True(JsonNode.Parse(answer.Body)!["workflowDefinition"]!["isPublished"]!.GetValue<bool>());
        await studio.PictureAsync("editor-published");
    }
}
