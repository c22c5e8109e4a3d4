using System.Text.Json;
using System.Text.Json.Serialization;

namespace Send.Core.Reference;

/// <summary>Reads one file of reference data strictly: no unknown keys, nothing missing, source and date of validity present.</summary>
internal static class ReferenceFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads `folder/name`, then asks <paramref name="problems"/> for what is wrong with it: pairs of JSON path and what would be right.</summary>
    public static T Read<T>(string folder, string name, Func<T, IEnumerable<(string Path, string Right)>> problems) where T : ReferenceSource
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new ReferenceDataException($"{name}: the file is missing in {folder}.");
        }

        try
        {
            var value = JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options) ?? throw new ReferenceDataException($"{name}: $: Here belongs an object.");
            var found = problems(value).Select(p => $"{name}: {p.Path}: {p.Right}").ToList();
            if (string.IsNullOrWhiteSpace(value.Source))
            {
                found.Insert(0, $"{name}: $.source: Say where the data come from.");
            }

            return found.Count == 0 ? value : throw new ReferenceDataException(string.Join(Environment.NewLine, found));
        }
        catch (JsonException e)
        {
            throw new ReferenceDataException($"{name}: {e.Path ?? "$"}: {e.Message}", e);
        }
    }

    /// <summary>Problems of a list whose codes must be there once each.</summary>
    public static IEnumerable<(string Path, string Right)> Codes(string list, IEnumerable<string> codes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var i = 0;
        foreach (var code in codes)
        {
            if (string.IsNullOrWhiteSpace(code) || !seen.Add(code))
            {
                yield return ($"$.{list}[{i}].code", $"Each code stands once in the list; “{code}” is empty or repeated.");
            }

            i++;
        }
    }
}

/// <summary>Where data come from and since when they hold.</summary>
public abstract record ReferenceSource
{
    public required string Source { get; init; }

    public required DateOnly ValidFrom { get; init; }
}
