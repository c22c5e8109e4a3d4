using Fluid;

namespace Send.Core.Mail;

/// <summary>A mail in one language: file `workflows/mails/{id}.{language}.liquid`, head lines `subject:`, `button:` and `link:`, an empty line, and the text. Paragraphs are
/// separated by empty lines, lines that begin with `- ` make a list. Text and HTML version come from the same words.</summary>
internal sealed record MailTemplate(IFluidTemplate Subject, IFluidTemplate? Button, IFluidTemplate? Link, IFluidTemplate Body)
{
    /// <summary>Reads a template; throws <see cref="MailTemplateException"/> that says what is wrong with the file.</summary>
    public static MailTemplate Read(FluidParser parser, string file, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var head = lines.TakeWhile(line => line.Length > 0).ToList();
        var fields = new Dictionary<string, IFluidTemplate>(StringComparer.Ordinal);
        foreach (var line in head)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0 || line[..colon] is not ("subject" or "button" or "link"))
            {
                throw new MailTemplateException($"{file}: the head has lines `subject: …`, `button: …` and `link: …`, then an empty line; found “{line}”.");
            }

            fields[line[..colon]] = Parse(parser, file, line[(colon + 2)..]);
        }

        if (!fields.TryGetValue("subject", out var subject))
        {
            throw new MailTemplateException($"{file}: the first line must be `subject: …`.");
        }

        var body = string.Join('\n', lines.Skip(head.Count)).Trim('\n');
        return body.Length > 0
            ? new(subject, fields.GetValueOrDefault("button"), fields.GetValueOrDefault("link"), Parse(parser, file, body))
            : throw new MailTemplateException($"{file}: there is no text after the empty line.");
    }

    /// <summary>What stands behind `subject: `.</summary>
    internal static string SubjectLine(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').First(line => line.StartsWith("subject: ", StringComparison.Ordinal))["subject: ".Length..];

    internal static IFluidTemplate Parse(FluidParser parser, string file, string text) =>
        parser.TryParse(text, out var template, out var error) ? template : throw new MailTemplateException($"{file}: {error}");
}

/// <summary>A mail template cannot be used; the message names the file and what would be right.</summary>
public sealed class MailTemplateException(string message) : Exception(message);
