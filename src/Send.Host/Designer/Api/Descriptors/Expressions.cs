namespace Send.Host.Designer.Api.Descriptors;

/// <summary>The languages of expressions that the engine runs. Those that the editor makes by itself are not offered beside an input.</summary>
internal static class Expressions
{
    public static IReadOnlyList<ExpressionModel> In(string language) =>
    [
        Of("Literal", language == "it" ? "Valore" : "Literal", isBrowsable: false),
        Of("Object", language == "it" ? "Oggetto" : "Object", isBrowsable: false, "json"),
        Of("Variable", language == "it" ? "Variabile" : "Variable", isBrowsable: true),
        Of("Input", language == "it" ? "Ingresso" : "Input", isBrowsable: true),
        Of("JavaScript", "JavaScript", isBrowsable: true, "javascript"),
        Of("Liquid", "Liquid", isBrowsable: true, "liquid"),
    ];

    private static ExpressionModel Of(string type, string name, bool isBrowsable, string? editor = null) => new(
        type, name, IsSerializable: true, isBrowsable, editor is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal) { ["MonacoLanguage"] = editor });
}
