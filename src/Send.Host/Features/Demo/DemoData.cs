using System.Text.Json;
using System.Text.Json.Serialization;
using Send.Core.Organisations;

namespace Send.Host.Features.Demo;

/// <summary>The invented people, organisations, trades, places and cases of training mode; JSON files of this folder, embedded.</summary>
internal sealed class DemoData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private DemoData()
    {
        Organisations = Read<List<DemoOrganisation>>("organisations");
        Offers = Read<List<DemoOffer>>("offers");
        People = Read<List<DemoPerson>>("people");
        Trades = Read<Dictionary<string, DemoTrade>>("trades");
        Places = Read<Dictionary<string, DemoPlace>>("places");
        Cases = Read<List<DemoCase>>("cases");
    }

    public IReadOnlyList<DemoOrganisation> Organisations { get; }

    public IReadOnlyList<DemoOffer> Offers { get; }

    public IReadOnlyList<DemoPerson> People { get; }

    public IReadOnlyDictionary<string, DemoTrade> Trades { get; }

    public IReadOnlyDictionary<string, DemoPlace> Places { get; }

    public IReadOnlyList<DemoCase> Cases { get; }

    public static DemoData Load() => new();

    private static T Read<T>(string name)
    {
        using var stream = typeof(DemoData).Assembly.GetManifestResourceStream($"Demo/{name}.json") ?? throw new InvalidOperationException($"The demonstration data {name}.json are not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}

internal sealed record DemoContact(string Name, string Position, string Email, string Phone, string Language, bool Signatory = false, bool Mentor = false);

internal sealed record DemoOrganisation
{
    public required string Key { get; init; }

    public required IReadOnlyList<OrganisationKinds> Kinds { get; init; }

    public required string Name { get; init; }

    public required string Country { get; init; }

    public required string City { get; init; }

    public required string Address { get; init; }

    public double Latitude { get; init; }

    public double Longitude { get; init; }

    public string? Website { get; init; }

    public string? Sector { get; init; }

    public int Employees { get; init; }

    public required string TimeZone { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public bool Minors { get; init; }

    public double? Rating { get; init; }

    public required IReadOnlyList<DemoContact> Contacts { get; init; }
}

internal sealed record DemoOffer
{
    public required string Key { get; init; }

    public required string Host { get; init; }

    public required string Title { get; init; }

    public required string Occupation { get; init; }

    public required string Field { get; init; }

    public required string Language { get; init; }

    public string? Level { get; init; }

    public bool Minors { get; init; }

    public int Hours { get; init; }

    public int Capacity { get; init; }

    public double DistanceKm { get; init; }

    public bool Lodging { get; init; }

    public required string Tasks { get; init; }
}

internal sealed record DemoPerson
{
    public required string Key { get; init; }

    public required string Given { get; init; }

    public required string Family { get; init; }

    public DateOnly Born { get; init; }

    public string? Sex { get; init; }

    public required IReadOnlyList<string> Nationalities { get; init; }

    public required string City { get; init; }

    public required string Address { get; init; }

    public required string Phone { get; init; }

    public required string Language { get; init; }

    public required string Sending { get; init; }

    public required string Trade { get; init; }

    public int Eqf { get; init; }

    /// <summary>Language and level.</summary>
    public required IReadOnlyList<string[]> Skills { get; init; }

    /// <summary>Type and number.</summary>
    public required string[] Document { get; init; }

    /// <summary>Name, mail address, phone.</summary>
    public string[]? Guardian { get; init; }

    public string? Health { get; init; }
}

/// <summary>What somebody of a trade says and does; outcomes are text, unit, how it is shown, activities are text and place, competences are name, now, target, evidence.</summary>
internal sealed record DemoTrade
{
    public required string Qualification { get; init; }

    public required string Field { get; init; }

    public required string Current { get; init; }

    public required string Career { get; init; }

    public required string Summary { get; init; }

    public required string Motivation { get; init; }

    public required IReadOnlyList<JsonElement[]> Competences { get; init; }

    public required IReadOnlyList<string[]> Outcomes { get; init; }

    public required IReadOnlyList<string[]> Activities { get; init; }

    public required string Method { get; init; }

    public required string Mentor { get; init; }

    public required string Equipment { get; init; }

    public required string Skills { get; init; }

    public required string Digital { get; init; }

    public required string Plans { get; init; }

    public required string People { get; init; }

    public required string Best { get; init; }

    public required string Advice { get; init; }

    public required string Lesson { get; init; }

    public required string Dress { get; init; }

    public required string Kind { get; init; }

    public required string Terms { get; init; }
}

internal sealed record DemoPlace(
    string Home, string Street, string Contact, string Phone, string Family, string Airport, string Carrier, string Flight, string Back, string Visit, string Visit2, string Meet, string Consulate, string Language, string Course);

/// <summary>A case, in days from today; work on the forms of <see cref="Stops"/> has not been done.</summary>
internal sealed record DemoCase
{
    public int Number { get; init; }

    public required string Person { get; init; }

    public required string City { get; init; }

    public required string Country { get; init; }

    public int Opened { get; init; }

    public int Departure { get; init; }

    /// <summary>From departure to return.</summary>
    public int Days { get; init; }

    public required string Funder { get; init; }

    public IReadOnlyList<string> Stops { get; init; } = [];

    /// <summary>Forms whose open task somebody has claimed.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    public DemoWait? Waits { get; init; }

    public DemoWithdrawal? Withdraws { get; init; }
}

internal sealed record DemoWait(string Form, string For, int Days);

internal sealed record DemoWithdrawal(int Day, string Cause, string Reason);
