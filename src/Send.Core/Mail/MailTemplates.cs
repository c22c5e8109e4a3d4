using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Fluid;

namespace Send.Core.Mail;

/// <summary>The mail templates of a folder, parsed once. Immutable; a folder with a bad template is refused as a whole.</summary>
public sealed partial class MailTemplates
{
    /// <summary>Languages in which every mail exists; the first is used for a person whose language is none of them.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "it"];

    private readonly FrozenDictionary<string, MailTemplate> templates;
    private readonly FrozenDictionary<string, string> subjects;

    private MailTemplates(FrozenDictionary<string, MailTemplate> templates, FrozenDictionary<string, string> subjects, IFluidTemplate layout) =>
        (this.templates, this.subjects, Layout) = (templates, subjects, layout);

    /// <summary>Ids of the templates.</summary>
    public IReadOnlyCollection<string> Ids => [.. templates.Keys.Select(key => key[..key.LastIndexOf('.')]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal IFluidTemplate Layout { get; }

    /// <summary>Loads `{id}.{language}.liquid` and `layout.html` of the folder; throws <see cref="MailTemplateException"/> when one cannot be used or lacks a language.</summary>
    public static MailTemplates Load(string folder)
    {
        var parser = new FluidParser();
        var found = new Dictionary<string, MailTemplate>(StringComparer.Ordinal);
        var subjects = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.liquid").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            found[Path.GetFileNameWithoutExtension(path)] = MailTemplate.Read(parser, Path.GetFileName(path), text);
            subjects[Path.GetFileNameWithoutExtension(path)] = Placeholder().Replace(MailTemplate.SubjectLine(text), "…");
        }

        var layout = MailTemplate.Parse(parser, "layout.html", File.ReadAllText(Path.Combine(folder, "layout.html")));
        var result = new MailTemplates(found.ToFrozenDictionary(StringComparer.Ordinal), subjects.ToFrozenDictionary(StringComparer.Ordinal), layout);
        foreach (var id in result.Ids)
        {
            if (Languages.FirstOrDefault(language => !found.ContainsKey($"{id}.{language}")) is { } missing)
            {
                throw new MailTemplateException($"{id}.{missing}.liquid is missing: every mail is there in {string.Join(" and ", Languages)}.");
            }
        }

        return result;
    }

    /// <summary>The subject of a template as people may read it, with “…” where the case fills something in.</summary>
    public string SubjectOf(string id, string language) => subjects.GetValueOrDefault($"{id}.{language}") ?? subjects.GetValueOrDefault($"{id}.{Languages[0]}") ?? "";

    [GeneratedRegex(@"\{\{[^}]*\}\}|\{%[^%]*%\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();

    internal MailTemplate Get(string id, string language) =>
        templates.GetValueOrDefault($"{id}.{language}")
        ?? throw new MailTemplateException($"There is no mail “{id}”; add workflows/mails/{id}.en.liquid and {id}.it.liquid. Known: {string.Join(", ", Ids)}.");
}
