using System.Text.Json.Nodes;
using Send.Core.Forms;

namespace Send.Core.Tests.Forms;

/// <summary>Small forms for tests, read as a file is.</summary>
internal static class FormFixture
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["date"] = "\"2027-03-01\"", ["dateTime"] = "\"2027-03-01T09:30:00+01:00\"", ["int"] = "3", ["decimal"] = "2.5", ["money"] = "10", ["bool"] = "true", ["country"] = "\"IT\"", ["language"] = "\"es\"",
        ["cefr"] = "\"A2\"", ["file"] = "\"0198f6a0-0000-7000-8000-0000000000f1\"", ["organisation"] = "\"0198f6a0-0000-7000-8000-0000000000f1\"", ["offer"] = "\"0198f6a0-0000-7000-8000-0000000000f1\"",
        ["email"] = "\"a@example.org\"", ["phone"] = "\"+390444320321\"", ["url"] = "\"https://example.org\"", ["iban"] = "\"IT60X0542811101000000123456\"", ["scale5"] = "4",
        ["signature"] = """{"name":"Giulia Rossi","signedOn":"2027-01-10"}""",
    };

    public static string Field(string id, string type, string en = "Label", string it = "Etichetta", string more = "", string? example = null) =>
        $$"""{"id":"{{id}}","type":"{{type}}","label":{"en":"{{en}}","it":"{{it}}"}{{(more.Length > 0 ? "," + more : "")}},"example":{{example ?? Examples.GetValueOrDefault(type, "\"some text\"")}}}""";

    public static string Json(string fields, string rules = "", string outcomes = """{"name":"Done","label":{"en":"Done","it":"Fatto"}}""", string more = "") =>
        $$"""
        {"id":"sample","section":"sample","title":{"en":"Do it","it":"Fallo"},"purpose":{"en":"So that it is done.","it":"Perché sia fatto."},"outcomes":[{{outcomes}}],
         "sections":[{"id":"main","title":{"en":"Main","it":"Principale"},"fields":[{{fields}}]}]{{(rules.Length > 0 ? $",\"rules\":[{rules}]" : "")}}{{more}}}
        """;

    public static FormDefinition With(string fields, string rules = "", string outcomes = """{"name":"Done","label":{"en":"Done","it":"Fatto"}}""") => Read(Json(fields, rules, outcomes)).Get("sample");

    public static FormCatalog Read(string json, string file = "sample.json") => FormCatalog.Read([(file, json)]);

    public static IReadOnlyList<FormFileProblem> Problems(string json, string file = "sample.json") => Assert.Throws<FormCatalogException>(() => Read(json, file)).Problems;

    public static JsonObject Entered(string json) => JsonNode.Parse(json)!.AsObject();

    public static FormCheck Check(FormDefinition form, string data, string? outcome = "Done", FormContext? context = null) =>
        FormValidator.Validate(form, Entered(data), outcome, context ?? FormContext.Empty, "en");
}
