using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Activities.Cases;

/// <summary>Keeps what was said with an event among the facts of the case.</summary>
internal static class EventFacts
{
    /// <summary>Section for an event: `early-return` → `earlyReturnEvent`.</summary>
    public static string SectionOf(string eventName)
    {
        var words = eventName.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..])) + "Event";
    }

    /// <summary>The event's data as JSON; null when there are none.</summary>
    public static JsonObject? Of(object? data) => data is null ? null : JsonSerializer.SerializeToNode(data, data.GetType()) as JsonObject;
}
