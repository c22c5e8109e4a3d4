using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Activities.Tasks;
using Send.Core.Forms;
using Send.Core.Mail;
using Send.Engine.Definitions;
using Send.Engine.Models;
using Send.Engine.Registry;
using Send.TestKit.Hosting;

namespace Send.Activities.Tests.Workflows;

/// <summary>What must hold for every workflow file, whoever edits it.</summary>
public sealed class WorkflowFileTests
{
    private static readonly ActivityRegistry Registry = ActivityRegistry.FromAssemblies(typeof(ActivityRegistry).Assembly, typeof(HumanTask).Assembly);
    private static readonly FormCatalog Forms = FormCatalog.Load(Repository.Combine("workflows", "forms"));
    private static readonly MailTemplates Mails = MailTemplates.Load(Repository.Combine("workflows", "mails"));

    /// <summary>Outcomes after which nothing follows on purpose: a branch of its own that ends, and the end of the nested flowchart.</summary>
    private static readonly string[] Ends = ["handle-incident.Done", "visa.NotNeeded", "visa.Granted", "visa-refused.OtherCountry", "visa-refused.Cancel"];

    public static TheoryData<string> Files => [.. ShippedWorkflows.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_LoadedAndSaved_IsTheSame(string file)
    {
        var definition = WorkflowDefinition.Parse(ShippedWorkflows.Text(file), file);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), definition.DefinitionId);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(ShippedWorkflows.Text(file)), JsonNode.Parse(definition.ToJson())), "Loading and saving changed the definition.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Activities_All_AreKnownAndNamedAndDescribed(string file)
    {
        foreach (var activity in AllActivities(file))
        {
            var id = (string)activity["id"]!;
            Assert.True(Registry.Find((string)activity["type"]!) is not null || (string)activity["type"]! == "Elsa.Flowchart", $"{id}: {activity["type"]} is no known activity.");
            Assert.False(string.IsNullOrWhiteSpace((string?)activity["name"]), $"{id} has no name.");
            Assert.False(string.IsNullOrWhiteSpace((string?)activity["metadata"]?["displayText"]), $"{id} has no display text.");
            Assert.False(string.IsNullOrWhiteSpace((string?)activity["metadata"]?["description"]), $"{id} has no description.");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Outcomes_All_LeadSomewhere(string file)
    {
        foreach (var flowchart in ShippedWorkflows.Flowcharts(ShippedWorkflows.Read(file)["root"]!.AsObject()))
        {
            var connected = ShippedWorkflows.Connections(flowchart).Select(row => $"{row.Source}.{row.Port}").ToHashSet(StringComparer.Ordinal);
            var offered = ShippedWorkflows.Activities(flowchart).SelectMany(activity => OutcomesOf(activity).Select(outcome => $"{activity["id"]}.{outcome}")).ToHashSet(StringComparer.Ordinal);
            Assert.Equal("", string.Join(' ', offered.Except(connected).Except(Ends)));
            Assert.Equal("", string.Join(' ', connected.Except(offered)));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Boxes_InTheDesigner_DoNotOverlapAndRunLeftToRight(string file)
    {
        foreach (var flowchart in ShippedWorkflows.Flowcharts(ShippedWorkflows.Read(file)["root"]!.AsObject()))
        {
            var boxes = ShippedWorkflows.Activities(flowchart).ToDictionary(activity => (string)activity["id"]!, Box.Of, StringComparer.Ordinal);
            var pairs = from one in boxes from other in boxes where string.CompareOrdinal(one.Key, other.Key) < 0 && one.Value.Touches(other.Value) select $"{one.Key}/{other.Key}";
            Assert.Equal("", string.Join(' ', pairs));
            var backward = ShippedWorkflows.Connections(flowchart).Count(row => boxes[row.Target].X < boxes[row.Source].X);
            Assert.InRange(backward, 0, Math.Max(1, ShippedWorkflows.Connections(flowchart).Count() * 0.15));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void References_ToFormsMailsAndWorkflows_Exist(string file)
    {
        foreach (var activity in AllActivities(file))
        {
            var id = (string)activity["id"]!;
            switch ((string)activity["type"]!)
            {
                case "Send.HumanTask":
                    var form = Forms.Find(Literal(activity, "form")!);
                    Assert.True(form is not null, $"{id}: there is no form “{Literal(activity, "form")}”.");
                    Assert.Equal(form.Outcomes.Select(outcome => outcome.Name).Order(StringComparer.Ordinal), OutcomesOf(activity).Order(StringComparer.Ordinal));
                    break;
                case "Send.SendMail":
                    Assert.Contains(Literal(activity, "template")!, Mails.Ids);
                    break;
                case "Elsa.ExecuteWorkflow":
                    Assert.Contains(Literal(activity, "workflowDefinitionId") + ".json", ShippedWorkflows.Files);
                    break;
            }
        }
    }

    [Fact]
    public void Catalogue_OfSend_IsCompleteAndDescribed()
    {
        string[] wanted =
        [
            "AnalyseTrainingNeeds", "DevelopProgramme", "SearchPlacement", "AgreeLearning", "PrepareDeparture", "ArrangeLanguageCourse", "ArrangeCulturalVisits", "ArrangeTravel",
            "ArrangeVisa", "ArrangeAccommodation", "ArrangeMeals", "ArrangeLocalTransport", "ArrangeInsurance", "ConfirmDeparture", "MonitorStay", "EvaluateMobility",
            "CertifyCompetences", "TransferCredits", "HumanTask", "SetDeadline", "SendMail", "GenerateDocument", "ChangeCaseStatus", "WaitForCaseEvent",
        ];
        var ours = Registry.ListAll().Where(descriptor => descriptor.Namespace == "Send").ToList();
        Assert.Equal("", string.Join(' ', wanted.Except(ours.Select(descriptor => descriptor.Name))));
        foreach (var descriptor in ours)
        {
            Assert.Equal("Send", descriptor.Category);
            Assert.False(string.IsNullOrWhiteSpace(descriptor.Description), descriptor.Name);
            Assert.All(descriptor.Inputs, input => Assert.False(string.IsNullOrWhiteSpace(input.Description), $"{descriptor.Name}.{input.Name}"));
            Assert.All(descriptor.Outputs, output => Assert.False(string.IsNullOrWhiteSpace(output.Description), $"{descriptor.Name}.{output.Name}"));
        }
    }

    private static IEnumerable<JsonObject> AllActivities(string file) =>
        ShippedWorkflows.Flowcharts(ShippedWorkflows.Read(file)["root"]!.AsObject()).SelectMany(ShippedWorkflows.Activities);

    private static string? Literal(JsonObject activity, string input) => (string?)activity[input]?["expression"]?["value"];

    private static IEnumerable<string> OutcomesOf(JsonObject activity)
    {
        switch ((string)activity["type"]!)
        {
            case "Elsa.Finish" or "Elsa.End":
                return [];
            case "Elsa.FlowDecision":
                return ["True", "False"];
            case "Elsa.FlowSwitch":
                return activity["cases"]!.AsArray().Select(row => (string)row!["label"]!).Append("Default");
            case "Elsa.FlowFork":
                return JsonSerializer.Deserialize<string[]>(Literal(activity, "branches")!)!;
            case "Send.HumanTask" when activity["outcomes"] is not null:
                return JsonSerializer.Deserialize<string[]>(Literal(activity, "outcomes")!)!;
            default:
                var flow = Registry.Find((string)activity["type"]!)?.Ports.Where(port => port.Type == PortType.Flow).Select(port => port.Name).ToList() ?? [];
                return flow.Count > 0 ? flow : ["Done"];
        }
    }

    private sealed record Box(double X, double Y, double Width, double Height)
    {
        public static Box Of(JsonObject activity)
        {
            var designer = activity["metadata"]!["designer"]!;
            return new((double)designer["position"]!["x"]!, (double)designer["position"]!["y"]!, (double)designer["size"]!["width"]!, (double)designer["size"]!["height"]!);
        }

        public bool Touches(Box other) => X < other.X + other.Width + 20 && other.X < X + Width + 20 && Y < other.Y + other.Height + 20 && other.Y < Y + Height + 20;
    }
}
