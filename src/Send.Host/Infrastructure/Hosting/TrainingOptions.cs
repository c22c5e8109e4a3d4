namespace Send.Host.Infrastructure.Hosting;

/// <summary>Section `Training`: an installation to learn and try on, never beside real data.</summary>
internal sealed class TrainingOptions
{
    public const string Section = "Training";

    /// <summary>Demonstration accounts, the movable clock and a banner on every page.</summary>
    public bool Enabled { get; set; }

    /// <summary>Fills an empty database with people, hosts and a dozen cases.</summary>
    public bool DemonstrationData { get; set; } = true;
}
