using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Send.Persistence.Sqlite;

/// <summary>The database in a SQLite file. Whatever writes holds the host's write gate: a save, an explicit transaction, a single statement.</summary>
public sealed class SqliteSendDbContext(DbContextOptions<SqliteSendDbContext> options) : SendDbContext(options)
{
    private SqliteWriteGate? gate;

    internal bool TransactionHoldsGate { get; set; }

    internal bool CommandHoldsGate { get; set; }

    private bool HoldsGate => gate is not null;

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
    internal override bool Enter()
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
    internal override async Task<bool> EnterAsync(CancellationToken ct)
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

    internal override void Leave(bool entered)
    {
        if (entered)
        {
            var left = gate;
            gate = null;
            TransactionHoldsGate = CommandHoldsGate = false;
            left?.Leave();
        }
    }

    /// <summary>A new key is written by a connection of its own, which must not wait for this one.</summary>
    internal override void BeforeSecrets()
    {
        if (!HoldsGate)
        {
            Protection?.Warm();
        }
    }
}
