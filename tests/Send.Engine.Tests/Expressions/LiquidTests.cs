using Send.Engine.Expressions;

namespace Send.Engine.Tests.Expressions;

public sealed class LiquidTests
{
    private readonly ExpressionTestBed bed = new();

    [Theory]
    [InlineData("{{ Variables.Name | upcase }}", "ANN")]
    [InlineData("{% for t in Variables.Tags %}{{ t }};{% endfor %}", "p;q;")]
    [InlineData("{{ Variables.Data.a.b }}", "3")]
    [InlineData("{{ Variables.Text.a.b }}{% if Variables.Flag %}on{% endif %}", "on")]
    [InlineData("[{{ Variables.Nope }}]", "[]")]
    [InlineData("{{ Variables.Dec }} {{ Variables.Html }}", "2.5 <b>")]
    [InlineData("{{ Variables.Day }}", "2031-02-03")]
    [InlineData("{% for i in (1..3) %}{{ i }}{% endfor %}", "123")]
    [InlineData("{% capture x %}a{{ Variables.Name }}{% endcapture %}{{ x | append: '!' }}", "aann!")]
    [InlineData("{{ Variables.Data | json }}", """{"a":{"b":3}}""")]
    [InlineData("{{ Variables.Data | keys | join: ',' }}", "a")]
    [InlineData("{{ 'ciao' | base64 }}", "Y2lhbw==")]
    [InlineData("{{ 'now' | date: '%Y-%m-%d' }}", "2027-05-06")]
    [InlineData("{{ Variables.Person.FirstName }}", "Zoe")]
    public async Task Template_IsRendered(string source, string expected)
    {
        bed.With("Name", "ann").With("Tags", new[] { "p", "q" }).With("Flag", true).With("Dec", 2.50m).With("Html", "<b>").With("Day", new DateOnly(2031, 2, 3))
            .With<object>("Data", new Dictionary<string, object?> { ["a"] = new Dictionary<string, object?> { ["b"] = 3 } })
            .With<object>("Text", """{"a":{"b":3}}""").With("Person", new Person("Zoe"));

        Assert.Equal(expected, await bed.TemplateAsync(source));
    }

    [Fact]
    public async Task Template_ThatDoesNotParse_GivesItsErrorAsText()
        => Assert.Contains("was expected", await bed.TemplateAsync("a {% if x %} b"), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Template_WantedAsNumber_IsConverted() => Assert.Equal(21, await bed.EvaluateAsync<int>("Liquid", "{{ 20 | plus: 1 }}"));

    [Theory]
    [InlineData("{% for i in (1..100000000) %}{% endfor %}")]
    [InlineData("{% assign n = 100000000 %}{% for i in (1..n) %}{% endfor %}")]
    [InlineData("{% assign a = (1..99999999) | size %}{{ a }}")]
    [InlineData("{% assign s = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}")]
    [InlineData("{% assign s = 'x' %}{% for i in (1..40) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}")]
    [InlineData("{% assign s = 'a' %}{% for i in (1..40) %}{% assign s = s | replace: 'a', 'aaaaaaaa' %}{% endfor %}")]
    [InlineData("{% assign a = 'a,b,c,d' | split: ',' %}{% for i in (1..40) %}{% assign a = a | concat: a %}{% endfor %}")]
    [InlineData("{% for i in (1..10000) %}{% for j in (1..10000) %}x{% endfor %}{% endfor %}")]
    public async Task Template_ThatWantsTooMuch_IsStopped(string source) => Assert.Equal(ExpressionErrorKind.Limit, await bed.ErrorOfTemplateAsync(source));

    [Theory]
    [InlineData("{% if true %}", "{% endif %}", 5_000)]
    [InlineData("{%- for i in (1..1) -%}", "{%- endfor -%}", 5_000)]
    [InlineData("{% capture a %}", "{% endcapture %}", 100_000)]
    [InlineData("{{ a[a", "] }}", 1)]
    public async Task Template_NestedTooDeep_IsRefusedBeforeItIsParsed(string open, string close, int depth)
    {
        var source = depth == 1
            ? open + string.Concat(Enumerable.Repeat("[a", 900)) + new string(']', 900) + close
            : string.Concat(Enumerable.Repeat(open, depth)) + "x" + string.Concat(Enumerable.Repeat(close, depth));

        Assert.StartsWith("\nThe template is", (await bed.TemplateAsync(source))!.Replace("A tag of the template", "The template is", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_OfManyTagsAfterEachOther_IsFine()
        => Assert.Equal(300, (await bed.TemplateAsync(string.Concat(Enumerable.Repeat("{% if true %}x{% endif %}", 300))))!.Length);

    private sealed record Person(string FirstName);
}
