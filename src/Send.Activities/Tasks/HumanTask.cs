using Send.Activities.Choices;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Processes;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Activities.Tasks;

/// <summary>A task with any form: the activity that coordinators compose with.</summary>
[Activity("Send", "Send", "Opens a task with a form for a role, waits until it is submitted, and goes on with its outcome.", DisplayName = "Human task", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class HumanTask : TaskActivity
{
    /// <summary>Id of the form, the name of a file below workflows/forms.</summary>
    [Input(DisplayName = "Form", Description = "Id of the form that the task shows, for example “eligibility-check”.", UIHint = InputUIHints.DropDown, UIHandler = typeof(FormOptions))]
    public Input<string> Form { get; set; } = new("");

    /// <summary>Title in the inbox; empty to use the form's.</summary>
    [Input(DisplayName = "Title", Description = "Title in the inbox. Empty: the title of the form.")]
    public Input<string?> Title { get; set; } = new((string?)null);

    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.Coordinator)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.Coordinator);

    /// <summary>Stage that the case moves to; empty to leave it.</summary>
    [Input(DisplayName = "Stage", Description = "Stage that the case moves to when the task opens, for example “Intake”. Empty: the case stays in its stage.", UIHint = InputUIHints.DropDown, UIHandler = typeof(StageOptions))]
    public Input<string?> Stage { get; set; } = new((string?)null);

    /// <summary>Outcomes of the form, each a port of the activity.</summary>
    [Input(DisplayName = "Outcomes", Description = "Outcomes that the form offers, each a port to connect. Empty: those of the form.", UIHint = InputUIHints.DynamicOutcomes)]
    public Input<ICollection<string>> Outcomes { get; set; } = new(new List<string>());

    /// <summary>Section under which the case keeps what was entered, for forms that name none.</summary>
    [Input(DisplayName = "Keep as", Description = "Section of the case's facts that keeps what was entered and the outcome, for forms that name no section themselves.")]
    public Input<string?> KeepAs { get; set; } = new((string?)null);

    /// <summary>The chosen outcome.</summary>
    [Output(DisplayName = "Outcome", Description = "The outcome that was chosen.")]
    public Output<string>? Outcome { get; set; }

    /// <summary>What was entered.</summary>
    [Output(DisplayName = "Data", Description = "The submitted form, field by field.")]
    public Output<object>? Data { get; set; }

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => Choice.Of<CaseStage>("Stage", context.Get(Stage));

    /// <inheritdoc />
    protected override ValueTask BeginAsync(ActivityExecutionContext context) =>
        OrderAsync(context, new TaskPart(context.Get(Form)!) { Title = context.Get(Title), Outcomes = [.. context.Get(Outcomes) ?? []] });

    /// <inheritdoc />
    protected override async ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        if (context.Get(KeepAs)?.Trim() is { Length: > 0 } section)
        {
            var facts = task.Data.DeepClone().AsObject();
            facts["outcome"] = task.Outcome;
            var change = ChangeContext.System(context.GetRequiredService<TimeProvider>());
            await context.GetRequiredService<FactBook>().WriteAsync(task.CaseId, section, facts, change, task.Id, context.CancellationToken);
        }

        context.Set(Outcome, task.Outcome);
        context.Set(Data, PlainValue.Of(task.Data));
        await context.CompleteActivityWithOutcomesAsync(task.Outcome);
    }
}
