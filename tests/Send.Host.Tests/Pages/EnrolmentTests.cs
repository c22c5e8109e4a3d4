using System.Text.Json.Nodes;
using Send.Core.Deadlines;
using Send.Core.Programmes;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Host.Features.Cases;
using Send.Host.Localization;
using Send.TestKit.Hosting;

namespace Send.Host.Tests.Pages;

/// <summary>What enrolment says about dates, and what becomes of its form.</summary>
public sealed class EnrolmentTests
{
    private static readonly DateOnly Today = new(2027, 1, 4);
    private static readonly Programme Vocational = ReferenceData.Load(Repository.Combine("workflows", "reference")).Programme("IVT")!;

    [Fact]
    public void Checks_StayWithinLimits_AreInOrder()
    {
        var lines = Check(departure: new(2027, 6, 1), @return: new(2027, 7, 1), born: new(2000, 1, 1));

        Assert.All(lines, line => Assert.Equal("ok", line.State));
        Assert.Contains(lines, line => line.Text.Contains("29", StringComparison.Ordinal));
    }

    [Fact]
    public void Checks_TooShort_SaysTheLimits()
    {
        var lines = Check(departure: new(2027, 6, 1), @return: new(2027, 6, 5));

        Assert.Contains(lines, line => line.State == "fail" && line.Text.Contains("10", StringComparison.Ordinal) && line.Text.Contains("365", StringComparison.Ordinal));
    }

    [Fact]
    public void Checks_DepartureSoon_WarnsOfLateEntry() => Assert.Contains(Check(new(2027, 2, 1), new(2027, 3, 3)), line => line.State == "warn" && line.Text.StartsWith("28", StringComparison.Ordinal));

    [Fact]
    public void Late_DepartureSoon_NamesWhatShouldBeDoneByNowWithItsNewDay()
    {
        var reference = ReferenceData.Load(Repository.Combine("workflows", "reference"));
        var planner = new DeadlinePlanner(reference.Plan, reference.Holidays.Calendar("IT"));
        using var spoken = new Spoken("en-GB");
        var checks = new EnrolmentChecks(new Texts(), Today);

        var late = checks.Late(planner, new(2027, 2, 1), null, null, new(2027, 3, 3));

        Assert.Equal("needs-analysis", late[0].Code);
        Assert.All(late, step => Assert.InRange(step.Due, Today.AddDays(1), new(2027, 1, 29)));
        Assert.Empty(checks.Late(planner, new(2027, 6, 1), null, null, new(2027, 7, 1)));
        Assert.Empty(checks.Late(planner, new(2026, 12, 1), null, null, new(2027, 3, 3)));
        Assert.Empty(checks.Late(planner, null, null, null, new(2027, 3, 3)));
    }

    [Fact]
    public void Checks_DepartureBehind_Fails() => Assert.Contains(Check(new(2026, 12, 1), new(2027, 3, 3)), line => line.State == "fail");

    [Theory]
    [InlineData("2009-06-02", "ok")]
    [InlineData("2009-06-03", "warn")]
    public void Checks_Age_IsThatOnTheFirstDay(string born, string expected)
    {
        var lines = Check(new(2027, 6, 1), new(2027, 7, 1), DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, lines[^1].State);
    }

    [Fact]
    public void Checks_DatesMissing_SayNothing() => Assert.Empty(Check(null, new(2027, 7, 1)));

    [Fact]
    public void Request_NewPerson_TakesNamesDatesAndBothNationalities()
    {
        var request = EnrolmentRequest.From(Form("new"), Guid.NewGuid());

        Assert.Null(request.ParticipantId);
        Assert.Equal("Ελένη", request.Participant!.GivenName);
        Assert.Equal(["GR", "IT"], request.Participant.Nationalities);
        Assert.Equal("Vicenza", request.Participant.City);
        Assert.Equal(("ES", "Sevilla"), (request.Destination!.Country, request.Destination.City));
        Assert.Equal(new DateOnly(2027, 6, 1), request.Departure);
        Assert.Null(request.Start);
    }

    [Fact]
    public void Request_PersonOnFile_SendsOnlyTheId()
    {
        var id = Guid.NewGuid();
        var form = Form("existing");
        form["participantId"] = $"{id}";

        var request = EnrolmentRequest.From(form, Guid.NewGuid());

        Assert.Equal(id, request.ParticipantId);
        Assert.Null(request.Participant);
    }

    [Theory]
    [InlineData("/participant/email", "/email")]
    [InlineData("/participant/nationalities/0", "/nationality")]
    [InlineData("/destination/city", "/destinationCity")]
    [InlineData("/departure", "/departure")]
    [InlineData(null, "")]
    public void Refusal_Pointer_IsTheFormsField(string? pointer, string expected) =>
        Assert.Equal(expected, EnrolmentRequest.At(new Error("x", "y", pointer), "y").Pointer);

    private static IReadOnlyList<(string State, string Text)> Check(DateOnly? departure, DateOnly? @return, DateOnly? born = null)
    {
        using var spoken = new Spoken("en-GB");
        return new EnrolmentChecks(new Texts(), Today).Of(Vocational, departure, null, null, @return, born);
    }

    private static JsonObject Form(string who) => JsonNode.Parse(
        $$"""
        { "who": "{{who}}", "givenName": "Ελένη", "familyName": "Παπαδοπούλου", "birthDate": "2008-05-14", "nationality": "GR", "otherNationality": "IT", "email": "e@example.org",
          "residenceCountry": "IT", "city": "Vicenza", "programme": "IVT", "departure": "2027-06-01", "return": "2027-07-01", "country": "ES", "destinationCity": "Sevilla" }
        """)!.AsObject();
}
