namespace Send.Core.Participants;

/// <summary>What a participant does at home (process.md A2).</summary>
public static class ParticipantStatuses
{
    public static readonly IReadOnlyList<string> All =
    [
        "vocationalStudent", "apprentice", "trainee", "employee", "freelance", "unemployed", "trainer", "guidance", "hr", "policyMaker", "entrepreneur",
    ];
}
