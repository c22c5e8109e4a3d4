using Send.Engine.Expressions;

namespace Send.Engine.Tests.Expressions;

public sealed class WellKnownTypesTests
{
    private readonly WellKnownTypes types = new();

    [Theory]
    [InlineData("Int32", false, typeof(int))]
    [InlineData("Int64", false, typeof(long))]
    [InlineData("Long", false, typeof(long))]
    [InlineData("String", true, typeof(string[]))]
    [InlineData("String[]", false, typeof(string[]))]
    [InlineData("List<Object>", false, typeof(ICollection<object>))]
    [InlineData("System.Int32, System.Private.CoreLib", false, typeof(int))]
    [InlineData(null, false, typeof(object))]
    [InlineData("DateOnly", false, typeof(DateOnly))]
    public void Name_IsResolved(string? name, bool isArray, Type expected) => Assert.Equal(expected, types.Resolve(name, isArray));

    [Theory]
    [InlineData("Acme.Unknown")]
    [InlineData("System.Diagnostics.Process, System.Diagnostics.Process")]
    [InlineData("List<Acme>")]
    public void Name_ThatIsNotRegistered_GivesNoType(string name) => Assert.Null(types.Resolve(name, isArray: false));

    [Fact]
    public void OwnType_IsNamedByItsAlias()
    {
        types.Register<Visa>("Visa");

        Assert.Equal(typeof(Visa), types.Resolve("Visa", isArray: false));
        Assert.Equal("Visa[]", types.GetAlias(typeof(Visa[])));
        Assert.Equal("List<Visa>", types.GetAlias(typeof(ICollection<Visa>)));
    }

    private sealed record Visa(string Country);
}
