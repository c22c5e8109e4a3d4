using Send.Core.Cases;

namespace Send.Core.Programmes;

/// <summary>The programme types of Send (process.md section 1).</summary>
public static class ProgrammeCatalog
{
    private static readonly CaseStage[] Full = Enum.GetValues<CaseStage>();

    /// <summary>All of them, in the order of the brief.</summary>
    public static readonly IReadOnlyList<ProgrammeType> All =
    [
        new("IVT", new("Initial vocational training", "Formazione professionale iniziale"), "initial-vocational-training", 10, 365, false, 120, Full, true),
        new("LMP", new("Placement on the labour market", "Tirocinio per il mercato del lavoro"), "labour-market-placement", 14, 180, false, 120, Full, false),
        new("CPV", new("Company visit", "Visita aziendale"), "company-visit", 5, 30, true, 90, Short, false),
        new("STV", new("Study visit", "Visita di studio"), "study-visit", 3, 10, true, 90, Short, false),
        new("TRC", new("Training course abroad", "Corso di formazione all'estero"), "training-course", 5, 240, false, 90, Short, false),
        new("ENT", new("Exchange of entrepreneurs", "Scambio tra imprenditori"), "entrepreneur-exchange", 5, 60, false, 90, Full, false),
    ];

    private static CaseStage[] Short => [.. Full.Except([CaseStage.Certification, CaseStage.Recognition])];

    /// <summary>The programme of that code or workflow id, in any letter case; null when there is none.</summary>
    public static ProgrammeType? Find(string? codeOrWorkflow) => All.FirstOrDefault(programme =>
        string.Equals(programme.Code, codeOrWorkflow, StringComparison.OrdinalIgnoreCase)
        || string.Equals(programme.Workflow, codeOrWorkflow, StringComparison.OrdinalIgnoreCase));
}
