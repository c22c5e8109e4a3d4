using System.Text.Json.Nodes;
using Send.Core.Forms;

namespace Send.Core.Tests.Forms;

public sealed class FieldValueTests
{
    [Theory]
    [InlineData("text", "\"  Giulia \"", "\"Giulia\"")]
    [InlineData("long", "\"two\\nlines\"", "\"two\\nlines\"")]
    [InlineData("date", "\" 2027-03-01 \"", "\"2027-03-01\"")]
    [InlineData("dateTime", "\"2027-03-01T09:30+01:00\"", "\"2027-03-01T09:30:00+01:00\"")]
    [InlineData("dateTime", "\"2027-03-01T09:30:15.250Z\"", "\"2027-03-01T09:30:15+00:00\"")]
    [InlineData("int", "12.0", "12")]
    [InlineData("int", "\"12\"", "12")]
    [InlineData("decimal", "\"12.5\"", "12.5")]
    [InlineData("money", "120.50", "120.50")]
    [InlineData("scale5", "5", "5")]
    [InlineData("bool", "false", "false")]
    [InlineData("country", "\"it\"", "\"IT\"")]
    [InlineData("country", "\"XK\"", "\"XK\"")]
    [InlineData("language", "\"ES\"", "\"es\"")]
    [InlineData("cefr", "\"b1\"", "\"B1\"")]
    [InlineData("email", "\"maría.núñez@correo.example.es\"", "\"maría.núñez@correo.example.es\"")]
    [InlineData("phone", "\"0039 0444 320321\"", "\"+390444320321\"")]
    [InlineData("phone", "\"+34 954 12 34 56\"", "\"+34954123456\"")]
    [InlineData("url", "\"https://example.org/a?b=c\"", "\"https://example.org/a?b=c\"")]
    [InlineData("iban", "\"it60 x054 2811 1010 0000 0123 456\"", "\"IT60X0542811101000000123456\"")]
    [InlineData("offer", "\"0198F6A0-0000-7000-8000-000000000005\"", "\"0198f6a0-0000-7000-8000-000000000005\"")]
    [InlineData("signature", "{\"name\":\"Ωμέγα Παπαδοπούλου\",\"signedOn\":\"2027-01-10\"}", "{\"name\":\"Ωμέγα Παπαδοπούλου\",\"signedOn\":\"2027-01-10\"}")]
    public void Validate_GoodValue_IsKeptInOneNotation(string type, string sent, string kept)
    {
        var check = Check(type, sent);

        Assert.Empty(check.Errors);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(kept), JsonNode.Parse(check.Data["value"]!.ToJsonString())), check.Data.ToJsonString());
    }

    [Theory]
    [InlineData("text", "12", "field.text")]
    [InlineData("text", "\"two\\nlines\"", "field.line")]
    [InlineData("date", "\"2027-02-29\"", "field.date")]
    [InlineData("date", "\"01/03/2027\"", "field.date")]
    [InlineData("dateTime", "\"2027-03-01T09:30\"", "field.dateTime")]
    [InlineData("int", "12.5", "field.integer")]
    [InlineData("int", "99999999999", "field.integer")]
    [InlineData("decimal", "\"12,5\"", "field.number")]
    [InlineData("money", "1.005", "field.money")]
    [InlineData("money", "-1", "field.tooSmall")]
    [InlineData("scale5", "6", "field.scale")]
    [InlineData("scale5", "0", "field.scale")]
    [InlineData("bool", "\"yes\"", "field.bool")]
    [InlineData("country", "\"QQ\"", "field.country")]
    [InlineData("country", "\"Italy\"", "field.country")]
    [InlineData("language", "\"ita\"", "field.language")]
    [InlineData("cefr", "\"B3\"", "field.cefr")]
    [InlineData("email", "\"giulia.example.org\"", "field.email")]
    [InlineData("email", "\"giulia@localhost\"", "field.email")]
    [InlineData("email", "\"a@b@example.org\"", "field.email")]
    [InlineData("phone", "\"0444 320321\"", "field.phone")]
    [InlineData("phone", "\"+39 12\"", "field.phone")]
    [InlineData("phone", "\"+999 123456789\"", "field.phone")]
    [InlineData("url", "\"javascript:alert(1)\"", "field.url")]
    [InlineData("url", "\"example.org\"", "field.url")]
    [InlineData("iban", "\"IT60X0542811101000000123457\"", "field.iban")]
    [InlineData("iban", "\"IT60X054281110100000012345\"", "field.iban")]
    [InlineData("iban", "\"XX60X0542811101000000123456\"", "field.iban")]
    [InlineData("offer", "\"42\"", "field.id")]
    [InlineData("signature", "\"Giulia Rossi\"", "field.signature")]
    [InlineData("signature", "{\"name\":\"Giulia\",\"signedOn\":\"soon\"}", "field.signature")]
    [InlineData("signature", "{\"name\":\"Giulia\",\"signedOn\":\"2027-01-10\",\"ip\":\"::1\"}", "field.signature")]
    public void Validate_BadValue_IsRefusedAtTheFieldInBothLanguages(string type, string sent, string code)
    {
        var error = Assert.Single(Check(type, sent).Errors);

        Assert.Equal(("/value", code), (error.Pointer, error.Code));
        Assert.Contains("Valore", Assert.Single(Check(type, sent, "it").Errors).Message);
        Assert.Contains("Value", error.Message);
    }

    [Theory]
    [InlineData("DE89370400440532013000")]
    [InlineData("ES9121000418450200051332")]
    [InlineData("FR1420041010050500013M02606")]
    [InlineData("GB29NWBK60161331926819")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    [InlineData("NO9386011117947")]
    [InlineData("PL61109010140000071219812874")]
    [InlineData("RO49AAAA1B31007593840000")]
    [InlineData("TR330006100519786457841326")]
    public void Iban_KnownExample_IsValidAndAnotherDigitIsNot(string iban)
    {
        Assert.Equal(iban, Iban.Normalise(iban));
        var other = iban[..^1] + (iban[^1] == '0' ? '1' : '0');
        Assert.Null(Iban.Normalise(other));
    }

    private static FormCheck Check(string type, string sent, string language = "en")
    {
        var form = FormFixture.With(FormFixture.Field("value", type, "Value", "Valore"));
        return FormValidator.Validate(form, new JsonObject { ["value"] = JsonNode.Parse(sent) }, "Done", FormContext.Empty, language);
    }
}
