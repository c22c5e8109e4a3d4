using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Staff;

namespace Send.Activities.Evaluation;

/// <summary>Evaluation of the mobility by the evaluator (process.md H7).</summary>
[Activity("Send", "Send", "Compares agreed and achieved outcomes, finds causes of gaps and scores host, lodging and support.", DisplayName = "Evaluate mobility", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class EvaluateMobility : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.Evaluator)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.Evaluator);

    /// <inheritdoc />
    protected override string Form => "mobility-evaluation";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Evaluation;
}
