using Microsoft.EntityFrameworkCore;

namespace Send.Core.Data;

/// <summary>Versions of rows that are not written yet.</summary>
public static class Versions
{
    /// <summary>The version that the row will have after the write: a new row gets 1, a changed one the next, an unchanged one keeps its own.</summary>
    public static long NextVersion(this SendData data, IVersioned row)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Entry(row).State switch
        {
            EntityState.Added => 1,
            EntityState.Modified => row.Version + 1,
            _ => row.Version,
        };
    }
}
