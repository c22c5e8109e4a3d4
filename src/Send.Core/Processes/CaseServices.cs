using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Send.Core.Cases;
using Send.Core.Computations;
using Send.Core.Deadlines;
using Send.Core.Documents;
using Send.Core.Logistics;
using Send.Core.Mail;
using Send.Core.Reference;
using Send.Core.Tasks;
using Send.Core.Time;

namespace Send.Core.Processes;

/// <summary>Registers what the activities of workflows work with.</summary>
public static class CaseServices
{
    /// <summary>Adds the services of a step, all of one scope with its `SendData`. The caller also registers a `TimeProvider`, the form catalogue,
    /// <see cref="MailOptions"/> and the templates of <see cref="MailTemplates.Load"/>. Reference data that the caller did not register are read from the folder
    /// `workflows/reference` beside or above the program.</summary>
    public static IServiceCollection AddCaseServices(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => ReferenceData.Load(ReferenceFolder.Find()));
        services.AddScoped<CaseDesk>();
        services.AddScoped<CaseFiles>();
        services.AddScoped<FactBook>();
        services.AddScoped<DeadlineBook>();
        services.AddScoped<TaskDesk>();
        services.AddScoped<CaseComputations>();
        services.AddScoped<ReminderNotices>();
        services.AddScoped<ReminderSweepHandler>();
        services.AddScoped<MailComposer>();
        services.AddScoped<CaseMails>();
        services.AddScoped<DocumentDesk>();
        services.AddScoped<EntryDesk>();
        services.AddSingleton(provider => provider.GetRequiredService<ReferenceData>().Plan);
        services.AddSingleton(provider => Planner(provider.GetRequiredService<ReferenceData>()));
        services.AddSingleton(provider => Schedule(provider.GetRequiredService<ReferenceData>()));
        services.AddSingleton<MailRenderer>();
        services.AddSingleton<DocumentData>();
        return services;
    }

    private static DeadlinePlanner Planner(ReferenceData reference) => new(reference.Plan, reference.Holidays.Calendar(OfficeDay.Country));

    private static ReminderSchedule Schedule(ReferenceData reference) => new(reference.Reminders, reference.Holidays.Calendar(OfficeDay.Country));
}
