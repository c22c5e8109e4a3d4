using Send.Engine.Expressions;

namespace Send.Engine.Tests.Expressions;

public sealed class ExpressionValidatorTests
{
    private readonly IExpressionValidator validator = new ExpressionTestBed().Validator;

    [Fact]
    public void Script_ThatDoesNotCompile_IsReportedWithItsPlace()
    {
        var problem = validator.Validate(new Expression("JavaScript", "const a = 1;\nconst b = ;"));

        Assert.NotNull(problem);
        Assert.Equal((2, 11), (problem.Line, problem.Column));
        Assert.False(problem.IsWarning);
    }

    [Fact]
    public void Template_ThatDoesNotParse_IsReportedWithItsPlace()
    {
        var problem = validator.Validate(new Expression("Liquid", "a\n{% nope %}"));

        Assert.NotNull(problem);
        Assert.Equal(2, problem.Line);
    }

    [Theory]
    [InlineData("JavaScript", "getX() > 1")]
    [InlineData("JavaScript", "")]
    [InlineData("JavaScript", "return 5")]
    [InlineData("Liquid", "{{ Variables.X }}")]
    [InlineData("Literal", "5")]
    [InlineData("Object", "[1]")]
    [InlineData("Variable", "x")]
    public void Expression_ThatIsRight_IsNotReported(string type, string value) => Assert.Null(validator.Validate(new Expression(type, value)));

    [Fact]
    public void Constant_ThatDoesNotConvert_IsAWarning()
    {
        var problem = validator.Validate(new Expression("Literal", "abc"), typeof(int));

        Assert.NotNull(problem);
        Assert.True(problem.IsWarning);
        Assert.Contains("abc", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Language_ThatIsUnknown_IsReported()
        => Assert.Contains("Python", validator.Validate(new Expression("Python", "1"))!.Message, StringComparison.Ordinal);
}
