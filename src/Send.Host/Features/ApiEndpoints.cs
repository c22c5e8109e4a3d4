using Send.Host.Features.Account;
using Send.Host.Features.Cases;
using Send.Host.Features.Clock;
using Send.Host.Features.Deadlines;
using Send.Host.Features.Documents;
using Send.Host.Features.Mails;
using Send.Host.Features.People;
using Send.Host.Features.Programmes;
using Send.Host.Features.Search;
using Send.Host.Features.Tasks;

namespace Send.Host.Features;

/// <summary>The HTTP API (docs: `/docs`).</summary>
internal static class ApiEndpoints
{
    public static WebApplication MapSendApi(this WebApplication app)
    {
        app.MapTokens();
        app.MapAccount();
        app.MapCaseExport();
        app.MapProgrammes();
        app.MapTasks();
        app.MapCases();
        app.MapParticipants();
        app.MapOrganisations();
        app.MapOffers();
        app.MapStaff();
        app.MapDeadlines();
        app.MapDocuments();
        app.MapMails();
        app.MapSearch();
        app.MapClock();
        return app;
    }
}
