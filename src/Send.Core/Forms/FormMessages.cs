using System.Globalization;

namespace Send.Core.Forms;

/// <summary>Sentences of the check, whole in each language: {0} is the field's label, {1} what would be right.</summary>
internal static class FormMessages
{
    private static readonly Dictionary<string, LocalText> Texts = new(StringComparer.Ordinal)
    {
        ["field.required"] = new("“{0}” needs an answer.", "Il campo «{0}» va compilato."),
        ["field.unknown"] = new("This form has no field “{0}”.", "Questo modulo non ha un campo «{0}»."),
        ["outcome.unknown"] = new("“{0}” is not an outcome of this form; it offers {1}.", "«{0}» non è un esito di questo modulo; sono previsti: {1}."),
        ["field.text"] = new("“{0}” takes a text.", "Il campo «{0}» richiede un testo."),
        ["field.line"] = new("“{0}” is one line of text.", "Il campo «{0}» è una sola riga di testo."),
        ["field.number"] = new("“{0}” takes a number, such as 12.5.", "Il campo «{0}» richiede un numero, ad esempio 12,5."),
        ["field.integer"] = new("“{0}” takes a whole number.", "Il campo «{0}» richiede un numero intero."),
        ["field.money"] = new("“{0}” takes an amount in euro with at most two decimals, such as 120.50.", "Il campo «{0}» richiede un importo in euro con al massimo due decimali, ad esempio 120,50."),
        ["field.scale"] = new("“{0}” takes a whole number from 1 (poor) to 5 (very good).", "Il campo «{0}» richiede un numero intero da 1 (scarso) a 5 (ottimo)."),
        ["field.bool"] = new("“{0}” is answered by yes or no.", "Al campo «{0}» si risponde sì o no."),
        ["field.date"] = new("“{0}” takes a date that exists, such as 2027-03-01.", "Il campo «{0}» richiede una data esistente, ad esempio 2027-03-01."),
        ["field.dateTime"] = new("“{0}” takes a date and time with the zone’s offset, such as 2027-03-01T09:30:00+01:00.", "Il campo «{0}» richiede data e ora con lo scarto dal meridiano, ad esempio 2027-03-01T09:30:00+01:00."),
        ["field.choice"] = new("“{0}” takes one of: {1}.", "Il campo «{0}» ammette uno di questi valori: {1}."),
        ["field.multi"] = new("“{0}” takes a list of: {1}.", "Il campo «{0}» ammette un elenco di questi valori: {1}."),
        ["field.repeated"] = new("“{0}” names the same choice twice.", "Il campo «{0}» ripete la stessa scelta."),
        ["field.country"] = new("“{0}” takes a two-letter country code, such as IT.", "Il campo «{0}» richiede il codice di due lettere di un Paese, ad esempio IT."),
        ["field.language"] = new("“{0}” takes a two-letter language code, such as es.", "Il campo «{0}» richiede il codice di due lettere di una lingua, ad esempio es."),
        ["field.cefr"] = new("“{0}” takes a level from A1 to C2.", "Il campo «{0}» richiede un livello da A1 a C2."),
        ["field.id"] = new("“{0}” takes the id of something on record.", "Il campo «{0}» richiede l’identificativo di un elemento registrato."),
        ["field.email"] = new("“{0}” takes an e-mail address, such as name@example.org.", "Il campo «{0}» richiede un indirizzo e-mail, ad esempio nome@example.org."),
        ["field.phone"] = new("“{0}” takes a telephone number with the country code, such as +39 0444 320 321.", "Il campo «{0}» richiede un numero di telefono con il prefisso internazionale, ad esempio +39 0444 320 321."),
        ["field.url"] = new("“{0}” takes a web address, such as https://example.org.", "Il campo «{0}» richiede un indirizzo web, ad esempio https://example.org."),
        ["field.iban"] = new("“{0}” is not a valid IBAN: check its country, length and digits.", "Il campo «{0}» non contiene un IBAN valido: controllare Paese, lunghezza e cifre."),
        ["field.table"] = new("“{0}” takes a list of rows.", "Il campo «{0}» richiede un elenco di righe."),
        ["field.row"] = new("A row of “{0}” is an object with its columns.", "Una riga di «{0}» è un oggetto con le sue colonne."),
        ["field.signature"] = new("“{0}” takes the name of who signed and the day: {{\"name\": …, \"signedOn\": \"2027-03-01\"}}.", "Il campo «{0}» richiede il nome di chi ha firmato e il giorno: {{\"name\": …, \"signedOn\": \"2027-03-01\"}}."),
        ["field.tooSmall"] = new("“{0}” must be at least {1}.", "Il campo «{0}» deve valere almeno {1}."),
        ["field.tooLarge"] = new("“{0}” must be at most {1}.", "Il campo «{0}» può valere al massimo {1}."),
        ["field.tooShort"] = new("“{0}” needs at least {1} characters.", "Il campo «{0}» richiede almeno {1} caratteri."),
        ["field.tooLong"] = new("“{0}” takes at most {1} characters.", "Il campo «{0}» ammette al massimo {1} caratteri."),
        ["field.tooFew"] = new("“{0}” needs at least {1} entries.", "Il campo «{0}» richiede almeno {1} voci."),
        ["field.tooMany"] = new("“{0}” takes at most {1} entries.", "Il campo «{0}» ammette al massimo {1} voci."),
        ["field.pattern"] = new("“{0}” does not have the right form.", "Il campo «{0}» non ha la forma corretta."),
    };

    public static string Say(string code, string language, params object[] values) =>
        string.Format(CultureInfo.GetCultureInfo(language == "it" ? "it-IT" : "en-GB"), Texts[code].In(language), values);
}
