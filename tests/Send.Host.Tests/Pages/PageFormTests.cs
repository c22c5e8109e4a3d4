using System.Text.Json.Nodes;
using Send.Core.Forms;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Host.Components.Forms;
using Send.Host.Features.People;

namespace Send.Host.Tests.Pages;

/// <summary>The forms of the product's own pages: complete in both languages, and their fields are properties of what they fill.</summary>
public sealed class PageFormTests
{
    public static TheoryData<string> Ids => ["enrolment", "participant", "organisation", "offer"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Form_EveryLabel_IsThereInBothLanguages(string id)
    {
        var form = PageForms.Load(id);
        var texts = form.Fields.SelectMany(one => one.Columns.Append(one)).SelectMany(one => one.Options.Select(option => option.Label).Append(one.Label)).Concat(form.Sections.Select(one => one.Title));

        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text.It), text.En));
    }

    [Fact]
    public void Participant_ThroughTheForm_StaysTheSame()
    {
        var before = new ParticipantData
        {
            GivenName = "Zoë", FamilyName = "van ’t Hoff", BirthDate = new(2008, 5, 14), Nationalities = ["NL", "IT", "BE"], Email = "z@example.org", ResidenceCountry = "IT",
            Languages = [new("nl", "C2", "C2", "C2", "C1", "C1")], EqfLevel = 3,
        };

        var form = RecordValues.ToForm(before);
        var check = FormValidator.Validate(PageForms.Load("participant"), form, "Save", FormContext.Empty, "en");
        var after = RecordValues.ToParticipant(check.Data, before);

        Assert.Empty(check.Errors);
        Assert.Equal(before.Nationalities, after.Nationalities);
        Assert.Equal(before.Languages, after.Languages);
        Assert.Equal((before.GivenName, before.FamilyName, before.BirthDate, before.EqfLevel), (after.GivenName, after.FamilyName, after.BirthDate, after.EqfLevel));
        Assert.Null(after.Iban);
    }

    [Fact]
    public void Organisation_ThroughTheForm_KeepsContactsAndLanguages()
    {
        var contact = new ContactData { Id = Guid.NewGuid(), Name = "Carmen Ortiz", IsMentor = true };
        var before = new OrganisationData { Name = "Triana", Kinds = [OrganisationKinds.Hosting], Country = "ES", City = "Sevilla", WorkingLanguages = ["es", "en"], Contacts = [contact], AcceptsMinors = true };

        var form = RecordValues.ToForm(before);
        var after = RecordValues.ToOrganisation(form);

        Assert.Equal(before.Kinds, after.Kinds);
        Assert.Equal(before.WorkingLanguages, after.WorkingLanguages);
        Assert.Equal([contact], after.Contacts);
        Assert.True(after.AcceptsMinors);
    }

    [Fact]
    public void Form_RequiredFieldEmpty_IsRefusedInTheReadersLanguage()
    {
        var check = FormValidator.Validate(PageForms.Load("participant"), new JsonObject(), "Save", FormContext.Empty, "it");

        Assert.Contains(check.Errors, error => error.Pointer == "/givenName" && error.Message.Contains("Nome", StringComparison.Ordinal));
    }
}
