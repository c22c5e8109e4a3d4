using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Participants;
using Send.Core.Results;
using Send.Host.Components.Forms;

namespace Send.Host.Features.Cases;

/// <summary>Between the enrolment form and <see cref="OpenCase"/>: values one way, refusals the other.</summary>
internal static class EnrolmentRequest
{
    /// <summary>The request for the form's values.</summary>
    public static OpenCase From(JsonObject data, Guid operationId)
    {
        var isNew = Json.Text(data["who"]) == "new";
        return new OpenCase
        {
            Programme = Text("programme"),
            ParticipantId = isNew ? null : Id("participantId"),
            Participant = isNew ? Person(data) : null,
            Departure = Json.Date(data["departure"]),
            Start = Json.Date(data["start"]),
            End = Json.Date(data["end"]),
            Return = Json.Date(data["return"]),
            Destination = new CaseDestination(Text("country"), Text("destinationCity")),
            SendingOrganisationId = Id("sendingOrganisationId"),
            OwnerId = Id("ownerId"),
            Funder = Text("funder"),
            OperationId = operationId,
        };

        string? Text(string name) => Json.Text(data[name]) is { Length: > 0 } text ? text : null;
        Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;
    }

    /// <summary>Refusals of the handler at the form's fields: `/participant/email` is the field `email`, `/destination/city` the field `destinationCity`.</summary>
    public static FieldError At(Error error, string message)
    {
        var field = error.Field switch
        {
            "/destination/country" => "/country",
            "/destination/city" => "/destinationCity",
            "/participant" => "/who",
            { } pointer when pointer.StartsWith("/participant/nationalities", StringComparison.Ordinal) => "/nationality",
            { } pointer when pointer.StartsWith("/participant/", StringComparison.Ordinal) => pointer["/participant".Length..],
            { } pointer => pointer,
            null => "",
        };
        return new FieldError(field, error.Code, message);
    }

    private static ParticipantData Person(JsonObject data)
    {
        var person = data.DeepClone().AsObject();
        foreach (var other in new[] { "programme", "departure", "start", "end", "return", "country" })
        {
            person.Remove(other);
        }

        var nationalities = new[] { Json.Text(data["nationality"]), Json.Text(data["otherNationality"]) }.Where(code => code.Length > 0).Distinct().ToList();
        return person.Deserialize<ParticipantData>(PageForms.Json)! with { Nationalities = nationalities };
    }
}
