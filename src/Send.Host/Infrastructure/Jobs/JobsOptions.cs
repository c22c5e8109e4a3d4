using System.ComponentModel.DataAnnotations;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Section `Jobs`.</summary>
public sealed class JobsOptions
{
    public const string Section = "Jobs";

    /// <summary>Seconds between two sweeps: how late a timer or reminder may be. A divisor of 60.</summary>
    [Range(1, 60)]
    public int SweepSeconds { get; set; } = 15;

    /// <summary>Jobs that this host runs at once.</summary>
    [Range(1, 64)]
    public int Workers { get; set; } = 4;
}
