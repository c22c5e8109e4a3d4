using Send.Core.Deadlines;
using Send.Core.Forms;
using Send.Core.Participants;

namespace Send.Core.Cases;

/// <summary>Enrols a person: opens a case under a programme and starts its workflow. Either <see cref="ParticipantId"/> or <see cref="Participant"/> is given;
/// start and end default to the days after departure and before return.</summary>
public sealed record OpenCase
{
    /// <summary>Programme code, `IVT`, or the workflow's id, `initial-vocational-training`.</summary>
    public string? Programme { get; init; }

    public Guid? ParticipantId { get; init; }

    /// <summary>The new participant.</summary>
    public ParticipantData? Participant { get; init; }

    public DateOnly? Departure { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    public DateOnly? Return { get; init; }

    public CaseDestination? Destination { get; init; }

    public Guid? SendingOrganisationId { get; init; }

    /// <summary>The coordinator who answers for the case; the actor when null.</summary>
    public Guid? OwnerId { get; init; }

    public string? Funder { get; init; }

    public Guid? OperationId { get; init; }
}

/// <summary>Where the person goes: ISO 3166-1 alpha-2 country, and the city where it is known.</summary>
public sealed record CaseDestination(string? Country, string? City = null);

/// <summary>The case that was opened. <paramref name="Late"/>: steps whose day had passed by then, in the order of the work, with the day on which they are due instead.</summary>
public sealed record OpenedCase(Guid Id, string Code, Guid ParticipantId, Guid WorkflowInstanceId, IReadOnlyList<LateStep> Late);

/// <summary>A step of the plan that could not be done in time any more when the case was opened.</summary>
public sealed record LateStep(string Code, LocalText Name, DateOnly Due)
{
    /// <summary>Those of a plan.</summary>
    public static IReadOnlyList<LateStep> Of(StayPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Steps.Where(step => step.Compressed).Select(step => new LateStep(step.Step.Code, step.Step.Name, step.Due))];
    }
}
