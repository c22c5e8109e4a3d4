using System.Text.Json.Nodes;
using Send.Engine.Expressions;

namespace Send.Engine.Tests.Expressions;

public sealed class JavaScriptTests
{
    private readonly ExpressionTestBed bed = new();

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1.5", "1.5")]
    [InlineData("2 ** 40", "1099511627776")]
    [InlineData("true", "True")]
    [InlineData("null", null)]
    [InlineData("undefined", null)]
    [InlineData("({a: 1, b: [true, 'x']})", """{"a":1,"b":[true,"x"]}""")]
    [InlineData("[1, 'è']", """[1,"è"]""")]
    [InlineData("'text'", "text")]
    public async Task Result_WantedAsText_IsWrittenAsElsaDoes(string source, string? expected)
        => Assert.Equal(expected, await bed.ScriptAsync<string>(source));

    [Theory]
    [InlineData("'true'", true)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("'yes'", false)]
    [InlineData("3 > 2", true)]
    public async Task Result_WantedAsBoolean_IsConvertedLeniently(string source, bool expected)
        => Assert.Equal(expected, await bed.ScriptAsync<bool>(source));

    [Fact]
    public async Task Statements_WithAndWithoutReturn_GiveTheLastValue()
    {
        Assert.Equal(3, await bed.ScriptAsync<int>("const a = 1; a + 2"));
        Assert.Equal(3, await bed.ScriptAsync<int>("const a = 1; return a + 2;"));
        Assert.Equal(3, await bed.ScriptAsync<int>("(async () => 3)()"));
    }

    [Fact]
    public async Task Variables_AreReadAndWrittenByAllThreeWays()
    {
        bed.With("orderNo", "A1").With("Count", 1).With<object?>("Data", null);

        Assert.Equal("A1A1A1", await bed.ScriptAsync<string>("getOrderNo() + variables.orderNo + getVariable('orderNo')"));
        await bed.ScriptAsync<object>("setCount(getCount() + 1)");
        Assert.Equal(2, bed.Value("Count"));
        await bed.ScriptAsync<object>("setVariable('Count', '7')");
        Assert.Equal(7, bed.Value("Count"));
        await bed.ScriptAsync<object>("variables.Data = {list: [1]}; variables.Data.list.push(2)");
        Assert.Equal("""{"list":[1,2]}""", PlainValue.ToJsonText(bed.Value("Data")));
    }

    [Fact]
    public async Task Variable_ChangedInPlace_KeepsTheChange()
    {
        bed.With<object?>("Data", new Dictionary<string, object?> { ["n"] = 1, ["list"] = new List<object?> { "a" } });

        await bed.ScriptAsync<object>("getData().n = 5; variables.Data.list.push('b')");

        Assert.Equal("""{"n":1,"list":["a","b"]}""".Length, PlainValue.ToJsonText(bed.Value("Data")).Length);
    }

    [Fact]
    public async Task NetLists_BehaveAsInElsa()
    {
        bed.With("L", new[] { "a", "b" });

        Assert.False(await bed.ScriptAsync<bool>("Array.isArray(getL())"));
        Assert.Equal("a-b2", await bed.ScriptAsync<string>("getL().join('-') + getL().length"));
        Assert.Equal(["a", "b", "c"], (await bed.ScriptAsync<string[]>("[...getL(), 'c']"))!);
        Assert.Equal(["""["a","b"]""", "c"], (await bed.ScriptAsync<string[]>("getL().concat(['c'])"))!);
        Assert.Equal("A,B", await bed.ScriptAsync<string>("getL().map(x => x.toUpperCase()).join()"));
    }

    [Fact]
    public async Task Values_OfNetTypes_AreUsable()
    {
        bed.With("T", new DateTimeOffset(2031, 1, 2, 3, 4, 5, TimeSpan.Zero)).With("Ts", TimeSpan.FromMinutes(5)).With("Day", new DateOnly(2031, 2, 3))
            .With("Json", JsonNode.Parse("""{"a":[1,2]}""")).With("Kind", DayOfWeek.Friday);

        Assert.Equal("1925089445000", await bed.ScriptAsync<string>("new Date(getT()).getTime()"));
        Assert.Equal("00:05:00", await bed.ScriptAsync<string>("'' + getTs()"));
        Assert.Equal(new DateOnly(2031, 2, 3), await bed.ScriptAsync<DateOnly>("getDay()"));
        Assert.Equal(3, await bed.ScriptAsync<int>("getJson().a.reduce((x, y) => x + y, 0)"));
        Assert.Equal("Friday", await bed.ScriptAsync<string>("getKind()"));
        Assert.Equal(TimeSpan.FromHours(2), await bed.ScriptAsync<TimeSpan>("TimeSpan.FromHours(2)"));
        Assert.Equal(new DateTimeOffset(2031, 1, 2, 0, 0, 0, TimeSpan.Zero), await bed.ScriptAsync<DateTimeOffset>("new Date(Date.UTC(2031, 0, 2))"));
    }

    [Fact]
    public async Task Date_IsTheProductsClockInUtc()
    {
        Assert.Equal("2027-05-06T07:08:09.000Z", await bed.ScriptAsync<string>("new Date().toISOString()"));
        Assert.Equal(7, await bed.ScriptAsync<int>("new Date().getHours()"));
    }

    [Fact]
    public async Task Functions_OfElsa_Work()
    {
        Assert.Equal("""{"x":1,"y":"z"}""", await bed.ScriptAsync<string>("toJson({x: 1, y: 'z'})"));
        Assert.True(await bed.ScriptAsync<bool>("isNullOrWhiteSpace(' ') && isNullOrEmpty(null) && !isNullOrEmpty(' ')"));
        Assert.Equal("ciao", await bed.ScriptAsync<string>("stringFromBase64(stringToBase64('ciao'))"));
        Assert.Equal("ciao", await bed.ScriptAsync<string>("bytesToString(bytesFromBase64(bytesToBase64(bytesFromString('ciao'))))"));
        Assert.NotEqual(Guid.Empty, await bed.ScriptAsync<Guid>("newGuid()"));
        Assert.Equal(Guid.Parse("11111111-2222-3333-4444-555555555555"), await bed.ScriptAsync<Guid>("parseGuid('11111111-2222-3333-4444-555555555555')"));
    }

    [Fact]
    public async Task Evaluation_LeavesNothingForTheNext()
    {
        await bed.ScriptAsync<object>("globalThis.leak = 1; Array.prototype.leak = 2; String.prototype.trim = () => 'broken'; 1");

        Assert.Equal("undefined undefined x", await bed.ScriptAsync<string>("typeof leak + ' ' + typeof [].leak + ' ' + ' x '.trim()"));
    }

    [Fact]
    public async Task Names_ReachedByGlobalThis_AreThere()
    {
        bed.With("A", "x");

        Assert.Equal("x", await bed.ScriptAsync<string>("globalThis['get' + 'A']()"));
    }

    [Fact]
    public async Task UnknownName_IsAnErrorWithItsPlace()
    {
        var error = await Assert.ThrowsAsync<ExpressionException>(() => bed.ScriptAsync<object>("const a = 1;\nnope + a"));

        Assert.Equal(ExpressionErrorKind.Runtime, error.Kind);
        Assert.Contains("nope", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
    }
}
