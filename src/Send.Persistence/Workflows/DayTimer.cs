using System.Globalization;
using Send.Core.Processes;
using Send.Engine.Models;
using Send.Engine.Serialization;

namespace Send.Persistence.Workflows;

/// <summary>Timers that activities of ours leave: named like Elsa's StartAt, with a stimulus of Core, which the engine does not know as a timer.</summary>
internal static class DayTimer
{
    /// <summary>The instant in the stimulus; null for anything else.</summary>
    public static DateTimeOffset? DueAt(Bookmark bookmark)
    {
        if (!string.Equals(bookmark.Name, ProcessBookmarks.Day, StringComparison.Ordinal))
        {
            return null;
        }

        return bookmark.Payload is DayStimulus day
            ? day.ExecuteAt
            : PlainJson.ToPlain(bookmark.Payload) is IReadOnlyDictionary<string, object?> stimulus
              && stimulus.TryGetValue("executeAt", out var text)
              && DateTimeOffset.TryParse(text as string, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : null;
    }
}
