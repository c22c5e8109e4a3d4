using Send.Core.Forms;

namespace Send.Host.Designer.Api.Descriptors;

/// <summary>The lists behind the settings of a workflow. Only what the engine obeys is offered.</summary>
internal static class Strategies
{
    /// <summary>How many workflows may run beside each other. Names are those that Elsa keeps in definitions.</summary>
    public static IReadOnlyList<StrategyModel> Activation(string language) =>
    [
        Of("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", new("Always", "Sempre"),
            new("Every start makes a new instance.", "Ogni avvio crea una nuova istanza."), language),
    ];

    /// <summary>What a fault does to the rest of the workflow.</summary>
    public static IReadOnlyList<StrategyModel> Incidents(string language) =>
    [
        Of("ContinueWithIncidentsStrategy", new("Continue with incidents", "Continua con gli incidenti"),
            new("The branch stops with an incident; the other branches go on.", "Il ramo si ferma con un incidente; gli altri rami continuano."), language),
        Of("FaultStrategy", new("Fault", "Errore"),
            new("The whole workflow stops and waits for a coordinator.", "L’intero processo si ferma e aspetta un coordinatore."), language),
    ];

    /// <summary>Where variables are kept. Instances keep all their variables with their state; a variable without a driver lives as long as a step.</summary>
    public static IReadOnlyList<StorageDriverModel> Storage(string language) =>
    [
        new("WorkflowInstanceStorageDriver", new LocalText("With the workflow", "Con il processo").In(language), 5, Deprecated: false),
        new("MemoryStorageDriver", new LocalText("In memory, for one step", "In memoria, per un passo").In(language), 0, Deprecated: false),
    ];

    private static StrategyModel Of(string typeName, LocalText name, LocalText description, string language) => new(name.In(language), description.In(language), typeName);
}
