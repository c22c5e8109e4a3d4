using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Send.Host.Tests.Persistence;

/// <summary>Lets the n-th write of a save fail, or the commit itself, as a database that dies would.</summary>
internal sealed class FailingWrites : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int left = int.MaxValue;

    /// <summary>The next save's writes that succeed before one fails; negative for none of them, but the commit fails.</summary>
    public int FailAfter
    {
        set => left = value;
    }

    public bool FailCommit { get; set; }

    public int Failures { get; private set; }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Count(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count(eventData);
        return ValueTask.FromResult(result);
    }

    public InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) => Commit(result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Commit(result));

    private void Count(CommandEventData eventData)
    {
        if (eventData.CommandSource == CommandSource.SaveChanges && left-- == 0)
        {
            Failures++;
            throw new InvalidOperationException("The disk is full.");
        }
    }

    private InterceptionResult Commit(InterceptionResult result)
    {
        if (!FailCommit)
        {
            return result;
        }

        Failures++;
        throw new InvalidOperationException("The plug was pulled.");
    }
}
