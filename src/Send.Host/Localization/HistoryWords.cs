using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Core.Cases;
using Send.Core.Forms;

namespace Send.Host.Localization;

/// <summary>Says a line of history in the reader's language: the sentence `history.{kind}` with its facts filled in by name, `{task}`, `{outcome}`, `{before}`.</summary>
public sealed class HistoryWords(Texts texts, FormCatalog forms)
{
    /// <summary>The sentence for an entry; an unknown kind is shown as it is.</summary>
    public string Of(string kind, JsonObject? data, Guid? taskId)
    {
        var sentence = texts.Or("history." + kind, kind);
        if (!sentence.Contains('{', StringComparison.Ordinal))
        {
            return sentence;
        }

        foreach (var (name, value) in data ?? [])
        {
            sentence = sentence.Replace("{" + name + "}", Show(kind, name, value, data!), StringComparison.Ordinal);
        }

        return System.Text.RegularExpressions.Regex.Replace(sentence, @"\s*\{[a-zA-Z]+\}", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    /// <summary>The author's name; "Send" where the system itself acted.</summary>
    public string Who(string actorName) => actorName == "system" ? texts["history.system"] : actorName;

    private string Show(string kind, string name, JsonNode? value, JsonObject data)
    {
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "–";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Dates.Day(day);
        }

        return name switch
        {
            "form" or "code" => forms.Find(text) is { } form ? texts.Of(form.Title) : text,
            "outcome" => forms.Find(data["form"]?.ToString() ?? "")?.Outcomes.FirstOrDefault(one => one.Name == text) is { } outcome ? texts.Of(outcome.Label) : text,
            "kind" => texts.Or("documentKind." + text, text),
            "from" or "to" when Enum.TryParse<CaseStage>(text, ignoreCase: true, out var stage) && kind == "case.stage" => texts.Of(stage),
            "from" or "to" when Enum.TryParse<CaseStatus>(text, ignoreCase: true, out var status) && kind == "case.status" => texts.Of(status),
            "section" => texts.Or("section." + text, text),
            "event" or "name" => texts.Or("event." + text, text),
            _ => text,
        };
    }
}
