using Send.Engine.Execution;
using Send.Engine.Tests.Execution;
using static Send.Engine.Tests.Execution.Definition;

namespace Send.Engine.Tests.Operations;

public sealed class VariableTests
{
    [Fact]
    public async Task Write_OfARunningInstance_IsConvertedStoredAndRead()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Sequence("s", Ask("t"), Line("l", "getN() + 1")), Variable("N", "Int32", "1"), Variable("Gone", "String", "x", isStored: false));

        Assert.True(await bed.Host.OperateAsync(instance.Id, Write("N", "41")));

        Assert.Equal(41, Assert.Single(VariableValues.Read(instance.Workflow, instance.State)).Value);
        Assert.Equal("VariablesChanged", instance.Journal[^1].EventName);
        Assert.Equal(WorkflowSubStatus.Suspended, instance.State.SubStatus);
        await bed.CompleteAsync(instance, "t");
        Assert.Equal("42", bed.Lines());
    }

    [Fact]
    public async Task Write_OfAnEndedInstance_IsIgnored()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Sequence("s", Line("l", "'x'")), Variable("N", "Int32", "1"));
        Assert.False(await bed.Host.OperateAsync(instance.Id, Write("N", 2)));
    }

    [Fact]
    public async Task Check_OfAValueThatDoesNotConvert_SaysSo()
    {
        await using var bed = new EngineTestBed();
        var instance = await bed.RunAsync(Sequence("s", Ask("t")), Variable("N", "Int32", "1"), Variable("Gone", "String", "x", isStored: false));
        var variable = VariableValues.Find(instance.Workflow, "vN")!;

        Assert.Contains("cannot be converted", VariableValues.Check(variable, "many"), StringComparison.Ordinal);
        Assert.Null(VariableValues.Check(variable, "7"));
        Assert.Null(VariableValues.Find(instance.Workflow, "Gone"));
    }

    private static WriteVariablesStimulus Write(string name, object? value) => new(new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = value });
}
