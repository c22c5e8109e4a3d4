using Send.Core.Programmes;
using Send.Engine.Definitions;

namespace Send.Host.Designer.Simulation;

/// <summary>A request that was understood, with the definitions that its world gets.</summary>
/// <param name="Request">With every default filled in.</param>
/// <param name="Tested">The version to simulate.</param>
/// <param name="Shown">How the result names it.</param>
/// <param name="Programme">Whose rules the case has.</param>
/// <param name="Definitions">All definitions of the world, the tested version in its place; the one with the programme's id is what is started.</param>
internal sealed record SimulationScene(SimulationRequest Request, WorkflowDefinition Tested, SimulatedDefinition Shown, Programme Programme, IReadOnlyList<WorkflowDefinition> Definitions)
{
    /// <summary>When the case is opened: nine in the morning at the office.</summary>
    public DateTimeOffset Begins => At(Request.Enrolled!.Value, 9);

    /// <summary>A time of a day at the office.</summary>
    public static DateTimeOffset At(DateOnly day, int hour) => Send.Core.Time.OfficeDay.Begins(day).AddHours(hour);
}
