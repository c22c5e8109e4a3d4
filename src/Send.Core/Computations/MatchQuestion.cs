using System.Text.Json.Nodes;
using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Placements;

namespace Send.Core.Computations;

/// <summary>What a case asks of a placement, from its programme, its needs and the person.</summary>
internal static class MatchQuestion
{
    public static MatchRequest Of(CaseFile file)
    {
        var programme = file.Section("programme");
        var needs = file.Section("needs");
        var sendCase = file.Case;
        return new MatchRequest
        {
            Programme = sendCase.Programme,
            Countries = [sendCase.DestinationCountry],
            City = sendCase.DestinationCity ?? programme.Text("city"),
            From = sendCase.Start,
            To = sendCase.End,
            Minor = file.Participant.AgeOn(sendCase.Start) < 18,
            NeedsStepFree = programme.Flag("stepFree") ?? false,
            Languages = Languages(file),
            TargetLanguage = programme.Text("language") ?? needs.Text("workingLanguage"),
            TargetLevel = programme.Text("languageLevel") ?? needs.Text("languageTarget"),
            FieldOfStudy = programme.Text("field") ?? file.Participant.FieldOfStudy,
            Occupation = programme.Text("occupation") ?? file.Participant.Qualification,
            Wishes =
            [
                .. programme.Rows("outcomes").Select(row => row.Text("outcome")).Concat(needs.Rows("competences").Select(row => row.Text("name"))).OfType<string>(),
            ],
        };
    }

    /// <summary>The person's level in each language, by interaction, and what the needs analysis says of the working language.</summary>
    private static Dictionary<string, string> Languages(CaseFile file)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in (JsonNode.Parse(file.Participant.Languages) as JsonArray ?? []).OfType<JsonObject>())
        {
            if (row.Text("lang") is { } language && (row.Text("interaction") ?? row.Text("listening") ?? row.Text("reading")) is { } level)
            {
                known[language] = level;
            }
        }

        var needs = file.Section("needs");
        if (needs.Text("workingLanguage") is { } working && needs.Text("languageNow") is { } now)
        {
            known[working] = now;
        }

        return known;
    }
}
