using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Core.Cases;
using Send.Core.Tasks;

namespace Send.Host.Localization;

/// <summary>Says a line of history in the reader's language: the sentence `history.{kind}` with its facts filled in by name, `{task}`, `{outcome}`, `{before}`.</summary>
public sealed class HistoryWords(Texts texts, ITaskTitles titles)
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
            sentence = sentence.Replace("{" + name + "}", Show(name, value), StringComparison.Ordinal);
        }

        return System.Text.RegularExpressions.Regex.Replace(sentence, @"\s*\{[a-zA-Z]+\}", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    /// <summary>The author's name; "Send" where the system itself acted.</summary>
    public string Who(string actorName) => actorName == "system" ? texts["history.system"] : actorName;

    private string Show(string name, JsonNode? value)
    {
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "–";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Dates.Day(day);
        }

        return name switch
        {
            "formId" or "form" => titles.Of(text).In(Texts.Language),
            "outcome" => texts.Or("outcome." + text, text),
            _ when Enum.TryParse<CaseStatus>(text, ignoreCase: true, out var status) && name.Contains("tatus", StringComparison.Ordinal) => texts.Of(status),
            _ when Enum.TryParse<CaseStage>(text, ignoreCase: true, out var stage) && name.Contains("tage", StringComparison.Ordinal) => texts.Of(stage),
            "section" => texts.Or("section." + text, text),
            "event" or "name" => texts.Or("event." + text, text),
            _ => text,
        };
    }
}
