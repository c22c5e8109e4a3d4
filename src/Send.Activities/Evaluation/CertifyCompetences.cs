using Send.Activities.Tasks;
using Send.Core.Cases;
using Send.Core.Documents;
using Send.Core.Mail;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Activities.Evaluation;

/// <summary>Certificates: the content is reviewed, then the attendance certificate and the Europass Mobility are made and the participant is told (process.md H2, H8).</summary>
[Activity("Send", "Send", "Reviews the skills that were acquired, then makes the attendance certificate and the Europass Mobility and tells the participant.", DisplayName = "Certify competences", Kind = ActivityKind.Task)]
[FlowNode("Done")]
public sealed class CertifyCompetences : SingleTaskActivity
{
    /// <inheritdoc />
    [Input(DisplayName = "Role", Description = "Whose queue the task goes to.", DefaultValue = StaffRole.CertificationOfficer)]
    public override Input<StaffRole> Role { get; set; } = new(StaffRole.CertificationOfficer);

    /// <summary>Id of the attendance certificate.</summary>
    [Output(DisplayName = "Attendance certificate", Description = "Id of the attendance certificate.")]
    public Output<string>? AttendanceCertificate { get; set; }

    /// <summary>Id of the Europass Mobility.</summary>
    [Output(DisplayName = "Europass Mobility", Description = "Id of the Europass Mobility.")]
    public Output<string>? EuropassMobility { get; set; }

    /// <inheritdoc />
    protected override string Form => "certification";

    /// <inheritdoc />
    protected override CaseStage? StageOf(ActivityExecutionContext context) => CaseStage.Certification;

    /// <inheritdoc />
    protected override async ValueTask BeginAsync(ActivityExecutionContext context)
    {
        await context.GetRequiredService<CaseDesk>().ChangeStatusAsync(context.CaseId(), CaseStatus.Recognition, reason: null, context.CancellationToken);
        await base.BeginAsync(context);
    }

    /// <inheritdoc />
    protected override async ValueTask SubmittedAsync(ActivityExecutionContext context, SubmittedTask task)
    {
        context.Set(AttendanceCertificate, await PaperAsync(context, task, "attendance-certificate"));
        context.Set(EuropassMobility, await PaperAsync(context, task, "europass-mobility"));
        await context.GetRequiredService<CaseMails>()
            .QueueAsync(task.CaseId, "certificate-issued", MailRecipient.Participant, $"certificate/{task.Id:D}", values: null, context.CancellationToken);
        await base.SubmittedAsync(context, task);
    }

    private static async ValueTask<string> PaperAsync(ActivityExecutionContext context, SubmittedTask task, string kind)
    {
        var language = (string?)task.Data["language"] is "en" or "it" ? (string?)task.Data["language"] : null;
        var id = await context.GetRequiredService<DocumentDesk>().OrderAsync(task.CaseId, kind, language, task.Id, context.CancellationToken);
        return id.ToString("D");
    }
}
