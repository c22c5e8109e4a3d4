using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>An invented case, against which the examples of form files are checked and previews are shown.</summary>
public static class FormSample
{
    private const string Json = """
        {
          "today": "2027-01-11",
          "case": {
            "id": "0198f6a0-0000-7000-8000-000000000001", "code": "IVT-2027-0001", "document": "0198f6a0-0000-7000-8000-000000000006", "programme": "IVT", "status": "Planning", "stage": "Preparation",
            "departure": "2027-03-01", "start": "2027-03-02", "end": "2027-03-30", "return": "2027-03-31",
            "effectiveStart": "2027-03-02", "effectiveEnd": "2027-03-30", "effectiveReturn": "2027-03-31",
            "destinationCountry": "ES", "destinationCity": "Sevilla", "days": 29, "weeks": 5, "long": false, "minor": true, "age": 17, "funder": "Erasmus+ KA121-VET"
          },
          "participant": {
            "id": "0198f6a0-0000-7000-8000-000000000002", "givenName": "Giulia", "familyName": "Rossi", "fullName": "Giulia Rossi", "birthDate": "2009-05-14", "age": 17,
            "minor": true, "sex": "F", "nationality": "IT", "nationalities": ["IT"], "email": "giulia.rossi@example.org", "phone": "+393471234567", "language": "it",
            "address": "Via Roma 12", "city": "Vicenza", "residenceCountry": "IT", "status": "vocationalStudent", "qualification": "Pastry operator", "eqfLevel": 3,
            "fieldOfStudy": "1013", "languages": [{ "lang": "es", "listening": "A2", "reading": "B1", "interaction": "A2", "production": "A2", "writing": "A2" }],
            "documentType": "identityCard", "documentNumber": "CA12345AB", "documentExpiry": "2031-05-14", "healthNotes": "None", "iban": "IT60X0542811101000000123456",
            "emergencyName": "Paolo Rossi", "emergencyRelation": "Father", "emergencyPhone": "+393471234568",
            "guardianName": "Paolo Rossi", "guardianEmail": "paolo.rossi@example.org", "guardianPhone": "+393471234568"
          },
          "sending": {
            "id": "0198f6a0-0000-7000-8000-000000000003", "name": "Istituto Professionale B. Montagna", "country": "IT", "city": "Vicenza", "address": "Via Mora 93", "website": "https://school.example.org",
            "sector": "P85", "employees": 140, "timeZone": "Europe/Rome", "workingLanguages": ["it"], "acceptsMinors": true, "rating": 4.5, "latitude": 45.5455, "longitude": 11.5354,
            "contactName": "Anna Bianchi", "contactPosition": "Mobility contact", "contactEmail": "anna.bianchi@example.org", "contactPhone": "+390444320321",
            "signatoryName": "Marco Verdi", "signatoryPosition": "Head teacher", "signatoryEmail": "marco.verdi@example.org", "signatoryPhone": "+390444320322",
            "mentorName": "Anna Bianchi", "mentorPosition": "Tutor", "mentorEmail": "anna.bianchi@example.org", "mentorPhone": "+390444320321", "mentorLanguage": "it"
          },
          "host": {
            "id": "0198f6a0-0000-7000-8000-000000000004", "name": "Confitería Triana", "country": "ES", "city": "Sevilla", "address": "Calle San Jacinto 45", "website": "https://host.example.org",
            "sector": "I56", "employees": 12, "timeZone": "Europe/Madrid", "acceptsMinors": true, "rating": 4.2, "latitude": 37.3826, "longitude": -6.0045,
            "workingLanguages": ["es"], "contactName": "Carmen Ortiz", "contactPosition": "Manager", "contactEmail": "carmen.ortiz@example.org", "contactPhone": "+34954123456",
            "mentorName": "Luis Romero", "mentorPosition": "Head pastry cook", "mentorEmail": "luis.romero@example.org", "mentorPhone": "+34954123457", "mentorLanguage": "es",
            "signatoryName": "Carmen Ortiz", "signatoryPosition": "Manager", "signatoryEmail": "carmen.ortiz@example.org", "signatoryPhone": "+34954123456"
          },
          "offer": {
            "id": "0198f6a0-0000-7000-8000-000000000005", "title": "Pastry assistant", "country": "ES", "city": "Sevilla", "fieldOfStudy": "1013",
            "occupation": "Pastry cook", "tasks": "Doughs, creams, decoration, service at the counter", "language": "es", "languageLevel": "A2", "hoursPerWeek": 36, "distanceKm": 3.2,
            "availableFrom": "2027-01-07", "availableTo": "2027-06-30", "capacity": 2, "acceptsMinors": true, "stepFree": false, "cost": 150, "lodgingHelp": false
          },
          "facts": {},
          "computed": {},
          "task": {}
        }
        """;

    /// <summary>The sample case without facts. <see cref="FormCatalog.SampleContext"/> has the facts that the forms' examples make.</summary>
    public static FormContext Context { get; } = new(JsonNode.Parse(Json)!.AsObject());
}
