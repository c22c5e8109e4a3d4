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

    /// <summary>Seconds for which a host keeps an outbox item to itself: after a crash the item is taken up again when they have passed.</summary>
    [Range(8, 3600)]
    public int LeaseSeconds { get; set; } = 120;

    /// <summary>Days for which the answer to a request with an `operationId` is kept for its repetition.</summary>
    [Range(1, 3650)]
    public int OperationDays { get; set; } = 30;

    /// <summary><see cref="LeaseSeconds"/> as a time.</summary>
    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    /// <summary>How long one attempt may take: it is stopped an eighth of the lease before that ends, so that two hosts never work on one item.</summary>
    public TimeSpan Attempt => Lease * 0.875;
}
