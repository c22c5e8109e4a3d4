using System.Globalization;
using System.Numerics;
using Send.Core.Data;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Placements;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Host.Features.Demo;

/// <summary>Puts the organisations, offers and people of training mode on file, by the same handlers as everybody else.</summary>
internal sealed class DemoPeople(
    CreateOrganisationHandler organisations, CreateOfferHandler offers, CreateParticipantHandler participants, SendData data)
{
    private const int DaysBack = 420;
    private const int DaysAhead = 540;

    /// <summary>Ids by key.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> SeedAsync(DemoData demo, Actor actor, DateOnly today, CancellationToken ct)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var one in demo.Organisations)
        {
            ids[one.Key] = Done(await organisations.HandleAsync(new(DataOf(one), DemoIds.Operation("organisation/" + one.Key)), actor, ct), one.Name);
        }

        foreach (var one in demo.Organisations.Where(one => one.Rating is not null))
        {
            var row = await data.Organisations.FindAsync([ids[one.Key]], ct);
            row!.Rating ??= one.Rating;
        }

        await data.SaveChangesAsync(ct);
        foreach (var one in demo.Offers)
        {
            ids[one.Key] = Done(await offers.HandleAsync(new(DataOf(one, ids, today), DemoIds.Operation("offer/" + one.Key)), actor, ct), one.Title);
        }

        foreach (var (index, one) in demo.People.Index())
        {
            ids[one.Key] = Done(await participants.HandleAsync(new(DataOf(one, demo.Trades[one.Trade], ids, today, index), DemoIds.Operation("person/" + one.Key)), actor, ct), one.Family);
        }

        return ids;
    }

    private static Guid Done(Result<Saved> result, string what) => result.IsSuccess
        ? result.Value.Id
        : throw new InvalidOperationException($"Demonstration data {what}: {string.Join(" ", result.Errors.Select(error => $"{error.Field} {error.Message}"))}");

    private static OrganisationData DataOf(DemoOrganisation one) => new()
    {
        Name = one.Name,
        Kinds = one.Kinds,
        Country = one.Country,
        City = one.City,
        Address = one.Address,
        Latitude = one.Latitude,
        Longitude = one.Longitude,
        Website = one.Website,
        Sector = one.Sector,
        Employees = one.Employees,
        TimeZone = one.TimeZone,
        WorkingLanguages = one.Languages,
        AcceptsMinors = one.Minors,
        Contacts =
        [
            .. one.Contacts.Select(contact => new ContactData
            {
                Name = contact.Name,
                Position = contact.Position,
                Email = contact.Email,
                Phone = contact.Phone,
                Language = contact.Language,
                IsSignatory = contact.Signatory,
                IsMentor = contact.Mentor,
            }),
        ],
    };

    private static OfferData DataOf(DemoOffer one, Dictionary<string, Guid> ids, DateOnly today) => new()
    {
        HostId = ids[one.Host],
        Title = one.Title,
        Occupation = one.Occupation,
        FieldOfStudy = one.Field,
        Language = one.Language,
        LanguageLevel = one.Level,
        AcceptsMinors = one.Minors,
        HoursPerWeek = one.Hours,
        Capacity = one.Capacity,
        DistanceKm = one.DistanceKm,
        LodgingHelp = one.Lodging,
        Tasks = one.Tasks,
        AvailableFrom = today.AddDays(-DaysBack),
        AvailableTo = today.AddDays(DaysAhead),
    };

    private static ParticipantData DataOf(DemoPerson one, DemoTrade trade, Dictionary<string, Guid> ids, DateOnly today, int index) => new()
    {
        GivenName = one.Given,
        FamilyName = one.Family,
        BirthDate = one.Born,
        Sex = one.Sex,
        Nationalities = one.Nationalities,
        Email = $"{one.Key}@mail.example.org",
        Phone = one.Phone,
        Language = one.Language,
        Address = one.Address,
        City = one.City,
        ResidenceCountry = "IT",
        Status = trade.Qualification.Contains("apprentice", StringComparison.Ordinal) ? "apprentice" : "vocationalStudent",
        SendingOrganisationId = ids[one.Sending],
        Qualification = trade.Qualification,
        EqfLevel = one.Eqf,
        FieldOfStudy = trade.Field,
        Languages = [.. one.Skills.Select(skill => new LanguageSkill(skill[0], skill[1], skill[1], skill[1], skill[1], skill[1]))],
        DocumentType = one.Document[0],
        DocumentNumber = one.Document[1],
        DocumentExpiry = today.AddYears(4).AddDays(-7 * index),
        HealthNotes = one.Health,
        Iban = IbanOf(index),
        EmergencyName = one.Guardian?[0] ?? $"{one.Family} (family)",
        EmergencyRelation = one.Guardian is null ? "Family" : "Father",
        EmergencyPhone = one.Guardian?[2] ?? one.Phone[..^1] + "9",
        GuardianName = one.Guardian?[0],
        GuardianEmail = one.Guardian?[1],
        GuardianPhone = one.Guardian?[2],
    };

    /// <summary>An Italian account number with right check digits that no bank has given.</summary>
    private static string IbanOf(int index)
    {
        var account = string.Create(CultureInfo.InvariantCulture, $"X0999901600{index + 1:000000000000}");
        var digits = string.Concat((account + "IT00").Select(one => char.IsDigit(one) ? one.ToString() : (one - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        var check = 98 - (int)(BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97);
        return string.Create(CultureInfo.InvariantCulture, $"IT{check:00}{account}");
    }
}
