using System.ComponentModel.DataAnnotations;

namespace Send.Host.Designer.Simulation;

/// <summary>Section `Simulation`: what a simulation may take of the host.</summary>
public sealed class SimulationLimits
{
    public const string Section = "Simulation";

    /// <summary>Tasks, events and moves of the clock of one run.</summary>
    [Range(10, 20_000)]
    public int Steps { get; set; } = 1_500;

    /// <summary>Virtual years of one run.</summary>
    [Range(1, 20)]
    public int Years { get; set; } = 3;

    /// <summary>Real seconds of one run.</summary>
    [Range(1, 600)]
    public int Seconds { get; set; } = 60;

    /// <summary>Real seconds of the mode "all paths", all runs together.</summary>
    [Range(1, 3600)]
    public int PathsSeconds { get; set; } = 240;

    /// <summary>Runs of the mode "all paths".</summary>
    [Range(1, 1000)]
    public int Runs { get; set; } = 80;

    /// <summary>Simulations that this host runs at once; others wait for their turn.</summary>
    [Range(1, 16)]
    public int AtOnce { get; set; } = 2;

    /// <summary>Seconds for which a simulation waits for its turn before it is refused.</summary>
    [Range(0, 600)]
    public int PatienceSeconds { get; set; } = 20;
}
