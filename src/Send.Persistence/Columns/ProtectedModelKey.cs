using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Send.Persistence.Columns;

/// <summary>EF keeps one model per context type in a process; ours holds the key ring's converter, so that two hosts in one process (tests) need a model each.</summary>
internal sealed class ProtectedModelKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as SendDbContext)?.Protection, designTime);
}
