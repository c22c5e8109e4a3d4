using System.Text.Json.Nodes;
using Send.Core.Cases;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Placements;
using Send.Core.Tasks;

namespace Send.Core.Forms;

/// <summary>Builds the context of a form from the rows of its case. Documented in docs/forms.md; names are part of form files.</summary>
public static class CaseContext
{
    /// <summary>Rows that are null leave their root empty. <paramref name="today"/> is the office's date now.</summary>
    public static FormContext Of(
        SendCase @case, Participant participant, Organisation? sending, Organisation? host, PlacementOffer? offer, IEnumerable<CaseFacts> facts, CaseTask? task, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(participant);
        ArgumentNullException.ThrowIfNull(facts);
        return new(new JsonObject
        {
            ["today"] = PartyContext.Day(today),
            ["case"] = Case(@case, participant),
            ["participant"] = PartyContext.Of(participant, @case.Start),
            ["sending"] = sending is null ? new JsonObject() : PartyContext.Of(sending),
            ["host"] = host is null ? new JsonObject() : PartyContext.Of(host),
            ["offer"] = offer is null ? new JsonObject() : PartyContext.Of(offer),
            ["facts"] = new JsonObject(facts.Select(f => KeyValuePair.Create(f.Section, JsonNode.Parse(f.Data)))),
            ["computed"] = task?.Computed is { } computed ? JsonNode.Parse(computed) : new JsonObject(),
            ["task"] = task is null ? new JsonObject() : new JsonObject { ["id"] = task.Id.ToString(), ["form"] = task.FormId, ["due"] = PartyContext.Day(task.Due) },
        });
    }

    private static JsonObject Case(SendCase c, Participant participant)
    {
        var days = c.End.DayNumber - c.Start.DayNumber + 1;
        return PartyContext.Compact(
            ("id", c.Id.ToString()), ("code", c.Code), ("programme", c.Programme), ("status", c.Status.ToString()), ("stage", c.Stage.ToString()),
            ("departure", PartyContext.Day(c.Departure)), ("start", PartyContext.Day(c.Start)), ("end", PartyContext.Day(c.End)), ("return", PartyContext.Day(c.Return)),
            ("effectiveStart", PartyContext.Day(c.EffectiveStart ?? c.Start)), ("effectiveEnd", PartyContext.Day(c.EffectiveEnd ?? c.End)),
            ("effectiveReturn", PartyContext.Day(c.EffectiveReturn ?? c.Return)), ("destinationCountry", c.DestinationCountry), ("destinationCity", c.DestinationCity),
            ("days", days), ("weeks", (days + 6) / 7), ("long", days >= 90), ("minor", participant.AgeOn(c.Start) < 18), ("age", participant.AgeOn(c.Start)), ("funder", c.Funder));
    }
}
