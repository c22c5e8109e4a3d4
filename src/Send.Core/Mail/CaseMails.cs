using Microsoft.Extensions.Options;
using Send.Core.Cases;
using Send.Core.Organisations;

namespace Send.Core.Mail;

/// <summary>Writes mails about a case to the people around it, in the language of each.</summary>
public sealed class CaseMails(CaseFiles files, MailComposer composer, IOptions<MailOptions> options)
{
    /// <summary>Composes the mail and queues it. Returns its id, or null when the case knows no address for that recipient.</summary>
    public async Task<Guid?> QueueAsync(Guid caseId, string template, MailRecipient recipient, string key, IReadOnlyDictionary<string, object?>? values, CancellationToken ct)
    {
        var file = await files.OpenAsync(caseId, ct);
        if (AddressOf(file, recipient) is not { } to)
        {
            return null;
        }

        var model = ModelOf(file, new MailPerson(to.Name)) with { Values = values ?? new Dictionary<string, object?>(StringComparer.Ordinal) };
        return await composer.QueueAsync(new MailOrder(template, key, to.Email, to.Name, to.Language, model, caseId), ct);
    }

    /// <summary>What templates can say about a case.</summary>
    public MailModel ModelOf(CaseFile file, MailPerson to)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (row, person, host) = (file.Case, file.Participant, file.Host);
        return new MailModel
        {
            To = to,
            Person = new(person.FullName, person.Email, person.Phone),
            Case = new(
                row.Code, row.Programme, row.DestinationCountry, row.DestinationCity, row.Departure, row.Start, row.End, row.Return,
                $"{options.Value.PublicUrl.TrimEnd('/')}/cases/{row.Id:D}"),
            Host = host is null ? null : new(host.Name, host.Address, host.City, host.Country, ContactOf(host)?.Name, file.Offer?.Tasks),
            Owner = file.Owner is { } owner ? new(owner.DisplayName, owner.Email) : new(options.Value.OfficeName, options.Value.OfficeEmail, options.Value.OfficePhone),
            Facts = file.Facts,
        };
    }

    private static (string Name, string Email, string Language)? AddressOf(CaseFile file, MailRecipient recipient)
    {
        var person = file.Participant;
        var placement = file.Section("placement");
        return recipient switch
        {
            MailRecipient.Participant => (person.FullName, person.Email, person.Language),
            MailRecipient.Guardian when person.GuardianEmail is { Length: > 0 } email => (person.GuardianName ?? person.FullName, email, person.Language),
            MailRecipient.Sending => Of(ContactOf(file.Sending)),
            MailRecipient.Host => Of(ContactOf(file.Host)),
            MailRecipient.Mentor => (string?)placement["mentorEmail"] is { Length: > 0 } email
                ? ((string?)placement["mentorName"] ?? email, email, (string?)placement["mentorLanguage"] ?? "en")
                : Of(file.Host?.Contacts.Find(contact => contact.IsMentor)) ?? Of(ContactOf(file.Host)),
            MailRecipient.Owner when file.Owner is { } owner => (owner.DisplayName, owner.Email, owner.Language),
            _ => null,
        };
    }

    private static OrganisationContact? ContactOf(Organisation? organisation) =>
        organisation?.Contacts.Find(contact => !contact.IsMentor && contact.Email is not null) ?? organisation?.Contacts.Find(contact => contact.Email is not null);

    private static (string Name, string Email, string Language)? Of(OrganisationContact? contact) =>
        contact?.Email is { Length: > 0 } email ? (contact.Name, email, contact.Language) : null;
}
