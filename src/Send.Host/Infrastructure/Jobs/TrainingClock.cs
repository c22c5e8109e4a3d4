using Microsoft.EntityFrameworkCore;
using Send.Persistence;
using Send.Persistence.Time;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>Time of the whole system in training mode: real time plus an offset that is a row, so that it survives restarts. Timers still tick in real time.</summary>
public sealed class TrainingClock(MachineClock machine) : TimeProvider
{
    private static readonly AsyncLocal<DateTimeOffset?> Pretended = new();

    private long offset;

    /// <summary>How far it is ahead.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref offset));

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Pretended.Value ?? (machine.Time.GetUtcNow() + Offset);

    /// <summary>Makes the calling flow, and what it awaits, believe in another time; for demonstration data, whose past has to be lived through. Null ends it.</summary>
    internal static void Pretend(DateTimeOffset? at) => Pretended.Value = at;

    /// <summary>Reads the row, which another host may have moved.</summary>
    public async Task LoadAsync(SendDbContext db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        Raise(await db.Set<ClockOffset>().AsNoTracking().Where(row => row.Id == ClockOffset.TheOne).Select(row => row.Ticks).FirstOrDefaultAsync(ct));
    }

    /// <summary>Moves it to an instant; an earlier one leaves it where it is.</summary>
    public async Task MoveToAsync(DateTimeOffset instant, SendDbContext db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var row = await db.Set<ClockOffset>().FirstOrDefaultAsync(stored => stored.Id == ClockOffset.TheOne, ct);
        if (row is null)
        {
            row = new ClockOffset();
            db.Add(row);
        }

        row.Ticks = Math.Max(Math.Max(row.Ticks, Offset.Ticks), (instant - machine.Time.GetUtcNow()).Ticks);
        await db.SaveChangesAsync(ct);
        Raise(row.Ticks);
    }

    private void Raise(long ticks)
    {
        var known = Interlocked.Read(ref offset);
        while (ticks > known)
        {
            var seen = Interlocked.CompareExchange(ref offset, ticks, known);
            if (seen == known)
            {
                return;
            }

            known = seen;
        }
    }
}
