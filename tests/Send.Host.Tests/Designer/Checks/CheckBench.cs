using Microsoft.Extensions.DependencyInjection;
using Send.Activities.Tasks;
using Send.Core.Forms;
using Send.Core.Mail;
using Send.Engine;
using Send.Engine.Definitions;
using Send.Engine.Expressions;
using Send.Engine.Extensions;
using Send.Host.Designer.Checks;
using Send.Host.Designer.Checks.Outline;
using Send.TestKit.Hosting;

namespace Send.Host.Tests.Designer.Checks;

/// <summary>Runs rules on small definitions, with the activities, forms and mails of the product.</summary>
internal static class CheckBench
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddSendEngine(engine => engine.AddActivitiesFrom<TaskActivity>()).BuildServiceProvider();

    public static IActivityRegistry Registry => Services.GetRequiredService<IActivityRegistry>();

    public static FormCatalog Forms { get; } = FormCatalog.Load(Repository.Combine("workflows", "forms"));

    /// <summary>Every rule of the product, as the host registers them.</summary>
    public static IReadOnlyList<IDefinitionRule> Rules { get; } = Make();

    /// <summary>What the rules say about a definition: `code activity input`, errors and warnings alike.</summary>
    public static IReadOnlyList<string> Check(string json, params ShelvedWorkflow[] stored) => [.. Find(json, stored).Select(finding => $"{finding.Code} {finding.Activity?.Id} {finding.Input}".TrimEnd())];

    public static IReadOnlyList<RuleFinding> Find(string json, params ShelvedWorkflow[] stored)
    {
        var scope = new CheckScope(DefinitionOutline.Read(WorkflowDefinition.Parse(json), Registry), new WorkflowShelf(stored), Forms);
        return [.. Rules.SelectMany(rule => rule.Check(scope))];
    }

    /// <summary>A flowchart of these activities and connections `source:Port>target`, as a definition.</summary>
    public static string Flow(IEnumerable<string> activities, IEnumerable<string> connections, string more = "") =>
        Definition($$"""{ "id": "flow", "type": "Elsa.Flowchart", "version": 1, "activities": [{{string.Join(", ", activities)}}], "connections": [{{string.Join(", ", connections.Select(Connection))}}] }""", more);

    /// <summary>A start that leads to one activity.</summary>
    public static string Single(string activity, string id, string more = "") => Flow([Activity("Elsa.Start", "start"), activity], [$"start:Done>{id}"], more);

    public static string Definition(string root, string more = "") => $$"""{ "definitionId": "mine", "name": "Mine", "version": 1, {{more}} "root": {{root}} }""";

    public static string Activity(string type, string id, string more = "") => $$"""{ "id": "{{id}}", "type": "{{type}}", "version": 1{{(more.Length > 0 ? ", " + more : "")}} }""";

    public static string Input(string name, string language, string value) => $$"""
        "{{name}}": { "typeName": "String", "expression": { "type": "{{language}}", "value": {{System.Text.Json.JsonSerializer.Serialize(value)}} } }
        """;

    public static string Task(string id, string form = "incident", string more = "") =>
        Activity("Send.HumanTask", id, $"{Input("form", "Literal", form)}, {Input("role", "Literal", "Tutor")}{(more.Length > 0 ? ", " + more : "")}");

    private static string Connection(string text)
    {
        var (source, rest) = (text[..text.IndexOf(':', StringComparison.Ordinal)], text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var at = rest.IndexOf('>', StringComparison.Ordinal);
        return $$"""{ "source": { "activity": "{{source}}", "port": "{{rest[..at]}}" }, "target": { "activity": "{{rest[(at + 1)..]}}", "port": "In" } }""";
    }

    private static IReadOnlyList<IDefinitionRule> Make()
    {
        var services = new ServiceCollection();
        services.AddDefinitionChecks();
        services.AddSingleton(Forms);
        services.AddSingleton(MailTemplates.Load(Repository.Combine("workflows", "mails")));
        services.AddSingleton(new PaperKinds(() => ["attendance-certificate", "europass-mobility", "learning-agreement"]));
        services.AddSingleton(Services.GetRequiredService<IExpressionValidator>());
        services.AddSingleton(Services.GetRequiredService<WellKnownTypes>());
        return [.. services.BuildServiceProvider().GetServices<IDefinitionRule>()];
    }
}
