using System.Globalization;
using System.Text.Json.Nodes;

namespace Send.EndToEnd.Tests.Api;

/// <summary>Bodies for <c>POST /api/cases</c>.</summary>
internal static class Enrolments
{
    /// <summary>An adult trainee of a vocational school, going to Germany for four weeks in half a year.</summary>
    public static JsonObject Trainee(DateOnly today, string familyName)
    {
        var departure = today.AddDays(190);
        return new JsonObject
        {
            ["programme"] = "IVT",
            ["participant"] = new JsonObject
            {
                ["givenName"] = "Zoë",
                ["sex"] = "F",
                ["familyName"] = familyName,
                ["birthDate"] = "2006-05-14",
                ["nationalities"] = new JsonArray("IT"),
                ["residenceCountry"] = "IT",
                ["address"] = "Via Appia Nuova 12",
                ["city"] = "Roma",
                ["status"] = "vocationalStudent",
                ["email"] = $"{familyName.ToLowerInvariant()}@participants.example",
                ["phone"] = "+390612345678",
                ["language"] = "it",
            },
            ["departure"] = Iso(departure),
            ["return"] = Iso(departure.AddDays(30)),
            ["destination"] = new JsonObject { ["country"] = "DE", ["city"] = "Leipzig" },
            ["operationId"] = Guid.NewGuid().ToString(),
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
