using Send.Core.Forms;

namespace Send.Host.Designer.Api.Descriptors;

/// <summary>The types that a coordinator can choose for variables, inputs and outputs; their names are those that definitions keep.</summary>
internal static class VariableTypes
{
    private static readonly (string Category, string Type, LocalText Name, LocalText Description)[] All =
    [
        ("Primitives", "String", new("Text", "Testo"), new("Letters, digits, words.", "Lettere, cifre, parole.")),
        ("Primitives", "Boolean", new("Yes or no", "Sì o no"), new("True or false.", "Vero o falso.")),
        ("Primitives", "Int32", new("Whole number", "Numero intero"), new("From −2 147 483 648 to 2 147 483 647.", "Da −2 147 483 648 a 2 147 483 647.")),
        ("Primitives", "Int64", new("Large whole number", "Numero intero grande"), new("A whole number of 64 bits.", "Un numero intero a 64 bit.")),
        ("Primitives", "Decimal", new("Decimal number", "Numero decimale"), new("Exact, for amounts and hours.", "Esatto, per importi e ore.")),
        ("Primitives", "Double", new("Floating point number", "Numero in virgola mobile"), new("For measurements.", "Per misure.")),
        ("Primitives", "Single", new("Short floating point number", "Numero in virgola mobile breve"), new("A floating point number of 32 bits.", "Un numero in virgola mobile a 32 bit.")),
        ("Primitives", "DateOnly", new("Day", "Giorno"), new("A day without a time.", "Un giorno senza ora.")),
        ("Primitives", "TimeOnly", new("Time of day", "Ora del giorno"), new("A time without a day.", "Un’ora senza giorno.")),
        ("Primitives", "DateTime", new("Day and time", "Giorno e ora"), new("Without a time zone.", "Senza fuso orario.")),
        ("Primitives", "DateTimeOffset", new("Moment", "Momento"), new("A day and time with its distance from UTC.", "Un giorno e un’ora con la distanza da UTC.")),
        ("Primitives", "TimeSpan", new("Duration", "Durata"), new("Written as days.hours:minutes:seconds.", "Scritta come giorni.ore:minuti:secondi.")),
        ("Primitives", "Guid", new("Identifier", "Identificativo"), new("A globally unique identifier.", "Un identificativo univoco globale.")),
        ("Primitives", "Object", new("Anything", "Qualsiasi cosa"), new("A value of any type.", "Un valore di qualsiasi tipo.")),
        ("Lookups", "ObjectDictionary", new("Values by name", "Valori per nome"), new("For example a submitted form.", "Per esempio un modulo inviato.")),
        ("Lookups", "StringDictionary", new("Texts by name", "Testi per nome"), new("Texts under their names.", "Testi sotto i loro nomi.")),
        ("Dynamic", "JsonObject", new("JSON object", "Oggetto JSON"), new("A JSON object that can be changed.", "Un oggetto JSON modificabile.")),
        ("Dynamic", "JsonArray", new("JSON list", "Elenco JSON"), new("A JSON list that can be changed.", "Un elenco JSON modificabile.")),
        ("Dynamic", "JsonNode", new("JSON value", "Valore JSON"), new("Any JSON value that can be changed.", "Un valore JSON modificabile.")),
        ("Dynamic", "JsonElement", new("JSON to read", "JSON da leggere"), new("Any JSON value, to read only.", "Un valore JSON, solo lettura.")),
        ("Data", "ByteArray", new("Bytes", "Byte"), new("The content of a file.", "Il contenuto di un file.")),
    ];

    public static IReadOnlyList<VariableTypeModel> In(string language) =>
        [.. All.Select(type => new VariableTypeModel(type.Type, type.Name.In(language), Localization.ActivityWords.Category(type.Category, language), type.Description.In(language)))];
}
