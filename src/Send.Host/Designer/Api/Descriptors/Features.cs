namespace Send.Host.Designer.Api.Descriptors;

/// <summary>The parts of Elsa that this server has, under Elsa's names. Studio hides what needs another one: `Elsa.Resilience` is not here, because our retries are Hangfire's.</summary>
internal static class Features
{
    /// <summary>Version of Elsa whose API this is.</summary>
    public const string ElsaVersion = "3.8.2";

    public static readonly IReadOnlyList<FeatureModel> All =
    [
        Of("Workflows", "Runs workflow definitions"),
        Of("Flowchart", "Runs flowcharts"),
        Of("WorkflowManagement", "Keeps definitions and instances"),
        Of("WorkflowDefinitions", "Keeps definitions"),
        Of("WorkflowInstances", "Keeps instances"),
        Of("WorkflowRuntime", "Starts and resumes workflows"),
        Of("WorkflowsApi", "Serves this API"),
        Of("RealTimeWorkflowUpdates", "Tells who watches an instance of its steps"),
        Of("Scheduling", "Runs timers and delays"),
        Of("JavaScript", "Evaluates JavaScript"),
        Of("Liquid", "Evaluates Liquid"),
        Of("Identity", "Signs people in"),
    ];

    private static FeatureModel Of(string name, string description) => new(name, "Elsa", $"Elsa.{name}", name, description);
}
