namespace Send.Core.Cases;

/// <summary>The stages that a case passes, shown as its progress. A programme type names those that it uses.</summary>
public enum CaseStage
{
    Intake,
    Needs,
    Programme,
    Placement,
    Agreement,
    Preparation,
    Departure,
    Stay,
    Return,
    Evaluation,
    Certification,
    Recognition,
    Closed,
}
