using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Send.Core.Mail;
using Send.TestKit.Hosting;
using Send.TestKit.Processes;

namespace Send.Activities.Tests.Mail;

/// <summary>The shipped mails in both languages.</summary>
public sealed class MailTemplateTests
{
    private static readonly DateOnly Today = new(2027, 5, 12);
    private static readonly MailTemplates Templates = MailTemplates.Load(Repository.Combine("workflows", "mails"));
    private static readonly MailRenderer Renderer = new(Templates, Options.Create(new MailOptions()));

    public static TheoryData<string, string> Mails => [.. from id in Templates.Ids from language in MailTemplates.Languages select (id, language)];

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task Mail_Rendered_HasSubjectTextButtonAndNoHoles(string id, string language)
    {
        var mail = await Renderer.RenderAsync(id, language, Model(), Today);
        Assert.InRange(mail.Subject.Length, 10, 160);
        Assert.DoesNotContain("{{", mail.Text + mail.Subject + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(" ,", mail.Text, StringComparison.Ordinal);
        Assert.Equal(1, mail.Html.Split("class=\"act\"").Length - 1);
        Assert.Contains(mail.Link!, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_DueInThreeDays_SaysWhatToDoByWhenInTheReadersLanguage()
    {
        var english = await Renderer.RenderAsync("task-reminder", "en", Model(), Today);
        Assert.Equal("Arrange insurance for Zoë <b>Ščerba</b> by Saturday 15 May 2027", english.Subject);
        Assert.Contains("is due in 3 days, on Saturday 15 May 2027", english.Text, StringComparison.Ordinal);
        var italian = await Renderer.RenderAsync("task-reminder", "it", Model(), Today);
        Assert.Contains("scade fra 3 giorni, sabato 15 maggio 2027", italian.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_WithMarkupInData_ShowsItAsText()
    {
        var mail = await Renderer.RenderAsync("task-reminder", "en", Model(), Today);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "today", "oggi")]
    [InlineData(1, "tomorrow", "domani")]
    [InlineData(-1, "yesterday", "ieri")]
    [InlineData(9, "in 9 days", "fra 9 giorni")]
    [InlineData(-4, "4 days ago", "4 giorni fa")]
    public async Task Digest_DueDay_IsToldInWords(int days, string english, string italian)
    {
        var model = Model() with { Tasks = [Model().Task! with { Due = Today.AddDays(days) }] };
        Assert.Contains("due " + english, (await Renderer.RenderAsync("digest", "en", model, Today)).Text, StringComparison.Ordinal);
        Assert.Contains("scade " + italian, (await Renderer.RenderAsync("digest", "it", model, Today)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_Unknown_FallsBackToEnglish() =>
        Assert.Contains("is due", (await Renderer.RenderAsync("task-reminder", "pl", Model(), Today)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Template_Unknown_IsRefusedWithTheKnownOnes()
    {
        var error = await Assert.ThrowsAsync<MailTemplateException>(() => Renderer.RenderAsync("no-such-mail", "en", Model(), Today));
        Assert.Contains("welcome", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subjekt: x\n\nText", "subject: …")]
    [InlineData("button: x\n\nText", "first line")]
    [InlineData("subject: x\n", "no text")]
    [InlineData("subject: x\n\n{{ broken", "bad.en.liquid")]
    [InlineData("subject: x\n\nText", "bad.it.liquid is missing")]
    public void Folder_WithABadFile_IsRefusedWithItsName(string content, string message)
    {
        using var folder = new TemporaryFolder("mails");
        File.Copy(Repository.Combine("workflows", "mails", "layout.html"), folder.Combine("layout.html"));
        File.WriteAllText(folder.Combine("bad.en.liquid"), content);
        var error = Assert.Throws<MailTemplateException>(() => MailTemplates.Load(folder.Path));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static MailModel Model() => new()
    {
        To = new("Chiara Coordinatrice", "chiara@send.example"),
        Person = new("Zoë <b>Ščerba</b>", "zoe@example.org", "+393471234567"),
        Owner = new("Chiara Coordinatrice", "chiara@send.example", "+390444555010"),
        Case = new("IVT-2027-0012", "IVT", "ES", "Sevilla", new(2027, 6, 5), new(2027, 6, 7), new(2027, 7, 30), new(2027, 7, 31), "http://127.0.0.1:5080/cases/1"),
        Host = new("Confitería Triana", "Calle San Jacinto 45", "Sevilla", "ES", "Carmen Ortiz", "Doughs and creams"),
        Task = new("Arrange insurance", new(2027, 5, 15), 2, "IVT-2027-0012", "Zoë <b>Ščerba</b>", "LogisticsOfficer", "Luca Logistica", "http://127.0.0.1:5080/tasks/1"),
        Tasks = [new("Arrange insurance", new(2027, 5, 15), 0, "IVT-2027-0012", "Zoë Ščerba")],
        Facts = JsonNode.Parse("""{ "placement": { "address": "Calle San Jacinto 45", "mentorName": "Luis Romero", "mentorPhone": "+34954123457", "hoursPerWeek": 36 }, "accommodation": { "address": "Calle Betis 3" } }""")!.AsObject(),
        Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["signBy"] = new DateOnly(2027, 5, 20), ["answerBy"] = new DateOnly(2027, 6, 6) },
    };
}
