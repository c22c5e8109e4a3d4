using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Outbox;
using Send.Core.Time;

namespace Send.Core.Documents;

/// <summary>Orders papers of a case within the current step: the row with its data, and the outbox item that renders it after the commit.</summary>
public sealed class DocumentDesk(SendData data, CaseFiles files, DocumentData papers, TimeProvider clock)
{
    /// <summary>Orders a paper of that kind (a template below `workflows/documents`) in a language, by default the participant's; each order is a new edition.
    /// Returns the document's id.</summary>
    public async Task<Guid> OrderAsync(Guid caseId, string kind, string? language, Guid? taskId, CancellationToken ct)
    {
        var file = await files.OpenAsync(caseId, ct);
        language = string.IsNullOrWhiteSpace(language) ? file.Participant.Language : language.Trim();
        var change = ChangeContext.System(clock);
        await data.Documents.Where(row => row.CaseId == caseId && row.Kind == kind).LoadAsync(ct);
        var edition = data.Documents.Local.Where(row => row.CaseId == caseId && row.Kind == kind).Select(row => row.Edition).DefaultIfEmpty(0).Max() + 1;
        var number = $"{file.Case.Code}-{Initials(kind)}{edition}";
        var document = new CaseDocument
        {
            Id = Guid.CreateVersion7(change.At),
            CaseId = caseId,
            TaskId = taskId,
            Kind = kind,
            Title = DocumentTitles.Of(kind).In(language),
            Edition = edition,
            Language = language,
            Number = number,
            Data = papers.Of(file, kind, language, number, edition, clock.Today()).ToJsonString(),
            CreatedAt = change.At,
            CreatedBy = change.ActorName,
        };
        data.Documents.Add(document);
        data.Queue(OutboxKinds.Document, $"document/{document.Id:D}", new { documentId = document.Id }, caseId, change.At);
        data.Record(change, "document.ordered", caseId, taskId, new { kind, edition, language });
        return document.Id;
    }

    /// <summary>`LA` of `learning-agreement`.</summary>
    private static string Initials(string kind) => string.Concat(kind.Split('-').Select(word => char.ToUpperInvariant(word[0])));
}
