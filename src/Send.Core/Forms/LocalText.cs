namespace Send.Core.Forms;

/// <summary>A text in each language of the product; JSON `{"en": "…", "it": "…"}`. English is always there.</summary>
public sealed record LocalText(string En, string? It = null)
{
    /// <summary>The text in that language, else in English.</summary>
    public string In(string language) => string.Equals(language, "it", StringComparison.OrdinalIgnoreCase) ? It ?? En : En;
}
