using System.Globalization;
using Send.Core.Cases;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Placements;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Host.Localization;

namespace Send.Host.Designer.Simulation;

/// <summary>The invented people of a world: one colleague for each role, a school, hosts with offers at the destination and elsewhere, and the participant.</summary>
internal static class ScratchPeople
{
    private const string Field = "1013";
    private static readonly string[] Elsewhere = ["ES", "DE", "FR"];

    /// <summary>Somebody of that role, with every permission: the simulation tries the process, not the permissions.</summary>
    public static Actor Of(StaffRole role, string language) => new(IdOf(role), NameOf(role), language, role == StaffRole.Administrator ? [role] : [role, StaffRole.Administrator, StaffRole.Coordinator]);

    /// <summary>Puts staff, organisations and offers into the world.</summary>
    public static async Task<Result<bool>> SeedAsync(SimulationWorld world, SimulationScene scene, string language, CancellationToken ct)
    {
        await world.DataAsync(async db =>
        {
            foreach (var role in Enum.GetValues<StaffRole>())
            {
                db.Staff.Add(new StaffMember { Id = IdOf(role), DisplayName = NameOf(role), Email = $"{role.ToString().ToLowerInvariant()}@simulation.example", Language = language, Roles = role.ToString() });
            }

            return await db.SaveChangesAsync(ct);
        });
        var coordinator = Of(StaffRole.Coordinator, language);
        var problems = new List<Error>();
        var destination = scene.Request.Destination!;
        foreach (var (index, country) in Elsewhere.Where(code => code != destination).Take(1).Prepend(destination).Index())
        {
            var host = await world.UseAsync((CreateOrganisationHandler handler) => handler.HandleAsync(new(HostAt(country)), coordinator, ct));
            problems.AddRange(host.Errors);
            for (var number = 1; host.IsSuccess && number <= 2 - index; number++)
            {
                var offer = await world.UseAsync((CreateOfferHandler handler) => handler.HandleAsync(new(OfferOf(host.Value.Id, scene, number)), coordinator, ct));
                problems.AddRange(offer.Errors);
            }
        }

        return problems.Count == 0 ? true : Result<bool>.Refused(problems);
    }

    /// <summary>The enrolment of the participant.</summary>
    public static async Task<Result<OpenCase>> EnrolmentAsync(SimulationWorld world, SimulationScene scene, string language, CancellationToken ct)
    {
        var school = await world.UseAsync((CreateOrganisationHandler handler) => handler.HandleAsync(new(School()), Of(StaffRole.Coordinator, language), ct));
        if (!school.IsSuccess)
        {
            return Result<OpenCase>.Refused(school.Errors);
        }

        var request = scene.Request;
        var departure = request.Departure!.Value;
        return new OpenCase
        {
            Programme = scene.Programme.Code,
            Participant = Person(request, departure, language, school.Value.Id),
            SendingOrganisationId = school.Value.Id,
            Departure = departure,
            Return = departure.AddDays(request.Days!.Value),
            Destination = new(request.Destination, CityOf(request.Destination!)),
            Funder = "Erasmus+ KA121-VET",
        };
    }

    private static Guid IdOf(StaffRole role) => new($"00000000-0000-7000-8000-{(int)role + 1:x12}");

    private static string NameOf(StaffRole role) => new Texts().Of(role);

    private static string CityOf(string country) => country switch { "ES" => "Sevilla", "DE" => "Leipzig", "FR" => "Lyon", _ => new RegionInfo(country).EnglishName };

    private static OrganisationData School() => new()
    {
        Name = "Istituto Simulato",
        Kinds = [OrganisationKinds.Sending],
        Country = "IT",
        City = "Vicenza",
        Address = "Via Esempio 1",
        Latitude = 45.5455,
        Longitude = 11.5354,
        WorkingLanguages = ["it"],
        TimeZone = "Europe/Rome",
        AcceptsMinors = true,
        Contacts =
        [
            new() { Name = "Anna Esempio", Position = "Mobility contact", Email = "anna@school.example", Phone = "+390444320321", Language = "it" },
            new() { Name = "Marco Esempio", Position = "Head teacher", Email = "marco@school.example", Phone = "+390444320322", Language = "it", IsSignatory = true },
        ],
    };

    private static OrganisationData HostAt(string country) => new()
    {
        Name = $"Example Company ({country})",
        Kinds = [OrganisationKinds.Hosting],
        Country = country,
        City = CityOf(country),
        Address = "Example Street 45",
        Latitude = 48.0,
        Longitude = 8.0,
        TimeZone = "Europe/Rome",
        WorkingLanguages = ["en"],
        Employees = 12,
        AcceptsMinors = true,
        Contacts =
        [
            new() { Name = "Carmen Example", Position = "Manager", Email = "carmen@host.example", Phone = "+34954123456", Language = "en", IsSignatory = true },
            new() { Name = "Luis Example", Position = "Mentor", Email = "luis@host.example", Phone = "+34954123457", Language = "en", IsMentor = true },
        ],
    };

    private static OfferData OfferOf(Guid host, SimulationScene scene, int number) => new()
    {
        HostId = host,
        Title = $"Pastry assistant {number}",
        Programmes = [scene.Programme.Code],
        Occupation = "Pastry cook",
        FieldOfStudy = Field,
        Language = "en",
        LanguageLevel = "A2",
        AcceptsMinors = true,
        HoursPerWeek = 36,
        Capacity = 3,
        DistanceKm = number * 2.5,
        LodgingHelp = true,
        Tasks = "Doughs, creams, decoration, service at the counter",
        AvailableFrom = scene.Request.Enrolled!.Value.AddDays(-30),
        AvailableTo = scene.Request.Departure!.Value.AddYears(3),
    };

    private static ParticipantData Person(SimulationRequest request, DateOnly departure, string language, Guid school)
    {
        var minor = request.Age < 18;
        return new()
        {
            GivenName = "Giulia",
            FamilyName = "Esempio",
            BirthDate = departure.AddYears(-request.Age!.Value).AddDays(-40),
            Sex = "F",
            Nationalities = [request.Nationality!],
            Email = "giulia@participant.example",
            Phone = "+393471234567",
            Language = language,
            Address = "Via Roma 12",
            City = "Vicenza",
            ResidenceCountry = "IT",
            Status = "vocationalStudent",
            SendingOrganisationId = school,
            Qualification = "Pastry operator",
            EqfLevel = 3,
            FieldOfStudy = Field,
            Languages = [new("en", "B1", "B1", "B1", "B1", "B1"), new("it", "C1", "C1", "C1", "C1", "C1")],
            DocumentType = "passport",
            DocumentNumber = "YA1234567",
            DocumentExpiry = departure.AddYears(4),
            Iban = "IT60X0542811101000000123456",
            EmergencyName = "Paolo Esempio",
            EmergencyRelation = "Father",
            EmergencyPhone = "+393471234568",
            GuardianName = minor ? "Paolo Esempio" : null,
            GuardianEmail = minor ? "paolo@participant.example" : null,
            GuardianPhone = minor ? "+393471234568" : null,
        };
    }
}
