using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Send.Persistence.Sqlite;

/// <summary>A transaction that a handler begins itself (BEGIN IMMEDIATE) holds the gate until it ends; one that is dropped unfinished holds it until its context is disposed.</summary>
internal sealed class SqliteTransactionGate : DbTransactionInterceptor
{
    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        if (eventData.Context is SqliteSendDbContext context && context.Enter())
        {
            context.TransactionHoldsGate = true;
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is SqliteSendDbContext context && await context.EnterAsync(cancellationToken))
        {
            context.TransactionHoldsGate = true;
        }

        return result;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Leave(eventData);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData);
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Leave(eventData);

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData);
        return Task.CompletedTask;
    }

    private static void Leave(DbContextEventData eventData) => (eventData.Context as SqliteSendDbContext)?.LeaveTransaction();
}
