using Send.Engine.Expressions;

namespace Send.Engine.Tests.Expressions;

/// <summary>Known ways to take a server's core or memory, or to get out, each of which must end in an error.</summary>
public sealed class JavaScriptSandboxTests
{
    private readonly ExpressionTestBed bed = new();

    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("for (;;);")]
    [InlineData("(function f() { f() })()")]
    [InlineData("const f = () => [...Array(60000)].map(f); f()")]
    [InlineData("let s = 'x'; for (;;) s = s + s")]
    [InlineData("let s = 'x'; for (;;) s = `${s}${s}`")]
    [InlineData("let s = 'x'; for (;;) s = s.concat(s, s, s, s)")]
    [InlineData("const a = []; for (;;) a.push('xxxxxxxxxxxxxxxx')")]
    [InlineData("'x'.repeat(2 ** 28)")]
    [InlineData("'x'.repeat('268435456')")]
    [InlineData("'x'.repeat({valueOf: () => 2 ** 28})")]
    [InlineData("'x'['rep' + 'eat'](2 ** 28)")]
    [InlineData("String.prototype.repeat.call('x', 2 ** 28)")]
    [InlineData("Reflect.apply(String.prototype.repeat, 'x', [2 ** 28])")]
    [InlineData("'x'.padStart(2 ** 28)")]
    [InlineData("'x'.padEnd(2 ** 28, 'ab')")]
    [InlineData("'x'.repeat(90000).replaceAll('x', 'y'.repeat(90000))")]
    [InlineData("'x'.repeat(9000).replace(/x/g, 'y'.repeat(90000))")]
    [InlineData("'x'.repeat(90000).replace(/x+/, '$&'.repeat(45000))")]
    [InlineData("Array(60000).fill('x'.repeat(90000)).join('')")]
    [InlineData("Array(60000).join('x'.repeat(90000))")]
    [InlineData("'' + Array(60000).fill('x'.repeat(90000))")]
    [InlineData("JSON.stringify(Array(60000).fill('x'.repeat(90000)))")]
    [InlineData("let a = []; for (let i = 0; i < 40; i++) a = [a, a]; JSON.stringify(a)")]
    [InlineData("let a = {}; for (let i = 0; i < 40; i++) a = {a, b: a}; JSON.stringify(a)")]
    [InlineData("let a = []; for (let i = 0; i < 40; i++) a = [a, a]; '' + a")]
    [InlineData("let a = []; for (let i = 0; i < 40; i++) a = [a, a]; a.flat(Infinity)")]
    [InlineData("let a = []; for (let i = 0; i < 40; i++) a = [a, a]; a")]
    [InlineData("let a = {}; a.a = a; a")]
    [InlineData("new Array(2 ** 31).fill(0)")]
    [InlineData("new Array(2 ** 28)")]
    [InlineData("Array.from({length: 2 ** 28})")]
    [InlineData("Array.prototype.fill.call({length: 2 ** 30}, 1)")]
    [InlineData("Array.prototype.includes.call({length: 2 ** 53 - 1}, 1)")]
    [InlineData("const a = []; a.length = 2 ** 32 - 1; a.sort()")]
    [InlineData("const g = function* () { for (;;) yield 1 }; [...g()]")]
    [InlineData("/(a+)+$/.test('a'.repeat(40) + 'b')")]
    [InlineData("new Proxy({}, {get() { for (;;); }}).x")]
    [InlineData("class A { static { for (;;); } }")]
    public async Task Script_ThatWantsTooMuch_IsStopped(string source) => Assert.Equal(ExpressionErrorKind.Limit, await bed.ErrorOfScriptAsync(source));

    [Theory]
    [InlineData("eval('1')")]
    [InlineData("new Function('return 1')()")]
    [InlineData("(() => {}).constructor('return 1')()")]
    [InlineData("({}).__proto__.constructor.constructor('return 1')()")]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')")]
    [InlineData("importNamespace('System')")]
    [InlineData("new ArrayBuffer(2 ** 30)")]
    [InlineData("new Uint8Array(2 ** 30)")]
    [InlineData("new Float64Array(5000000)")]
    [InlineData("getT().GetType().Assembly")]
    [InlineData("getL().GetType()")]
    [InlineData("TimeSpan.GetType()")]
    [InlineData("TimeSpan.FromHours.Method.DeclaringType.Assembly.FullName")]
    [InlineData("require('fs')")]
    [InlineData("process.exit()")]
    [InlineData("new Promise(() => {})")]
    [InlineData("throw new Error('x')")]
    public async Task Script_ThatWantsOut_IsAnError(string source)
    {
        bed.With("T", DateTimeOffset.UnixEpoch).With("L", new List<string> { "a" });

        Assert.Equal(ExpressionErrorKind.Runtime, await bed.ErrorOfScriptAsync(source));
    }

    [Theory]
    [InlineData("getL().Capacity = 2 ** 30")]
    [InlineData("getL().EnsureCapacity")]
    [InlineData("getT().GetType")]
    [InlineData("DateTime.Now")]
    [InlineData("DateTimeOffset.UtcNow")]
    public async Task Member_ThatIsHidden_HasNoEffect(string source)
    {
        var list = new List<string> { "a" };
        bed.With("T", DateTimeOffset.UnixEpoch).With("L", list);

        Assert.Equal("undefined", await bed.ScriptAsync<string>($"const value = {source}; typeof (value === 2 ** 30 ? undefined : value)"));
        Assert.True(list.Capacity < 100);
    }

    [Theory]
    [InlineData("getBig().concat(getBig(), getBig()).repeat(100000)")]
    [InlineData("(getBig()).replaceAll('x', getBig())")]
    [InlineData("`${[getBig()].join(getBig()).padEnd(2 ** 28)}`")]
    [InlineData("[...getBig()].map(() => getBig()).join('')")]
    [InlineData("JSON.stringify([getBig()].concat([getBig()])).repeat(2 ** 20)")]
    [InlineData("Array(2 ** 31)")]
    public async Task Expression_ThatLooksSimple_IsStoppedAsWell(string source)
    {
        bed.With("Big", new string('x', 60_000));

        Assert.Equal(ExpressionErrorKind.Limit, await bed.ErrorOfScriptAsync(source));
    }

    [Theory]
    [InlineData("getData().self = getData()")]
    [InlineData("getData().list.push(getData())")]
    [InlineData("getData().x = {y: {z: [getData()]}}; throw new Error('after')")]
    [InlineData("for (let i = 0; i < 60; i++) getData().a = {a: getData().a}; 1")]
    [InlineData("for (let i = 0; i < 25; i++) getData().a = {a: getData().a, b: getData().a}; 1")]
    public async Task Variable_PutIntoItself_IsCutOff(string source)
    {
        var data = new Dictionary<string, object?> { ["a"] = new Dictionary<string, object?>(), ["list"] = new List<object?> { 1 }, ["kept"] = "yes" };
        bed.With<object>("Data", data);

        Assert.Equal(ExpressionErrorKind.Limit, await bed.ErrorOfScriptAsync(source));
        Assert.Contains("\"kept\":\"yes\"", PlainValue.ToJsonText(data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_NestedTooDeep_DoesNotCompile()
    {
        Assert.Equal(ExpressionErrorKind.Syntax, await bed.ErrorOfScriptAsync("1" + string.Concat(Enumerable.Repeat("+1", 50_000))));
        Assert.Equal(ExpressionErrorKind.Syntax, await bed.ErrorOfScriptAsync(new string('(', 50_000) + "1" + new string(')', 50_000)));
    }

    [Fact]
    public async Task Script_OfACancelledBurst_IsNotRun()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bed.ScriptAsync<object>("for (;;);", source.Token));
    }

    [Fact]
    public async Task Scripts_AtTheSameTime_HaveLimitsOfTheirOwn()
    {
        const string source = "let n = 0; for (let i = 0; i < 20000; i++) n += i; n";

        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => bed.ScriptAsync<double>(source))));

        Assert.All(results, result => Assert.Equal(199_990_000, result));
    }

    [Fact]
    public async Task Script_AfterOneThatWasStopped_Runs()
    {
        await bed.ErrorOfScriptAsync("for (;;);");

        Assert.Equal(2, await bed.ScriptAsync<int>("1 + 1"));
    }
}
