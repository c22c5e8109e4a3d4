namespace Send.Host.Infrastructure.Jobs;

/// <summary>Real time, for what machines agree on (leases): it does not jump when the clock of the domain is moved in training.</summary>
public sealed record MachineClock(TimeProvider Time);
