using Microsoft.Extensions.DependencyInjection;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Documents;
using Send.Core.Forms;
using Send.Core.Mail;
using Send.Core.Organisations;
using Send.Core.Outbox;
using Send.Core.Participants;
using Send.Core.Placements;
using Send.Core.Search;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Core;

/// <summary>Registers the use cases: one handler each, scoped like the data they work on. The host adds the form catalogue and the process runner.</summary>
public static class CoreRegistration
{
    /// <summary>Every query and command of Core.</summary>
    public static IServiceCollection AddSendUseCases(this IServiceCollection services) =>
        services.AddTasks().AddCases().AddPeople().AddPapers();

    private static IServiceCollection AddTasks(this IServiceCollection services) => services
        .AddSingleton<ITaskTitles, CatalogTitles>()
        .AddSingleton<SensitiveFields>()
        .AddScoped<InboxHandler>()
        .AddScoped<InboxCountsHandler>()
        .AddScoped<TaskDetailsHandler>()
        .AddScoped<ClaimTaskHandler>()
        .AddScoped<ReleaseTaskHandler>()
        .AddScoped<AssignTaskHandler>()
        .AddScoped<WaitTaskHandler>()
        .AddScoped<CommentTaskHandler>()
        .AddScoped<SaveTaskDraftHandler>()
        .AddScoped<CompleteTaskHandler>()
        .AddScoped<MoveTaskDueHandler>();

    private static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<CaseNumbers>()
        .AddScoped<CaseListHandler>()
        .AddScoped<CaseDetailsHandler>()
        .AddScoped<CaseTimelineHandler>()
        .AddScoped<OpenCaseHandler>()
        .AddScoped<RaiseCaseEventHandler>()
        .AddScoped<AssignCaseOwnerHandler>()
        .AddScoped<DeadlineListHandler>()
        .AddScoped<PatchDeadlineHandler>()
        .AddScoped<SearchHandler>();

    private static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<StaffHandler>()
        .AddScoped<ParticipantListHandler>()
        .AddScoped<ParticipantHandler>()
        .AddScoped<CreateParticipantHandler>()
        .AddScoped<UpdateParticipantHandler>()
        .AddScoped<OrganisationListHandler>()
        .AddScoped<OrganisationHandler>()
        .AddScoped<CreateOrganisationHandler>()
        .AddScoped<UpdateOrganisationHandler>()
        .AddScoped<OfferListHandler>()
        .AddScoped<OfferHandler>()
        .AddScoped<CreateOfferHandler>()
        .AddScoped<UpdateOfferHandler>();

    private static IServiceCollection AddPapers(this IServiceCollection services) => services
        .AddScoped<CaseDocumentsHandler>()
        .AddScoped<DocumentFileHandler>()
        .AddScoped<UploadDocumentHandler>()
        .AddScoped<MailListHandler>()
        .AddScoped<MailHandler>()
        .AddScoped<DecideMailHandler>()
        .AddScoped<OutboxListHandler>()
        .AddScoped<RetryOutboxItemHandler>();
}
