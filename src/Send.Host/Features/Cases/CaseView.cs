using System.Text.Json.Nodes;
using Send.Core.Cases;

namespace Send.Host.Features.Cases;

/// <summary>A case as the API shows it: what callers look for first on top, everything else in <see cref="Details"/>.</summary>
internal sealed record CaseView(
    Guid Id,
    string Code,
    string Programme,
    CaseStatus Status,
    CaseStage Stage,
    DateOnly Departure,
    DateOnly Start,
    DateOnly End,
    DateOnly Return,
    CaseDestination Destination,
    PersonSummary Participant,
    IReadOnlyList<StageProgress> Progress,
    IReadOnlyDictionary<string, JsonObject> Facts,
    CaseDetails Details,
    long Revision)
{
    public static CaseView Of(CaseDetails details) => new(
        details.Case.Id,
        details.Case.Code,
        details.Case.Programme,
        details.Case.Status,
        details.Case.Stage,
        details.Case.Departure,
        details.Case.Start,
        details.Case.End,
        details.Case.Return,
        new(details.Case.Country, details.Case.City),
        details.Participant,
        details.Progress,
        details.Facts.ToDictionary(facts => facts.Section, facts => facts.Data.DeepClone().AsObject(), StringComparer.Ordinal),
        details,
        details.Case.Revision);
}
