using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Placements;
using Send.Core.Results;
using Send.Host.Components.Forms;

namespace Send.Host.Features.People;

/// <summary>Between records and the values of their page forms.</summary>
internal static class RecordValues
{
    /// <summary>Values of the form for a participant; nationalities become two fields.</summary>
    public static JsonObject ToForm(ParticipantData data)
    {
        var form = Values(data);
        form.Remove("nationalities");
        form["nationality"] = data.Nationalities?.ElementAtOrDefault(0);
        form["otherNationality"] = data.Nationalities?.ElementAtOrDefault(1);
        return Without(form);
    }

    /// <summary>The participant of the form's values. What the form does not show of further nationalities is kept.</summary>
    public static ParticipantData ToParticipant(JsonObject form, ParticipantData? before)
    {
        string?[] codes = [Json.Text(form["nationality"]), Json.Text(form["otherNationality"]), .. before?.Nationalities?.Skip(2) ?? []];
        return form.Deserialize<ParticipantData>(PageForms.Json)! with { Nationalities = [.. codes.Where(code => !string.IsNullOrEmpty(code)).Select(code => code!).Distinct()] };
    }

    /// <summary>Values of the form for an organisation; working languages become rows.</summary>
    public static JsonObject ToForm(OrganisationData data)
    {
        var form = Values(data);
        form["workingLanguages"] = new JsonArray([.. (data.WorkingLanguages ?? []).Select(code => (JsonNode)new JsonObject { ["language"] = code })]);
        return Without(form);
    }

    public static OrganisationData ToOrganisation(JsonObject form)
    {
        var data = form.DeepClone().AsObject();
        data["workingLanguages"] = new JsonArray([.. (form["workingLanguages"] as JsonArray ?? []).Select(row => (JsonNode?)JsonValue.Create(Json.Text(row?["language"])))]);
        return data.Deserialize<OrganisationData>(PageForms.Json)!;
    }

    public static JsonObject ToForm(OfferData data) => Without(Values(data));

    public static OfferData ToOffer(JsonObject form) => form.Deserialize<OfferData>(PageForms.Json)!;

    /// <summary>Refusals at the form's fields: handlers point at `/data/email` or `/email`, and at nationalities as a list.</summary>
    public static IReadOnlyList<Error> At(IReadOnlyList<Error> errors) => [.. errors.Select(error => error with { Field = At(error.Field) })];

    private static string? At(string? pointer)
    {
        var field = pointer?.StartsWith("/data/", StringComparison.Ordinal) == true ? pointer["/data".Length..] : pointer;
        return field?.StartsWith("/nationalities", StringComparison.Ordinal) == true ? "/nationality" : field;
    }

    private static JsonObject Values<T>(T data) => JsonSerializer.SerializeToNode(data, PageForms.Json)!.AsObject();

    private static JsonObject Without(JsonObject form)
    {
        foreach (var name in form.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
        {
            form.Remove(name);
        }

        return form;
    }
}
