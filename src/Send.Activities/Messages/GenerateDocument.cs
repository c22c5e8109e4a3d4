using Send.Activities.Choices;
using Send.Activities.Tasks;
using Send.Core.Documents;

namespace Send.Activities.Messages;

/// <summary>Orders a paper of the case; it is rendered after the step is committed.</summary>
[Activity("Send", "Send", "Makes a paper of the case from a template: learning agreement, attendance certificate, Europass Mobility. It is rendered as PDF after the step.", DisplayName = "Generate document")]
public sealed class GenerateDocument : CodeActivity
{
    /// <summary>Kind of the document, a template below workflows/documents.</summary>
    [Input(DisplayName = "Kind", Description = "Template below workflows/documents, for example “learning-agreement”.", UIHint = InputUIHints.DropDown, UIHandler = typeof(DocumentOptions))]
    public Input<string> Kind { get; set; } = new("");

    /// <summary>Language; empty for the participant's.</summary>
    [Input(DisplayName = "Language", Description = "“en” or “it”. Empty: the participant's language.", UIHint = InputUIHints.DropDown, UIHandler = typeof(LanguageOptions))]
    public Input<string?> Language { get; set; } = new((string?)null);

    /// <summary>Id of the document.</summary>
    [Output(DisplayName = "Document", Description = "Id of the document.")]
    public Output<string>? Document { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var id = await context.GetRequiredService<DocumentDesk>()
            .OrderAsync(context.CaseId(), context.Get(Kind) ?? "", context.Get(Language), taskId: null, context.CancellationToken);
        context.Set(Document, id.ToString("D"));
    }
}
