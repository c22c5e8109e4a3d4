using System.Collections.Frozen;
using System.Text.Json;
using Send.Core.Forms;

namespace Send.Host.Localization;

/// <summary>What activity types and their members are called. Source: the embedded files `Localization/Activities/*.json`, each an object `type: { member: text }`; a text is
/// `{"en": …, "it": …}`. Members: `name`, `description`, `input.X`, `input.X.help`, `output.X`, `output.X.help`, `outcome.X`. Type `*` holds the members that several types share,
/// type `category` the groups of the palette and the tabs of the editor.</summary>
public static class ActivityWords
{
    public const string Shared = "*";

    public const string Categories = "category";

    private static readonly FrozenDictionary<string, LocalText> All = Load();

    /// <summary>Every text, by `type/member`.</summary>
    public static IReadOnlyDictionary<string, LocalText> Entries => All;

    /// <summary>The text of a member; that of `*` when the type has none of its own; null when there is neither.</summary>
    public static LocalText? Find(string type, string member) => All.GetValueOrDefault($"{type}/{member}") ?? All.GetValueOrDefault($"{Shared}/{member}");

    /// <summary>The name of a group or tab; as it is when it has no words.</summary>
    public static string Category(string name, string language) => All.GetValueOrDefault($"{Categories}/{name}")?.In(language) ?? name;

    private static FrozenDictionary<string, LocalText> Load()
    {
        var assembly = typeof(ActivityWords).Assembly;
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        var texts = new Dictionary<string, LocalText>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Activities/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var types = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, LocalText>>>(stream, options)
                ?? throw new InvalidDataException($"{resource} holds no object of activity types.");
            foreach (var (type, member, text) in types.SelectMany(type => type.Value.Select(member => (type.Key, member.Key, member.Value))))
            {
                texts.Add($"{type}/{member}", text);
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
