using static Send.Core.Tests.Forms.FormFixture;

namespace Send.Core.Tests.Forms;

public sealed class FormCatalogTests
{
    public static TheoryData<string, string, string> Broken => new()
    {
        { Json(Field("name", "text", more: "\"requird\":true")), "$.sections[0].fields[0].requird", "a field may have" },
        { Json(Field("name", "txt")), "$.sections[0].fields[0].type", "one of the types text, long" },
        { Json("""{"id":"name","type":"text","label":{"en":"Name"},"example":"x"}"""), "$.sections[0].fields[0].label.it", "English and Italian" },
        { Json("""{"id":"name","type":"text","label":{"en":"Name","it":"Nome"}}"""), "$.sections[0].fields[0].example", "a field needs `example`" },
        { Json(Field("name", "text") + "," + Field("name", "text")), "$.sections[0].fields[1].id", "used once" },
        { Json(Field("Name", "text")), "$.sections[0].fields[0].id", "camel case" },
        { Json(Field("kind", "choice")), "$.sections[0].fields[0].options", "needs options" },
        { Json(Field("rows", "table", example: "[]")), "$.sections[0].fields[0].columns", "A table has columns" },
        { Json(Field("on", "date", example: "\"1 March\"")), "$.sections[0].fields[0].example", "The example is wrong" },
        { Json(Field("on", "date", example: "\"$case.return*2\"")), "$.sections[0].fields[0].example", "A reference is" },
        { Json(Field("name", "text", more: "\"min\":9,\"max\":3")), "$.sections[0].fields[0].min", "not greater" },
        { Json(Field("on", "date", more: "\"min\":3")), "$.sections[0].fields[0].min", "belong to texts" },
        { Json(Field("name", "text", more: "\"pattern\":\"[\",\"patternMessage\":{\"en\":\"x\",\"it\":\"x\"}")), "$.sections[0].fields[0].pattern", "not a regular expression" },
        { Json(Field("paper", "file", more: "\"required\":true")), "$.sections[0].fields[0].required", "A file is never required" },
        { Json(Field("name", "text", more: "\"prefill\":\"participant.shoeSize\"")), "$.sections[0].fields[0].prefill", "`participant` has id, givenName" },
        { Json(Field("name", "text", more: "\"prefill\":\"weather.today\"")), "$.sections[0].fields[0].prefill", "no context path" },
        { Json(Field("name", "text", more: "\"prefill\":\"facts.sample.other\"")), "$..name.prefill", "no field `other`" },
        { Json(Field("name", "text", more: "\"prefill\":\"facts.nowhere.name\"")), "$..name.prefill", "No form has the section `nowhere`" },
        { Json(Field("name", "text", more: "\"visibleWhen\":{\"field\":\"other\",\"is\":1}")), "$.sections[0].fields[0].visibleWhen.field", "no field `other`" },
        { Json(Field("name", "text", more: "\"visibleWhen\":{\"field\":\"name\"}")), "$.sections[0].fields[0].visibleWhen", "A comparison has one of" },
        { Json(Field("name", "text", more: "\"visibleWhen\":{\"field\":\"name\",\"any\":[]}")), "$.sections[0].fields[0].visibleWhen", "exactly one of" },
        { Json(Field("name", "text"), rules: """{"field":"name","holds":{"field":"name","is":"other"},"message":{"en":"No.","it":"No."}}"""), "$..example/name", "do not pass the form for Done: No." },
        { Json(Field("name", "text"), rules: """{"field":"nome","holds":{"field":"name","isSet":true},"message":{"en":"No.","it":"No."}}"""), "$.rules[0].field", "does not exist" },
        { Json(Field("name", "text"), outcomes: """{"name":"done","label":{"en":"Done","it":"Fatto"}}"""), "$.outcomes[0].name", "Pascal case" },
        { Json(Field("name", "text"), outcomes: """{"name":"No","label":{"en":"No","it":"No"},"requires":["why"]}"""), "$.outcomes[0].requires", "names fields of this form" },
        { Json(Field("name", "text"), more: ""","panels":[{"kind":"map","path":"computed.map","title":{"en":"Map","it":"Mappa"}}]"""), "$.panels[0].kind", "matches, checks" },
        { "{\"id\":\"sample\",", "$", "not valid JSON" },
        { "{\"id\":\"sample\",\"id\":\"sample\"}", "$", "not valid JSON" },
        { "[]", "$", "an object" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Read_BrokenFile_NamesPathAndWhatIsRight(string json, string path, string right)
    {
        var problems = Problems(json);

        Assert.Contains(problems, problem => problem.File == "sample.json" && problem.Path == path && problem.Message.Contains(right, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_OtherFileName_AsksForTheId() => Assert.Contains(Problems(Json(Field("name", "text")), "other.json"), problem => problem.Path == "$.id");

    [Fact]
    public void Read_SeveralProblems_NamesThemAll()
    {
        var problems = Problems(Json(Field("name", "txt") + "," + Field("Other", "text", more: "\"requird\":true")));

        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void Get_UnknownForm_SaysWhichFileIsMissing() => Assert.Contains("workflows/forms/nothing.json", Assert.Throws<KeyNotFoundException>(() => Shipped.Forms.Get("nothing")).Message);
}
