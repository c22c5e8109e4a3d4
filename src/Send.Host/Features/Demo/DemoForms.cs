using System.Globalization;
using System.Text.Json.Nodes;
using Send.Core.Forms;

namespace Send.Host.Features.Demo;

/// <summary>Fills the form of a task for an invented person: what is known, the trade's and the place's words, and for the rest the form's examples. Optional remarks for
/// which the person has no words of their own stay empty, so that no two cases read alike.</summary>
internal sealed class DemoForms(DemoTrade trade, DemoPlace place, DemoPerson person, int number)
{
    /// <summary>The data, and the examples from which a refused field may be filled.</summary>
    public (JsonObject Data, JsonObject Examples) Fill(FormDefinition form, FormContext context)
    {
        var examples = FormExamples.Of(form, context);
        var data = examples.DeepClone().AsObject();
        foreach (var field in form.Sections.SelectMany(section => section.Fields))
        {
            if (field.Type is FieldType.Text or FieldType.Long && Words(field.Id) is { } text)
            {
                data[field.Id] = text;
            }
            else if (field.Type == FieldType.Table)
            {
                FillTable(field, data, context);
            }
            else if (field.Type is FieldType.Text or FieldType.Long or FieldType.File or FieldType.Offer && !field.Required && FormPrefill.ValueOf(field, context) is null)
            {
                data.Remove(field.Id);
            }
        }

        Known(form, data);
        return (data, examples);
    }

    private string? Words(string field) => field switch
    {
        "motivation" => trade.Motivation,
        "currentTasks" => trade.Current,
        "careerAim" => trade.Career,
        "summary" => trade.Summary,
        "assessmentMethod" => trade.Method,
        "mentorProfile" => trade.Mentor,
        "equipment" => trade.Equipment,
        "jobSkills" => trade.Skills,
        "digitalSkills" => trade.Digital,
        "organisationalSkills" => trade.Plans,
        "socialSkills" => trade.People,
        "languageSkills" => $"Understands instructions and answers customers in {place.Language}.",
        "best" => trade.Best,
        "advice" => trade.Advice,
        "lessons" => trade.Lesson,
        "dress" => trade.Dress,
        "inKind" => trade.Kind,
        "specialTerms" => trade.Terms,
        "provider" => place.Course,
        "recognition" => $"The class council validates {string.Join(" and ", trade.Outcomes.Select(outcome => outcome[1]))} within five weeks of the return.",
        "familyProfile" => place.Family,
        "meetingPoint" => place.Meet,
        "firstImpression" => trade.People,
        "authority" => place.Consulate,
        _ => null,
    };

    private void Known(FormDefinition form, JsonObject data)
    {
        if (form.Id == "accommodation")
        {
            data["kind"] = place.Home.StartsWith("Family", StringComparison.Ordinal) || place.Home.StartsWith("Casa", StringComparison.Ordinal) ? "hostFamily" : "residence";
            (data["name"], data["address"], data["contactName"], data["contactPhone"]) = (place.Home, place.Street, place.Contact, place.Phone);
            data.Remove("contactEmail");
            data["checkedBy"] = "Omar Haddad";
        }
        else if (form.Id == "credit-transfer")
        {
            data["authority"] = "Class council";
        }
        else if (form.Id == "visa")
        {
            data["reference"] = string.Create(CultureInfo.InvariantCulture, $"VIS-{4500 + number}");
        }
    }

    private void FillTable(FormField field, JsonObject data, FormContext context)
    {
        JsonNode? rows = field.Id switch
        {
            "competences" => Competences(),
            "activities" => Activities(),
            "legs" => Legs(data["legs"]),
            "culturalVisits" or "visits" => Visits(field, data),
            "policies" => Policies(data["policies"]),
            "diary" => Diary(data["diary"]),
            "progress" or "priorities" or "outcomes" or "decisions" => Outcomes(field, data),
            "sessions" => Trainers(data["sessions"]),
            _ => null,
        };
        if (rows is not null)
        {
            data[field.Id] = rows;
        }
        else if (!field.Required && FormPrefill.ValueOf(field, context) is null)
        {
            data.Remove(field.Id);
        }
    }

    private JsonArray Competences() => new([.. trade.Competences.Select(row => (JsonNode)new JsonObject
    {
        ["name"] = row[0].GetString(),
        ["current"] = row[1].GetInt32(),
        ["target"] = row[2].GetInt32(),
        ["importance"] = 3,
        ["evidence"] = row[3].GetString(),
    })]);

    private JsonArray Activities() => new([.. trade.Activities.Select((row, index) => (JsonNode)new JsonObject
    {
        ["week"] = index + 1,
        ["activity"] = row[0],
        ["place"] = row[1],
        ["hours"] = 36,
    })]);

    /// <summary>The rows of the table with the trade's outcomes; what else a row says comes from the example or from what is known.</summary>
    private JsonNode? Outcomes(FormField field, JsonObject data)
    {
        if (data[field.Id] is not JsonArray { Count: > 0 } known || field.Columns.All(column => column.Id != "outcome"))
        {
            return null;
        }

        var names = known.OfType<JsonObject>().Select(row => (string?)row["outcome"]).ToList();
        if (names.TrueForAll(name => trade.Outcomes.Any(outcome => outcome[0] == name)))
        {
            return known.DeepClone();
        }

        return new JsonArray([.. trade.Outcomes.Select((outcome, index) =>
        {
            var row = known[Math.Min(index, known.Count - 1)]!.DeepClone().AsObject();
            row["outcome"] = outcome[0];
            foreach (var (column, text) in new[] { ("unit", outcome[1]), ("shown", outcome[2]), ("evaluation", outcome[2]), ("evidence", outcome[2]) })
            {
                if (row.ContainsKey(column))
                {
                    row[column] = text;
                }
            }

            row.Remove("comment");
            row.Remove("note");
            return (JsonNode)row;
        })]);
    }

    private JsonNode? Legs(JsonNode? example)
    {
        foreach (var leg in (example as JsonArray ?? []).OfType<JsonObject>())
        {
            leg["fromPlace"] = Local((string?)leg["fromPlace"]);
            leg["toPlace"] = Local((string?)leg["toPlace"]);
            if ((string?)leg["mode"] == "plane")
            {
                leg["carrier"] = place.Carrier;
                leg["number"] = (string?)leg["fromPlace"] == place.Airport ? place.Back : place.Flight;
            }

            leg["reference"] = string.Create(CultureInfo.InvariantCulture, $"SW{number:00}{((string?)leg["mode"] == "plane" ? "F7K" : "T2M")}");
        }

        return example?.DeepClone();
    }

    private string? Local(string? name) => name switch
    {
        "Sevilla" => place.Airport,
        "Bergamo" => "Venezia",
        "Vicenza" => person.City,
        _ => name,
    };

    private JsonArray? Visits(FormField field, JsonObject data)
    {
        var rows = (data[field.Id] as JsonArray)?.DeepClone().AsArray() ?? [];
        foreach (var (index, row) in rows.OfType<JsonObject>().Index())
        {
            row["place"] = index == 0 ? place.Visit : place.Visit2;
        }

        return rows.Count > 0 ? rows : null;
    }

    private JsonNode? Policies(JsonNode? example)
    {
        foreach (var (index, policy) in (example as JsonArray ?? []).OfType<JsonObject>().Index())
        {
            policy["holder"] = $"{person.Given} {person.Family}";
            policy["policyNumber"] = string.Create(CultureInfo.InvariantCulture, $"34{number:00}-7{number * 13 % 900:000}-{index + 1:00}");
        }

        return example?.DeepClone();
    }

    private JsonNode? Diary(JsonNode? example)
    {
        foreach (var (index, week) in (example as JsonArray ?? []).OfType<JsonObject>().Index())
        {
            var activity = trade.Activities[Math.Min(index, trade.Activities.Count - 1)];
            (week["tasks"], week["learned"]) = (activity[0], trade.Outcomes[index % trade.Outcomes.Count][0]);
            week.Remove("difficulty");
        }

        return example?.DeepClone();
    }

    private static JsonNode? Trainers(JsonNode? example)
    {
        foreach (var session in (example as JsonArray ?? []).OfType<JsonObject>())
        {
            session["trainer"] = "Paolo Brentan";
        }

        return example?.DeepClone();
    }
}
