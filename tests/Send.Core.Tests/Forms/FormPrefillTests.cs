using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Organisations;
using Send.Core.Participants;
using static Send.Core.Tests.Forms.FormFixture;

namespace Send.Core.Tests.Forms;

public sealed class FormPrefillTests
{
    [Fact]
    public void Fill_FirstPathWithAValue_CountsAndIsNamed()
    {
        var form = With(Field("who", "text", more: "\"prefill\":\"facts.sample.who | participant.fullName\""));

        var filled = FormPrefill.Fill(form, FormSample.Context, draft: null);

        Assert.Equal("Giulia Rossi", (string?)filled.Values["who"]);
        Assert.Equal("participant.fullName", filled.Origins["who"]);
    }

    [Theory]
    [InlineData("""{"who":"Ana"}""", "Ana")]
    [InlineData("""{"who":null}""", null)] // emptied on purpose
    public void Fill_Draft_WinsOverThePath(string draft, string? shown)
    {
        var form = With(Field("who", "text", more: "\"prefill\":\"participant.fullName\""));

        var filled = FormPrefill.Fill(form, FormSample.Context, Entered(draft));

        Assert.Equal(shown, (string?)filled.Values["who"]);
        Assert.Empty(filled.Origins);
    }

    [Fact]
    public void Fill_Table_TakesRowsAndRenamedColumns()
    {
        var form = With(Field("levels", "table", more: $"\"prefill\":\"participant.languages\",\"columns\":[{Field("language", "language", more: "\"prefill\":\"lang\"")},{Field("reading", "cefr")}]", example: """[{"language":"es"}]"""));

        Assert.Equal("""[{"language":"es","reading":"B1"}]""", FormPrefill.Fill(form, FormSample.Context, null).Values["levels"]!.ToJsonString());
    }

    [Fact]
    public void Fill_ValueThatDoesNotFit_IsLeftOut()
    {
        var form = With(Field("on", "date", more: "\"prefill\":\"participant.fullName\""));

        Assert.Empty(FormPrefill.Fill(form, FormSample.Context, null).Values);
    }

    [Fact]
    public void Fill_WithoutPermission_HidesSensitiveFields()
    {
        var form = With(Field("iban", "iban", more: "\"sensitive\":true,\"prefill\":\"participant.iban\""));

        Assert.Empty(FormPrefill.Fill(form, FormSample.Context, Entered("""{"iban":"IT60X0542811101000000123456"}"""), sensitive: false).Values);
        Assert.Single(FormPrefill.Fill(form, FormSample.Context, null).Values);
    }

    [Fact]
    public void CaseContext_OfRows_HasEveryPathOfTheSample()
    {
        var school = new Organisation { Name = "School", Country = "IT", City = "Vicenza", Address = "Via Mora 93", Website = "https://school.example.org", Sector = "P85", Employees = 3, Rating = 4, Latitude = 45, Longitude = 11 };
        school.Contacts.Add(new OrganisationContact { Name = "Anna", Position = "Contact", Email = "anna@example.org", Phone = "+390444320321" });
        var person = new Participant
        {
            GivenName = "Giulia", FamilyName = "Rossi", BirthDate = Shipped.Day("2009-05-14"), Sex = "F", Nationalities = "IT", Email = "g@example.org", Phone = "+393471234567", Address = "Via Roma 12", City = "Vicenza",
            ResidenceCountry = "IT", Qualification = "Pastry", EqfLevel = 3, FieldOfStudy = "1013", DocumentType = "identityCard", DocumentNumber = "1", DocumentExpiry = Shipped.Day("2031-05-14"), HealthNotes = "None",
            Iban = "IT60X0542811101000000123456", EmergencyName = "P", EmergencyRelation = "Father", EmergencyPhone = "+393471234568", GuardianName = "P", GuardianEmail = "p@example.org", GuardianPhone = "+393471234568",
        };
        var @case = new SendCase { Code = "IVT-2027-0001", Programme = "IVT", DestinationCountry = "ES", DestinationCity = "Sevilla", Funder = "Erasmus+" };
        @case.Plan(Shipped.Day("2027-03-01"), Shipped.Day("2027-03-02"), Shipped.Day("2027-03-30"), Shipped.Day("2027-03-31"), DateTimeOffset.UnixEpoch);

        var context = CaseContext.Of(@case, person, school, school, null, [], null, Shipped.Day("2027-01-11"));

        Assert.All(new[] { "case", "participant", "sending", "host" }, root => Assert.Empty(Keys(FormSample.Context, root).Except(Keys(context, root))));
        Assert.Equal((29, 5, true, false), ((int)context.Find("case.days")!, (int)context.Find("case.weeks")!, (bool)context.Find("case.minor")!, (bool)context.Find("case.long")!));
    }

    private static IEnumerable<string> Keys(FormContext context, string root) => context.Root[root]!.AsObject().Select(p => p.Key).Except(["languages", "signatoryPhone", "document"]);
}
