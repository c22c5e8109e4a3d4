using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Programmes;

namespace Send.Host.Features.Programmes;

/// <summary>A programme as the API shows it: its workflow, how long a stay may be, and the stages that its cases pass.</summary>
/// <param name="Code">`IVT`; first part of the codes of its cases.</param>
/// <param name="Name">As people say it.</param>
/// <param name="Workflow">Id of the workflow definition that runs its cases.</param>
/// <param name="MinDays">Shortest stay from the first to the last day of activity, both counted.</param>
/// <param name="MaxDays">Longest stay.</param>
/// <param name="WorkingDays">The limits count working days only.</param>
/// <param name="LeadDays">Days before departure at which the default plan begins; a case opened later is a late entry.</param>
/// <param name="Stages">In order.</param>
/// <param name="Open">Cases can be opened: its workflow is part of the product.</param>
internal sealed record ProgrammeType(
    string Code, LocalText Name, string Workflow, int MinDays, int MaxDays, bool WorkingDays, int LeadDays, IReadOnlyList<CaseStage> Stages, bool Open)
{
    public static ProgrammeType Of(Programme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return new(
            programme.Code, programme.Name, programme.Id, programme.MinDays, programme.MaxDays, programme.Counting == DayCounting.Working, programme.LeadDays, programme.Stages, programme.Available);
    }
}
