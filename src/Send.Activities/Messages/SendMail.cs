using Send.Activities.Tasks;
using Send.Core.Mail;

namespace Send.Activities.Messages;

/// <summary>Writes a mail about the case from a template; it is sent after the step is committed.</summary>
[Activity("Send", "Send", "Writes a mail about the case from a template, in the language of whom it goes to. It is sent after the step; without an address nothing is written.", DisplayName = "Send mail")]
public sealed class SendMail : CodeActivity
{
    /// <summary>Id of the template, a file below workflows/mails.</summary>
    [Input(DisplayName = "Template", Description = "Id of the template below workflows/mails, for example “placement-confirmed”.", UIHint = InputUIHints.DropDown, UIHandler = typeof(Choices.MailOptions))]
    public Input<string> Template { get; set; } = new("");

    /// <summary>Who gets it.</summary>
    [Input(DisplayName = "To", Description = "Who gets it.", DefaultValue = MailRecipient.Participant)]
    public Input<MailRecipient> To { get; set; } = new(MailRecipient.Participant);

    /// <summary>Id of the mail; empty when the case has no address for that recipient.</summary>
    [Output(DisplayName = "Mail", Description = "Id of the mail; empty when the case has no address for the recipient.")]
    public Output<string>? Mail { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var recipient = context.Get(To);
        var id = await context.GetRequiredService<CaseMails>().QueueAsync(
            context.CaseId(), context.Get(Template) ?? "", recipient, $"activity/{context.Id}/{recipient}", values: null, context.CancellationToken);
        context.Set(Mail, id?.ToString("D"));
    }
}
