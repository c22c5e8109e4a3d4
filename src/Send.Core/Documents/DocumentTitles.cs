using Send.Core.Forms;

namespace Send.Core.Documents;

/// <summary>What papers are called.</summary>
public static class DocumentTitles
{
    /// <summary>The title of a kind; the kind itself when it is not one of ours.</summary>
    public static LocalText Of(string kind) => kind switch
    {
        "learning-agreement" => new("Learning agreement", "Accordo di apprendimento"),
        "attendance-certificate" => new("Certificate of attendance", "Attestato di frequenza"),
        "europass-mobility" => new("Europass Mobility", "Europass Mobilità"),
        _ => new(kind),
    };
}
