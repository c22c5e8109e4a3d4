using Send.Core.Fields;
using Send.Core.Results;
using Send.Core.Time;

namespace Send.Core.Organisations;

/// <summary>Checks what was entered about an organisation and writes it into the row.</summary>
internal static class OrganisationEntry
{
    private const string DefaultContactLanguage = "en";

    /// <summary>Writes the entry into the row; on errors the row must be thrown away.</summary>
    public static IReadOnlyList<Error> Fill(Organisation row, OrganisationData entry, DateTimeOffset at)
    {
        var errors = new FieldErrors();
        row.Name = errors.Required("name", entry.Name, 300);
        row.Kinds = (entry.Kinds ?? []).Aggregate(OrganisationKinds.None, (all, kind) => all | kind);
        if (row.Kinds == OrganisationKinds.None)
        {
            errors.Add("kinds", "field.required", "Say what the organisation is to Send: sending, hosting, intermediary.");
        }

        row.Country = errors.Country("country", entry.Country) ?? "";
        row.City = errors.Required("city", entry.City, 100);
        row.Address = errors.Optional("address", entry.Address, 300);
        errors.Range("latitude", (decimal?)entry.Latitude, -90, 90);
        errors.Range("longitude", (decimal?)entry.Longitude, -180, 180);
        if (entry.Latitude is null != entry.Longitude is null)
        {
            errors.Add(entry.Latitude is null ? "latitude" : "longitude", "field.required", "A place has both latitude and longitude.");
        }

        (row.Latitude, row.Longitude) = (entry.Latitude, entry.Longitude);
        row.Website = Website(errors, entry.Website);
        row.Sector = Sector(errors, entry.Sector);
        errors.Range("employees", entry.Employees, 0, 10_000_000);
        row.Employees = entry.Employees;
        row.TimeZone = Zone(errors, entry.TimeZone);
        row.WorkingLanguages = string.Join(',', (entry.WorkingLanguages ?? ["en"]).Select((code, index) => errors.Language($"workingLanguages/{index}", code)).OfType<string>().Distinct(StringComparer.Ordinal));
        row.AcceptsMinors = entry.AcceptsMinors;
        row.Notes = errors.Optional("notes", entry.Notes, 4000);
        row.Active = entry.Active;
        Contacts(errors, row, entry.Contacts ?? [], at);
        return errors.All;
    }

    private static string? Website(FieldErrors errors, string? value)
    {
        var text = errors.Optional("website", value, 400);
        if (text is not null && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            errors.Add("website", "field.url", $"“{text}” is not a web address that starts with https:// or http://.");
        }

        return text;
    }

    private static string? Sector(FieldErrors errors, string? value)
    {
        var text = errors.Optional("sector", value, 7)?.ToUpperInvariant();
        if (text is not null && !(char.IsAsciiLetter(text[0]) && text.Skip(1).All(one => char.IsAsciiDigit(one) || one == '.')))
        {
            errors.Add("sector", "field.nace", $"“{text}” is not a NACE code such as I55 or C10.71.");
        }

        return text;
    }

    private static string Zone(FieldErrors errors, string? value)
    {
        var zone = errors.Optional("timeZone", value, 64);
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            errors.Add("timeZone", "field.time-zone", $"“{zone}” is not an IANA time zone such as Europe/Rome.");
        }

        return zone ?? OfficeDay.Zone;
    }

    private static void Contacts(FieldErrors errors, Organisation row, IReadOnlyList<ContactData> entries, DateTimeOffset at)
    {
        var kept = entries.Select(entry => entry.Id).OfType<Guid>().ToHashSet();
        row.Contacts.RemoveAll(contact => !kept.Contains(contact.Id));
        foreach (var (index, entry) in entries.Index())
        {
            var path = $"contacts/{index}/";
            var contact = entry.Id is { } id ? row.Contacts.Find(one => one.Id == id) : null;
            if (entry.Id is not null && contact is null)
            {
                errors.Add(path + "id", "contact.unknown", "The organisation has no contact with this id.");
                continue;
            }

            if (contact is null)
            {
                contact = new OrganisationContact { Id = Guid.CreateVersion7(at), OrganisationId = row.Id, Name = "" };
                row.Contacts.Add(contact);
            }

            contact.Name = errors.Required(path + "name", entry.Name);
            contact.Position = errors.Optional(path + "position", entry.Position);
            contact.Email = errors.Email(path + "email", entry.Email);
            contact.Phone = errors.Phone(path + "phone", entry.Phone);
            contact.Language = errors.Language(path + "language", entry.Language) ?? DefaultContactLanguage;
            (contact.IsSignatory, contact.IsMentor) = (entry.IsSignatory, entry.IsMentor);
        }
    }
}
