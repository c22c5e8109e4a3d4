namespace Send.Core.Documents;

/// <summary>Italian names of languages, by ISO 639-1.</summary>
internal static class ItalianLanguages
{
    /// <summary>Null for a language that is not listed.</summary>
    public static string? Of(string code) => code switch
    {
        "ar" => "arabo",
        "bg" => "bulgaro",
        "ca" => "catalano",
        "cs" => "ceco",
        "da" => "danese",
        "de" => "tedesco",
        "el" => "greco",
        "en" => "inglese",
        "es" => "spagnolo",
        "et" => "estone",
        "fi" => "finlandese",
        "fr" => "francese",
        "ga" => "irlandese",
        "hr" => "croato",
        "hu" => "ungherese",
        "it" => "italiano",
        "lt" => "lituano",
        "lv" => "lettone",
        "mt" => "maltese",
        "nl" => "olandese",
        "no" or "nb" => "norvegese",
        "pl" => "polacco",
        "pt" => "portoghese",
        "ro" => "romeno",
        "sk" => "slovacco",
        "sl" => "sloveno",
        "sq" => "albanese",
        "sr" => "serbo",
        "sv" => "svedese",
        "tr" => "turco",
        "uk" => "ucraino",
        _ => null,
    };
}
