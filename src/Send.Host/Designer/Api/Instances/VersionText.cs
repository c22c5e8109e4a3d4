using System.Globalization;
using Send.Engine.Execution;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Elsa's text for which version of a definition is meant.</summary>
internal static class VersionText
{
    /// <summary>Latest (also for nothing), Published, LatestOrPublished, Draft or a number; anything else is refused with <see cref="BadHttpRequestException"/>.</summary>
    public static VersionOptions Parse(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        null or "" or "LATEST" or "DRAFT" or "LATESTORPUBLISHED" => VersionOptions.Latest,
        "PUBLISHED" or "LATESTANDPUBLISHED" => VersionOptions.Published,
        var number when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 => VersionOptions.SpecificVersion(version),
        _ => throw new BadHttpRequestException($"There is no version “{text}”; expected: Latest, Published or a number."),
    };
}
