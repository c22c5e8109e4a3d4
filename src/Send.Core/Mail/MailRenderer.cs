using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fluid;
using Fluid.Values;
using Microsoft.Extensions.Options;

namespace Send.Core.Mail;

/// <summary>Renders templates. What comes from data is HTML-encoded without exception: a template's text is rendered first and encoded as a whole.</summary>
public sealed class MailRenderer(MailTemplates templates, IOptions<MailOptions> options)
{
    private static readonly TemplateOptions Liquid = MakeOptions();

    /// <summary>Renders a template for a language (`en`, `it`) on a day of the office; throws <see cref="MailTemplateException"/> when there is no such mail.</summary>
    public async Task<RenderedMail> RenderAsync(string template, string language, MailModel model, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(model);
        language = MailTemplates.Languages.Contains(language, StringComparer.Ordinal) ? language : MailTemplates.Languages[0];
        var mail = templates.Get(template, language);
        var context = new TemplateContext(model, Liquid) { CultureInfo = CultureInfo.GetCultureInfo(language == "it" ? "it-IT" : "en-GB") };
        context.AmbientValues["today"] = today;
        context.SetValue("office", options.Value);
        var subject = OneLine(await RenderAsync(mail.Subject, context));
        var body = Tidy(await RenderAsync(mail.Body, context));
        var link = mail.Link is null ? null : OneLine(await RenderAsync(mail.Link, context));
        link = string.IsNullOrEmpty(link) ? null : link;
        var button = link is null || mail.Button is null ? null : OneLine(await RenderAsync(mail.Button, context));
        return new(subject, Text(body, button, link), await HtmlAsync(language, subject, body, button, link), link);
    }

    private static async Task<string> RenderAsync(IFluidTemplate template, TemplateContext context) => await template.RenderAsync(context, NullEncoder.Default);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>No trailing blanks, no more than one empty line at a time.</summary>
    private static string Tidy(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).ToList();
        var kept = lines.Where((line, i) => line.Length > 0 || (i > 0 && lines[i - 1].Length > 0));
        return string.Join('\n', kept).Trim('\n');
    }

    private string Text(string body, string? button, string? link)
    {
        var office = options.Value;
        var text = new StringBuilder(body);
        if (button is not null)
        {
            text.Append("\n\n").Append(button).Append(": ").Append(link);
        }

        return text.Append("\n\n-- \n").Append(office.OfficeName).Append('\n').Append(office.OfficeAddress).Append('\n').Append(office.OfficeEmail).Append('\n').ToString();
    }

    private async Task<string> HtmlAsync(string language, string subject, string body, string? button, string? link)
    {
        var context = new TemplateContext(Liquid);
        context.SetValue("language", language);
        context.SetValue("subject", subject);
        context.SetValue("body", new StringValue(Blocks(body), encode: false));
        context.SetValue("button", button);
        context.SetValue("link", link);
        context.SetValue("office", options.Value);
        return await templates.Layout.RenderAsync(context, HtmlEncoder.Default);
    }

    /// <summary>Paragraphs and lists of the rendered text as HTML.</summary>
    private static string Blocks(string body)
    {
        var html = new StringBuilder();
        foreach (var block in body.Split("\n\n"))
        {
            var lines = block.Split('\n');
            var intro = lines.TakeWhile(line => !line.StartsWith("- ", StringComparison.Ordinal)).Select(HtmlEncoder.Default.Encode).ToList();
            if (intro.Count > 0)
            {
                html.Append("<p>").AppendJoin("<br>", intro).Append("</p>");
            }

            var items = lines.Skip(intro.Count).Select(line => HtmlEncoder.Default.Encode(line.TrimStart('-', ' '))).ToList();
            if (items.Count > 0)
            {
                html.Append("<ul><li>").AppendJoin("</li><li>", items).Append("</li></ul>");
            }
        }

        return html.ToString();
    }

    private static TemplateOptions MakeOptions()
    {
        var made = new TemplateOptions { MaxSteps = 20_000, MaxRecursion = 20 };
        made.MemberAccessStrategy.MemberNameStrategy = MemberNameStrategies.CamelCase;
        foreach (var type in new[] { typeof(MailModel), typeof(MailPerson), typeof(MailCase), typeof(MailHost), typeof(MailTask), typeof(MailOptions) })
        {
            made.MemberAccessStrategy.Register(type);
        }

        made.MemberAccessStrategy.Register<JsonObject, object?>((source, name) => source[name]);
        made.ValueConverters.Add(value => value is JsonValue json ? Plain(json) : null);
        made.ValueConverters.Add(value => value is JsonArray array ? new ArrayValue(array.Select(item => FluidValue.Create(item, made)).ToArray()) : null);
        made.ValueConverters.Add(value => value is DateOnly day ? new StringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null);
        MailWords.AddTo(made.Filters);
        return made;
    }

    private static object? Plain(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => null,
    };
}
