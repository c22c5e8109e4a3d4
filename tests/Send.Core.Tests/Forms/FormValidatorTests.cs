using Send.Core.Forms;
using static Send.Core.Tests.Forms.FormFixture;

namespace Send.Core.Tests.Forms;

public sealed class FormValidatorTests
{
    private const string Refusal = """{"name":"Done","label":{"en":"Done","it":"Fatto"}},{"name":"Refused","label":{"en":"Refused","it":"Rifiutato"},"check":false,"requires":["reason"]}""";

    [Fact]
    public void Validate_UnknownField_IsRefusedByItsPointer()
    {
        var form = With(Field("name", "text"));

        Assert.Equal([("/a~1b", "field.unknown")], Check(form, """{"name":"x","a/b":1}""").Errors.Select(e => (e.Pointer, e.Code)));
    }

    [Fact]
    public void Validate_UnknownOutcome_NamesTheRightOnes() => Assert.Contains("it offers Done", Check(With(Field("name", "text")), "{}", "Maybe").Errors.Single().Message);

    [Theory]
    [InlineData("{}", "/name")]
    [InlineData("""{"name":"   "}""", "/name")]
    [InlineData("""{"name":null}""", "/name")]
    public void Validate_RequiredFieldEmpty_IsMissing(string data, string pointer)
    {
        var error = Check(With(Field("name", "text", more: "\"required\":true")), data).Errors.Single();

        Assert.Equal((pointer, "field.required"), (error.Pointer, error.Code));
    }

    [Fact]
    public void Validate_HiddenFields_AreNeitherRequiredNorKept()
    {
        var form = With(
            Field("travels", "bool") + "," + Field("visa", "bool", more: """ "visibleWhen":{"field":"travels","is":true}""") + ","
            + Field("number", "text", more: """ "required":true,"visibleWhen":{"field":"visa","is":true}"""));

        var check = Check(form, """{"travels":false,"visa":true,"number":"old"}""");

        Assert.Empty(check.Errors);
        Assert.Equal("""{"travels":false}""", check.Data.ToJsonString());
        Assert.Equal(["travels"], FormValidator.VisibleFields(form, Entered("""{"travels":false,"visa":true}"""), FormContext.Empty).Select(f => f.Id));
        Assert.Equal("/number", Check(form, """{"travels":true,"visa":true}""").Errors.Single().Pointer);
    }

    [Fact]
    public void Validate_HiddenFieldMalformed_SaysNothing()
    {
        var form = With(Field("travels", "bool") + "," + Field("on", "date", more: """ "visibleWhen":{"field":"travels","is":true}"""));

        Assert.Empty(Check(form, """{"travels":false,"on":"soon"}""").Errors);
    }

    [Theory]
    [InlineData("""{"kind":"other"}""", 1)]
    [InlineData("""{"kind":"other","note":"why"}""", 0)]
    [InlineData("""{"kind":"a"}""", 0)]
    public void Validate_RequiredWhen_DependsOnAnotherField(string data, int errors)
    {
        var options = """ "options":[{"value":"a","label":{"en":"A","it":"A"}},{"value":"other","label":{"en":"Other","it":"Altro"}}]""";
        var form = With(Field("kind", "choice", more: options, example: "\"a\"") + "," + Field("note", "text", more: """ "requiredWhen":{"field":"kind","in":["other"]}"""));

        Assert.Equal(errors, Check(form, data).Errors.Count);
    }

    [Fact]
    public void Validate_OutcomeWithoutCheck_AsksOnlyForWhatItRequiresAndForGoodForm()
    {
        var form = With(Field("name", "text", more: "\"required\":true,\"min\":3") + "," + Field("on", "date") + "," + Field("reason", "text"), outcomes: Refusal);

        Assert.Equal(["/reason"], Check(form, "{}", "Refused").Errors.Select(e => e.Pointer));
        Assert.Empty(Check(form, """{"name":"x","reason":"no capacity"}""", "Refused").Errors);
        Assert.Equal(["/on"], Check(form, """{"on":"soon","reason":"no capacity"}""", "Refused").Errors.Select(e => e.Pointer));
        Assert.Equal(["/name"], Check(form, "{}", "Done").Errors.Select(e => e.Pointer));
    }

    [Fact]
    public void Validate_Draft_KeepsHalfOfItAndRefusesOnlyUnknownFields()
    {
        var form = With(Field("name", "text", more: "\"required\":true") + "," + Field("on", "date"));

        var check = Check(form, """{"on":"2027-","other":1}""", outcome: null);

        Assert.Equal(["/other"], check.Errors.Select(e => e.Pointer));
        Assert.Equal("""{"on":"2027-"}""", check.Data.ToJsonString());
    }

    [Theory]
    [InlineData("text", "\"min\":3,\"max\":5", "\"abcd\"", "\"ab\"", "field.tooShort")]
    [InlineData("text", "\"min\":3,\"max\":5", "\"abcd\"", "\"abcdef\"", "field.tooLong")]
    [InlineData("int", "\"min\":3,\"max\":5", "4", "2", "field.tooSmall")]
    [InlineData("decimal", "\"min\":3,\"max\":5", "4", "5.1", "field.tooLarge")]
    [InlineData("text", """ "pattern":"[0-9]{4}","patternMessage":{"en":"Four digits.","it":"Quattro cifre."}""", "\"1013\"", "\"10135\"", "field.pattern")]
    public void Validate_Bounds_AreHeld(string type, string more, string good, string bad, string code)
    {
        var form = With(Field("value", type, more: more, example: good));

        Assert.Empty(Check(form, $"{{\"value\":{good}}}").Errors);
        Assert.Equal(code, Check(form, $"{{\"value\":{bad}}}").Errors.Single().Code);
    }

    [Fact]
    public void Validate_Table_PointsAtCells()
    {
        var form = With(Field("rows", "table", more: $$""" "required":true,"min":2,"columns":[{{Field("name", "text", more: "\"required\":true")}},{{Field("level", "int", more: "\"max\":5")}}]""", example: """[{"name":"a"},{"name":"b"}]"""));

        Assert.Equal(["/rows"], Check(form, "{}").Errors.Select(e => e.Pointer));
        Assert.Equal(["/rows"], Check(form, """{"rows":[{"name":"a"},{}]}""").Errors.Select(e => e.Pointer)); // an empty last row is no row
        Assert.Equal(["/rows/1/level", "/rows/1/extra", "/rows/0/name"], Check(form, """{"rows":[{"level":3},{"name":"b","level":9,"extra":1}]}""").Errors.Select(e => e.Pointer).OrderDescending());
        Assert.Equal("field.row", Check(form, """{"rows":[{"name":"a"},"b",{"name":"c"}]}""").Errors.Single().Code);
        Assert.Equal("field.table", Check(form, """{"rows":"a"}""").Errors.Single().Code);
    }

    [Fact]
    public void Validate_ColumnThatDependsOnItsRow_IsRequiredThere()
    {
        var columns = Field("ok", "bool") + "," + Field("why", "text", more: """ "requiredWhen":{"field":"ok","is":false}""");
        var form = With(Field("rows", "table", more: $"\"columns\":[{columns}]", example: """[{"ok":true}]"""));

        Assert.Equal(["/rows/1/why"], Check(form, """{"rows":[{"ok":true},{"ok":false},{"ok":false,"why":"late"}]}""").Errors.Select(e => e.Pointer));
    }

    [Fact]
    public void Validate_ReadOnlyField_ComesFromTheContext()
    {
        var form = With(Field("who", "text", more: "\"required\":true,\"readOnly\":true,\"prefill\":\"participant.fullName\""));

        var check = Check(form, """{"who":"Somebody else"}""", context: FormSample.Context);

        Assert.Equal("Giulia Rossi", (string?)check.Data["who"]);
    }

    [Fact]
    public void Validate_Rules_SpeakAtTheirFieldAndOnlyWhenTheyCanBeJudged()
    {
        var form = With(
            Field("from", "date", example: "\"2027-03-01\"") + "," + Field("to", "date", example: "\"2027-03-05\""),
            """{"field":"to","holds":{"field":"to","atLeast":"$from"},"message":{"en":"Too early.","it":"Troppo presto."}},{"field":"to","holds":{"field":"to","atMost":"$case.return+2d"},"message":{"en":"Too late.","it":"Troppo tardi."}}""");

        Assert.Equal(["Too early."], Check(form, """{"from":"2027-03-02","to":"2027-03-01"}""").Errors.Select(e => e.Message));
        Assert.Empty(Check(form, """{"to":"2027-03-01"}""").Errors);
        Assert.Empty(Check(form, """{"to":"2027-04-02"}""", context: FormSample.Context).Errors);
        Assert.Equal(["Too late."], Check(form, """{"to":"2027-04-03"}""", context: FormSample.Context).Errors.Select(e => e.Message));
    }

    [Fact]
    public void Validate_RuleForEachRow_PointsAtTheCell()
    {
        var form = With(
            Field("legs", "table", more: $"\"columns\":[{Field("out", "dateTime")},{Field("home", "dateTime")}]", example: """[{"out":"2027-03-01T09:30:00+01:00","home":"2027-03-01T10:30:00+01:00"}]"""),
            """{"field":"home","each":"legs","holds":{"field":"home","atLeast":"$out"},"message":{"en":"Before it leaves.","it":"Prima di partire."}}""");

        var check = Check(form, """{"legs":[{"out":"2027-03-01T09:30:00+01:00","home":"2027-03-01T09:00:00+00:00"},{"out":"2027-03-01T09:30:00+01:00","home":"2027-03-01T08:00:00+00:00"}]}""");

        Assert.Equal(["/legs/1/home"], check.Errors.Select(e => e.Pointer)); // 9:00 in London is after 9:30 in Rome
    }

    [Theory]
    [InlineData("""["a","b"]""", null)]
    [InlineData("""["a","x"]""", "field.multi")]
    [InlineData("""["a","a"]""", "field.repeated")]
    [InlineData("""["a","b","c"]""", "field.tooMany")]
    [InlineData("\"a\"", "field.multi")]
    public void Validate_Multi_TakesEachChoiceOnce(string sent, string? code)
    {
        var options = string.Join(',', "abc".Select(c => $$"""{ "value": "{{c}}", "label": { "en": "{{c}}", "it": "{{c}}" } }"""));
        var form = With(Field("ticks", "multi", more: $"\"max\":2,\"options\":[{options}]", example: "[\"a\"]"));

        Assert.Equal(code, Check(form, $"{{\"ticks\":{sent}}}").Errors.SingleOrDefault()?.Code);
    }
}
