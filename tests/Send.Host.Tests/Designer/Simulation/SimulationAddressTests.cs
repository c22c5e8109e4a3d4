using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Host.Designer.Simulation;
using Send.Host.Localization;
using Send.Host.Tests.Pages;

namespace Send.Host.Tests.Designer.Simulation;

/// <summary>A simulation as an address, and its time line as a file.</summary>
public sealed class SimulationAddressTests
{
    [Fact]
    public void Address_WrittenAndRead_IsTheSame()
    {
        var request = new SimulationRequest
        {
            DefinitionId = "my programme",
            Departure = new(2027, 5, 24),
            Pace = SimulationPace.Late,
            Answers = [new("eligibility", "eligibility-check", 2, "NotEligible", new JsonObject { ["reason"] = "a~b & c", ["age"] = null }), new(null, "visa", 1, "Refused")],
            Events = [new("withdraw", new(2027, 1, 3)), new("incident", null, "first-week-check", 3)],
        };

        var address = SimulationAddress.Of(request, run: true);

        var query = QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..]);
        Assert.StartsWith("designer/simulate/my%20programme?", address, StringComparison.Ordinal);
        Assert.Equal(("2027-05-24", "late", "1"), ((string?)query["departure"], (string?)query["pace"], (string?)query["run"]));
        var answers = SimulationAddress.Answers(query["a"].OfType<string>());
        Assert.Equal(request.Answers.Select(one => one with { Data = null }), answers.Select(one => one with { Data = null }));
        Assert.True(JsonNode.DeepEquals(request.Answers[0].Data, answers[0].Data));
        Assert.Equal(request.Events, SimulationAddress.Events(query["e"].OfType<string>()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one~two")]
    public void Answers_ThatCannotBeRead_AreLeftOut(string text) => Assert.Empty(SimulationAddress.Answers([text]));

    [Fact]
    public void Csv_OfATimeLine_QuotesAndDisarms()
    {
        using var spoken = new Spoken("en-GB");
        var task = new SimulatedTask("check", "eligibility-check", 1, new("=Check \"it\""), StaffRole.Coordinator, CaseStage.Intake, new(2027, 1, 4), new(2027, 1, 11), false, TaskState.Done, new(2027, 1, 6), "Done", [new("Done", new("Yes; done"))], null);
        var result = new SimulationResult
        {
            Definition = new("x", "1", 1, "X", false, null),
            Request = new() { Enrolled = new(2027, 1, 4) },
            End = new(SimulationEndKind.Finished, new(2027, 1, 6), 1, null, []),
            Case = new("IVT-2027-0001", "A B", "ES", null, new(2027, 2, 1), new(2027, 2, 2), new(2027, 3, 1), new(2027, 3, 2), CaseStatus.Closed, CaseStage.Closed),
            Timeline = [new(default, new(2027, 1, 4), SimulationEntryKind.TaskOpened, task.Title, null, 0), new(default, new(2027, 1, 6), SimulationEntryKind.TaskDone, task.Title, "Done", 0)],
            Tasks = [task],
            Deadlines = [new("c", 1, new("D"), new(2027, 1, 11), false, StaffRole.Coordinator, DeadlineState.Met, null, 0)],
            Mails = [],
            Documents = [],
            Findings = [],
            Paths = [],
        };

        var lines = SimulationCsv.Of(new Texts(), result).ToString().Split("\r\n");

        Assert.Equal("\"2027-01-04\";\"Task opened\";\"'=Check \"\"it\"\"\";\"Coordinator\";\"2027-01-11\"", lines[1]);
        Assert.Equal("\"2027-01-06\";\"Task done\";\"'=Check \"\"it\"\": Yes; done\";\"Coordinator\";\"2027-01-11\"", lines[2]);
        Assert.Contains("<svg", new SimulationChart(new Texts()).Draw(result), StringComparison.Ordinal);
        Assert.Contains("=Check &quot;it&quot;", new SimulationChart(new Texts()).Draw(result), StringComparison.Ordinal);
    }
}
