using Hangfire.Dashboard;
using Send.Core.Staff;

namespace Send.Host.Infrastructure.Jobs;

/// <summary>The dashboard is for administrators; everybody else is told that there is nothing.</summary>
internal sealed class JobsDashboardAccess : IDashboardAuthorizationFilter
{
    public bool Authorize(DashboardContext context) => context.GetHttpContext().User is { Identity.IsAuthenticated: true } user && user.IsInRole(nameof(StaffRole.Administrator));
}
