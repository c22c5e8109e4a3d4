using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Send.Core.Forms;

namespace Send.Host.Localization;

/// <summary>Every text of the pages, in the language of the request or circuit (<see cref="CultureInfo.CurrentUICulture"/>). Source: the embedded files
/// `Localization/Texts/{area}.json`, one object per area of `name: {"en": …, "it": …}`; a key is `area.name`. A missing key is shown as the key, and a test finds it.</summary>
public sealed class Texts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly FrozenDictionary<string, LocalText> All = Load();

    /// <summary>`en` or `it`.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "it" ? "it" : "en";

    /// <summary>Every key with its texts.</summary>
    public static IReadOnlyDictionary<string, LocalText> Entries => All;

    /// <summary>The text of a key.</summary>
    public string this[string key] => All.TryGetValue(key, out var text) ? text.In(Language) : key;

    /// <summary>The text of a key with `{0}` and so on filled in by the culture's rules.</summary>
    public string this[string key, params object?[] values] => string.Format(CultureInfo.CurrentCulture, this[key], values);

    /// <summary>`key.one` or `key.other` with the number as `{0}`; both languages of the product have these two forms.</summary>
    public string Count(string key, long number, params object?[] more) =>
        this[number == 1 ? $"{key}.one" : $"{key}.other", [number, .. more]];

    /// <summary>The word for a value of an enumeration: `{type}.{value}`, for example `CaseStage.Intake`.</summary>
    public string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => this[$"{typeof(TEnum).Name}.{value}"];

    /// <summary>The text of a key that may be missing, because it comes from data (an event's kind, an outcome's name).</summary>
    public string Or(string key, string otherwise) => All.TryGetValue(key, out var text) ? text.In(Language) : otherwise;

    /// <summary>A text of a definition (form, programme) in the reader's language.</summary>
    public string Of(LocalText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.In(Language);
    }

    private static FrozenDictionary<string, LocalText> Load()
    {
        var assembly = typeof(Texts).Assembly;
        var texts = new Dictionary<string, LocalText>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Texts/", StringComparison.Ordinal)))
        {
            var area = Path.GetFileNameWithoutExtension(resource["Texts/".Length..]);
            foreach (var (name, text) in Read(assembly, resource))
            {
                texts.Add(area == "words" ? name : $"{area}.{name}", text);
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, LocalText> Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, LocalText>>(stream, Json)
            ?? throw new InvalidDataException($"{resource} holds no object of texts.");
    }
}
