using System.Text.Json.Nodes;
using Send.Core.Forms;
using static Send.Core.Tests.Forms.FormFixture;

namespace Send.Core.Tests.Forms;

public sealed class FormSchemaTests
{
    [Fact]
    public void Build_EveryShippedForm_HasTitleAndExampleOnEveryPropertyAndColumn()
    {
        foreach (var form in Shipped.Forms.All)
        {
            foreach (var outcome in form.Outcomes)
            {
                var (schema, ui) = FormSchema.Build(form, outcome.Name, Shipped.Forms.SampleContext, "it");
                Assert.Equal(form.Fields.Select(f => f.Id), schema["properties"]!.AsObject().Select(p => p.Key));
                Assert.All(Properties(schema), property => Assert.True(property["title"] is not null && property["type"] is not null && property["example"] is not null, property.ToJsonString()));
                Assert.Equal(form.Fields.Select(f => f.Id), ui["order"]!.AsArray().Select(id => (string?)id));
                Assert.DoesNotContain("\"example\"", ui.ToJsonString());
            }
        }
    }

    [Fact]
    public void Build_Types_BecomeFormats()
    {
        var form = With(Field("on", "date") + "," + Field("at", "dateTime") + "," + Field("mail", "email") + "," + Field("site", "url") + "," + Field("pay", "money") + "," + Field("stars", "scale5"));

        var properties = FormSchema.Build(form).Schema["properties"]!;

        Assert.Equal(("date", "date-time", "email", "uri"), (Format("on"), Format("at"), Format("mail"), Format("site")));
        Assert.Equal((0m, 1m, 5m), ((decimal)properties["pay"]!["minimum"]!, (decimal)properties["stars"]!["minimum"]!, (decimal)properties["stars"]!["maximum"]!));

        string? Format(string id) => (string?)properties[id]!["format"];
    }

    [Fact]
    public void Build_Outcome_DecidesWhatIsRequired()
    {
        var outcomes = """{"name":"Done","label":{"en":"Done","it":"Fatto"}},{"name":"Refused","label":{"en":"No","it":"No"},"check":false,"requires":["reason"]}""";
        var form = With(Field("name", "text", more: "\"required\":true") + "," + Field("reason", "text"), outcomes: outcomes);

        Assert.Equal("[\"name\"]", FormSchema.Build(form, "Done").Schema["required"]!.ToJsonString());
        Assert.Equal("[\"reason\"]", FormSchema.Build(form, "Refused").Schema["required"]!.ToJsonString());
    }

    [Fact]
    public void Build_Conditions_BecomeIfThen()
    {
        var form = With(
            Field("hours", "int") + "," + Field("why", "text", more: """ "requiredWhen":{"field":"hours","atLeast":40}""") + ","
            + Field("minorOnly", "text", more: """ "requiredWhen":{"path":"case.minor","is":true}""") + "," + Field("later", "text", more: """ "requiredWhen":{"field":"hours","atLeast":"$limit"}""") + "," + Field("limit", "int"));

        var all = FormSchema.Build(form).Schema["allOf"]!.AsArray();

        Assert.Equal(2, all.Count); // a comparison of two fields cannot be said
        Assert.Contains("\"minimum\":40", all[0]!["if"]!.ToJsonString());
        Assert.Equal("""{"required":["why"]}""", all[0]!["then"]!.ToJsonString());
        Assert.Equal("""{"allOf":[true]}""", all[1]!["if"]!.ToJsonString());
    }

    [Fact]
    public void Build_Examples_FitTheCase()
    {
        var form = With(Field("home", "date", example: "\"$case.return+1d\"") + "," + Field("who", "text", more: "\"prefill\":\"participant.fullName\"") + "," + Field("at", "dateTime", example: "\"$case.departure@09:30\""));
        var root = FormSample.Context.Root.DeepClone().AsObject();
        (root["case"]!["return"], root["case"]!["departure"], root["participant"]!["fullName"]) = ("2027-07-31", "2027-07-01", "Ana Ruiz");

        var example = FormSchema.Build(form, null, new FormContext(root)).Schema["examples"]![0]!;

        Assert.Equal("""{"home":"2027-08-01","who":"Ana Ruiz","at":"2027-07-01T09:30:00+02:00"}""", example.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_FileExample_IsAPaperOfTheCaseOrAbsent()
    {
        var form = Shipped.Forms.Get("insurance");
        var root = FormSample.Context.Root.DeepClone().AsObject();
        root["case"]!["document"] = "0198f6a0-0000-7000-8000-00000000aaaa";
        var (with, _) = FormSchema.Build(form, null, new FormContext(root));
        root["case"]!.AsObject().Remove("document");
        var (without, _) = FormSchema.Build(form, null, new FormContext(root));

        Assert.Equal("0198f6a0-0000-7000-8000-00000000aaaa", (string?)File(with)["example"]);
        Assert.Null(File(without)["examples"]);
        Assert.DoesNotContain("\"file\":\"", without["examples"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.All(Shipped.Forms.All, one => Assert.DoesNotContain("0198f6a0-0000-7000-8000-0000000000f", FormSchema.Build(one, null, new FormContext(root)).Schema.ToJsonString(), StringComparison.Ordinal));

        static JsonObject File(JsonObject schema) => schema["properties"]!["policies"]!["items"]!["properties"]!["file"]!.AsObject();
    }

    [Fact]
    public void Build_PrefilledValueThatIsTooShort_KeepsTheExample()
    {
        var form = With(Field("who", "text", more: "\"min\":20,\"prefill\":\"participant.fullName\"", example: "\"a text that is long enough\""));

        Assert.Equal("a text that is long enough", (string?)FormSchema.Build(form).Schema["properties"]!["who"]!["example"]);
    }

    private static IEnumerable<JsonObject> Properties(JsonObject schema) => schema["properties"]!.AsObject().Select(p => p.Value!.AsObject())
        .SelectMany(property => property["items"]?["properties"] is JsonObject ? Properties(property["items"]!.AsObject()).Prepend(property) : [property]);
}
