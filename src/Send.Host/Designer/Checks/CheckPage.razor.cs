using Microsoft.AspNetCore.Components;
using Send.Core.Staff;
using Send.Host.Components.Session;
using Send.Host.Designer.Publishing;
using Send.Host.Localization;

namespace Send.Host.Designer.Checks;

/// <summary>The check of a workflow before it is published, and the publication.</summary>
public sealed partial class CheckPage
{
    private readonly Load<CheckedDraft> draft = new();
    private bool busy;
    private bool published;

    [Inject]
    public required Texts T { get; init; }

    [Inject]
    public required UserSession User { get; init; }

    [Inject]
    public required Ask Ask { get; init; }

    [Inject]
    public required Answers Answers { get; init; }

    [Inject]
    public required Dialogs Dialogs { get; init; }

    [Parameter]
    public string DefinitionId { get; set; } = "";

    private string Editor => $"/designer/workflows/definitions/{Uri.EscapeDataString(DefinitionId)}/edit";

    private string Versions => $"designer/versions/{Uri.EscapeDataString(DefinitionId)}";

    protected override async Task OnParametersSetAsync()
    {
        draft.Reset();
        published = false;
        await ReadAsync();
    }

    private async Task ReadAsync() =>
        draft.Take(await Ask.ForAsync((DraftCheck check, Actor actor) => check.HandleAsync(DefinitionId, actor, CancellationToken.None)));

    private async Task PublishAsync(CheckedDraft view)
    {
        var warnings = view.Warnings.ToList();
        if (warnings.Count > 0 && !await Dialogs.ConfirmAsync(
            T["publishing.anywayTitle"], string.Join('\n', warnings.Select(warning => "• " + warning.Message)), T["publishing.anyway"]))
        {
            return;
        }

        busy = true;
        var answer = await Ask.DoAsync((PublishDefinition publish, Actor actor) => publish.RunAsync(DefinitionId, actor, acceptWarnings: warnings.Count > 0, CancellationToken.None));
        busy = false;
        if (!answer.IsSuccess)
        {
            Answers.Refuse(answer.Errors);
        }

        // Somebody may have changed the draft since the check: then the fresh findings are shown, and are asked for again.
        published = answer.IsSuccess && answer.Value.Status == PublishStatus.Published;
        await ReadAsync();
    }

    private string Lead(CheckedDraft view) => view.Definition.Published is { } current && !view.Version.IsPublished
        ? T["publishing.leadReplaces", view.Version.Number, current.Number]
        : T["publishing.lead", view.Version.Number];

    private static int Others(CheckedDraft view) => view.Definition.Versions.Where(version => version.Id != view.Version.Id).Sum(version => version.Running);

    /// <summary>What happens to running cases: "12 cases stay on version 3."</summary>
    private string Staying(CheckedDraft view) => string.Join(' ', view.Definition.Versions.Where(version => version.Id != view.Version.Id && version.Running > 0)
        .Select(version => T.Count("publishing.stay", version.Running, version.Number)));
}
