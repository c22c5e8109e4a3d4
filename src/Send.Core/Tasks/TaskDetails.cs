using System.Text.Json.Nodes;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Documents;
using Send.Core.Forms;

namespace Send.Core.Tasks;

/// <summary>A task with all that its page shows.</summary>
public sealed record TaskDetails
{
    public required InboxRow Task { get; init; }

    /// <summary>Why the task exists, one sentence.</summary>
    public required LocalText Purpose { get; init; }

    public required FormDefinition Form { get; init; }

    /// <summary>The outcomes offered, in order; the first is the primary one.</summary>
    public required IReadOnlyList<FormOutcome> Outcomes { get; init; }

    /// <summary>The form's values: what was submitted, else the draft, else what is known already.</summary>
    public required JsonObject Data { get; init; }

    /// <summary>Field id → context path, for values that were filled in from what is known (`case.departure`, `facts.needs.summary`).</summary>
    public required IReadOnlyDictionary<string, string> Origins { get; init; }

    /// <summary>What activities computed for this task (match ranking, checks), shown by the form's panels.</summary>
    public JsonObject? Computed { get; init; }

    /// <summary>What the form's conditions refer to: `case`, `participant`, `sending`, `host`, `offer`, `facts`, `computed`, `task`; without sensitive values.</summary>
    public required JsonObject Context { get; init; }

    /// <summary>Offers that exist, those that fit first: examples for fields that name one. Empty for forms without such fields.</summary>
    public required IReadOnlyList<Guid> OfferExamples { get; init; }

    public required CaseRow Case { get; init; }

    public required TaskAbilities May { get; init; }

    public required IReadOnlyList<DocumentRow> Documents { get; init; }

    /// <summary>The last events of the case, newest first.</summary>
    public required IReadOnlyList<HistoryRow> History { get; init; }

    /// <summary>Remarks on this task, oldest first.</summary>
    public required IReadOnlyList<CommentRow> Comments { get; init; }
}

/// <summary>What the reader may do with the task now.</summary>
public sealed record TaskAbilities(bool Claim, bool Release, bool Assign, bool Work, bool MoveDue);

/// <summary>A remark of a colleague.</summary>
public sealed record CommentRow(Guid Id, string AuthorName, DateTimeOffset At, string Text);
