using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Cases;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Placements;
using Send.Core.Staff;

namespace Send.Activities.Tests.Hosting;

/// <summary>Invented people, a school, two hosts and their offers.</summary>
internal static class People
{
    public static readonly Guid CoordinatorId = Guid.Parse("0198f6a0-0000-7000-8000-0000000000c0");

    private static readonly Guid SchoolId = Guid.Parse("0198f6a0-0000-7000-8000-0000000000a0");

    /// <summary>Adds staff, school, hosts and offers, enrols a trainee for eight weeks in Spain, and returns the case with its first task open.</summary>
    public static async Task<CaseCourse> EnrolAsync(this CaseHost host, string nationality = "IT", string language = "it", DateOnly? departure = null)
    {
        await host.InScopeAsync(async (_, db) =>
        {
            if (!await db.Staff.AnyAsync())
            {
                Add(db, host.Clock.GetUtcNow());
                await db.SaveChangesAsync();
            }

            return true;
        });
        var leaves = departure ?? new DateOnly(2027, 6, 5);
        var request = new OpenCase
        {
            Programme = "IVT",
            Participant = new ParticipantData
            {
                GivenName = "Giulia",
                FamilyName = "Rossi",
                BirthDate = new(2008, 5, 14),
                Nationalities = [nationality],
                Email = $"giulia.{Guid.NewGuid():N}@example.org",
                Phone = "+393471234567",
                Language = language,
                Address = "Via Roma 12",
                City = "Vicenza",
                ResidenceCountry = "IT",
                SendingOrganisationId = SchoolId,
                Qualification = "Pastry operator",
                EqfLevel = 3,
                FieldOfStudy = "1013",
                DocumentType = nationality == "IT" ? "identityCard" : "passport",
                DocumentNumber = "CA12345AB",
                DocumentExpiry = new(2031, 5, 14),
                EmergencyName = "Paolo Rossi",
                EmergencyRelation = "Father",
                EmergencyPhone = "+393471234568",
            },
            Departure = leaves,
            Start = leaves.AddDays(2),
            End = leaves.AddDays(55),
            Return = leaves.AddDays(56),
            Destination = new CaseDestination("ES", "Sevilla"),
            SendingOrganisationId = SchoolId,
            Funder = "Erasmus+ KA121-VET",
        };
        var coordinator = new Actor(CoordinatorId, "Chiara Coordinatrice", "en", [StaffRole.Administrator]);
        var opened = await host.InScopeAsync((services, _) => services.GetRequiredService<OpenCaseHandler>().HandleAsync(request, coordinator, CancellationToken.None));
        Assert.True(opened.IsSuccess, opened.IsSuccess ? "" : string.Join("; ", opened.Errors));
        return new CaseCourse(host, opened.Value.Id);
    }

    private static void Add(Send.Persistence.SendDbContext db, DateTimeOffset at)
    {
        db.Staff.Add(new StaffMember { Id = CoordinatorId, DisplayName = "Chiara Coordinatrice", Email = "chiara@send.example", Roles = "Coordinator" });
        var school = new Organisation
        {
            Id = SchoolId,
            Name = "Istituto Professionale B. Montagna",
            Kinds = OrganisationKinds.Sending,
            Country = "IT",
            City = "Vicenza",
            Address = "Via Mora 93",
            CreatedAt = at,
        };
        school.Contacts.Add(Contact(school, "Anna Bianchi", "anna.bianchi@example.org", signatory: true));
        db.Organisations.Add(school);
        AddHost(db, at, "Confitería Triana", "Sevilla", "Pastry assistant");
        AddHost(db, at, "Panadería Alameda", "Sevilla", "Baker's assistant, second choice");
    }

    private static void AddHost(Send.Persistence.SendDbContext db, DateTimeOffset at, string name, string city, string title)
    {
        var host = new Organisation
        {
            Id = Guid.CreateVersion7(at),
            Name = name,
            Kinds = OrganisationKinds.Hosting,
            Country = "ES",
            City = city,
            Address = "Calle San Jacinto 45",
            Sector = "C10",
            Employees = 24,
            TimeZone = "Europe/Madrid",
            WorkingLanguages = "es",
            AcceptsMinors = true,
            Rating = 4.2,
            CreatedAt = at,
        };
        host.Contacts.Add(Contact(host, "Carmen Ortiz", "carmen.ortiz@example.org", signatory: true));
        host.Contacts.Add(Contact(host, "Luis Romero", "luis.romero@example.org", signatory: false));
        db.Organisations.Add(host);
        db.Offers.Add(new PlacementOffer
        {
            Id = Guid.CreateVersion7(at),
            HostId = host.Id,
            Title = title,
            Country = "ES",
            City = city,
            AvailableFrom = new(2027, 1, 1),
            AvailableTo = new(2028, 12, 31),
            Capacity = 2,
            FieldOfStudy = "1013",
            Occupation = "Pastry cook",
            Tasks = "Doughs, creams, decoration, service at the counter",
            Language = "es",
            LanguageLevel = "A2",
            AcceptsMinors = true,
            CreatedAt = at,
        });
    }

    private static OrganisationContact Contact(Organisation owner, string name, string email, bool signatory) => new()
    {
        Id = Guid.NewGuid(),
        OrganisationId = owner.Id,
        Name = name,
        Position = signatory ? "Manager" : "Head pastry cook",
        Email = email,
        Language = owner.Country == "IT" ? "it" : "en",
        IsSignatory = signatory,
        IsMentor = !signatory,
    };
}
