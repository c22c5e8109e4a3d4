using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Participants;

namespace Send.Persistence.Sqlite;

/// <summary>The database in a SQLite file. Whatever writes holds the host's write gate: a save, an explicit transaction, a single statement.</summary>
public sealed class SqliteSendDbContext(DbContextOptions<SqliteSendDbContext> options) : SendDbContext(options)
{
    private SqliteWriteGate? gate;

    internal bool TransactionHoldsGate { get; set; }

    internal bool CommandHoldsGate { get; set; }

    private bool HoldsGate => gate is not null;

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        WarmKeys();
        var entered = Enter();
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            Leave(entered);
        }
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        WarmKeys();
        var entered = await EnterAsync(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            Leave(entered);
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        Leave(HoldsGate);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Leave(HoldsGate);
    }

    /// <summary>Returns true when this call entered, false when the context was inside already (or has no gate, at design time).</summary>
    internal bool Enter()
    {
        if (HoldsGate || Application?.GetService<SqliteWriteGate>() is not { } next)
        {
            return false;
        }

        next.Enter();
        gate = next;
        return true;
    }

    /// <inheritdoc cref="Enter" />
    internal async Task<bool> EnterAsync(CancellationToken ct)
    {
        if (HoldsGate || Application?.GetService<SqliteWriteGate>() is not { } next)
        {
            return false;
        }

        await next.EnterAsync(ct);
        gate = next;
        return true;
    }

    internal void LeaveTransaction() => Leave(TransactionHoldsGate);

    internal void LeaveCommand() => Leave(CommandHoldsGate);

    private void Leave(bool entered)
    {
        if (entered)
        {
            var left = gate;
            gate = null;
            TransactionHoldsGate = CommandHoldsGate = false;
            left?.Leave();
        }
    }

    /// <summary>Only where something will be encrypted; looking at what is tracked must not scan for changes a second time.</summary>
    private void WarmKeys()
    {
        var detect = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        if (!HoldsGate && ChangeTracker.Entries<Participant>().Any())
        {
            Protection?.Warm();
        }

        ChangeTracker.AutoDetectChangesEnabled = detect;
    }
}
