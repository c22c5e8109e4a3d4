using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Send.Activities.Tasks;
using Send.Core;
using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Mail;
using Send.Core.Participants;
using Send.Core.Processes;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Engine.Extensions;
using Send.Persistence;
using Send.Persistence.Workflows;
using Send.TestKit.Hosting;

namespace Send.Benchmarks;

/// <summary>The product without its web host: store, engine, activities and use cases on one database, and one coordinator who works in it.</summary>
internal sealed class Office : IAsyncDisposable
{
    private static readonly Guid Coordinator = Guid.Parse("0198f6a0-0000-7000-8000-00000000c001");
    private readonly ServiceProvider services;
    private readonly Actor actor = new(Coordinator, "Bench", "en", [StaffRole.Coordinator]);
    private Guid participant;

    private Office(ServiceProvider services) => this.services = services;

    public static async Task<Office> OpenAsync(DatabaseProvider provider, string connectionString, CancellationToken ct)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = provider.ToString(),
            ["ConnectionStrings:Send"] = connectionString,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var workflows = Repository.Combine("workflows");
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(FormCatalog.Load(Path.Combine(workflows, "forms")))
            .AddSingleton(MailTemplates.Load(Path.Combine(workflows, "mails")))
            .AddSingleton(ReferenceData.Load(Path.Combine(workflows, "reference")))
            .AddSingleton(Options.Create(new MailOptions()))
            .AddSendEngine(engine => engine.AddActivitiesFrom<TaskActivity>())
            .AddSendPersistence(configuration)
            .AddCaseServices()
            .AddSendUseCases()
            .BuildServiceProvider();
        var office = new Office(services);
        await services.PrepareSendDatabaseAsync(ct);
        await services.GetRequiredService<DefinitionSeeder>().SeedAsync(workflows, ct);
        await office.HireAsync(ct);
        return office;
    }

    /// <summary>The columns of text that the model wants unique by themselves, without an id beside them, as `Table.Column`.</summary>
    public IReadOnlySet<string> UniqueTextColumns()
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<SendDbContext>().Model.GetEntityTypes()
            .SelectMany(type => type.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties).Append(type.FindPrimaryKey()?.Properties ?? []))
            .Where(key => key.All(p => p.ClrType == typeof(string)))
            .SelectMany(key => key)
            .Select(p => $"{p.DeclaringType.GetTableName()}.{p.GetColumnName()}")
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Opens a case, which starts its workflow and runs it to its first task.</summary>
    public async Task<Guid> StartCaseAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var request = new OpenCase
        {
            Programme = "IVT",
            ParticipantId = participant,
            Departure = today.AddDays(190),
            Return = today.AddDays(220),
            Destination = new CaseDestination("DE", "Leipzig"),
            OperationId = Guid.NewGuid(),
        };
        var opened = await InScopeAsync(s => s.GetRequiredService<OpenCaseHandler>().HandleAsync(request, actor, ct));
        return opened.Id;
    }

    /// <summary>The case's open task and the request that completes it with its first outcome.</summary>
    public async Task<CompleteTask> PrepareCompletionAsync(Guid caseId, CancellationToken ct)
    {
        var page = await InScopeAsync(s => s.GetRequiredService<InboxHandler>()
            .HandleAsync(new InboxQuery { View = InboxView.All, Case = caseId, Open = true }, actor, ct));
        var task = page.Items[0];
        var details = await InScopeAsync(s => s.GetRequiredService<TaskDetailsHandler>().HandleAsync(new TaskDetailsQuery(task.Id), actor, ct));
        var data = FormExamples.Of(details.Form, new FormContext(details.Context));
        return new CompleteTask(task.Id, details.Outcomes[0].Name, data, task.Revision, Guid.NewGuid());
    }

    /// <summary>Completes it, which runs the workflow to the next task.</summary>
    public Task<TaskCompletion> CompleteAsync(CompleteTask completion, CancellationToken ct) =>
        InScopeAsync(s => s.GetRequiredService<CompleteTaskHandler>().HandleAsync(completion, actor, ct));

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task HireAsync(CancellationToken ct)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var data = scope.ServiceProvider.GetRequiredService<SendDbContext>();
            data.Staff.Add(new StaffMember { Id = Coordinator, DisplayName = "Bench", Email = "bench@send.example", Roles = nameof(StaffRole.Coordinator) });
            await data.SaveChangesAsync(ct);
        }

        var person = new ParticipantData
        {
            GivenName = "Zoë",
            FamilyName = "Ferraro",
            BirthDate = new DateOnly(2006, 5, 14),
            Nationalities = ["IT"],
            Email = "zoe@participants.example",
            ResidenceCountry = "IT",
            Language = "it",
        };
        participant = (await InScopeAsync(s => s.GetRequiredService<CreateParticipantHandler>().HandleAsync(new CreateParticipant(person), actor, ct))).Id;
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<Result<T>>> work)
    {
        await using var scope = services.CreateAsyncScope();
        var result = await work(scope.ServiceProvider);
        return result.IsSuccess
            ? result.Value
            : throw new InvalidOperationException(string.Join('\n', result.Errors.Select(e => $"{e.Code} {e.Field}: {e.Message}")));
    }
}
