using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Send.Persistence;

namespace Send.Host.Tests.Architecture;

/// <summary>No SQL Server runs in these tests; its parser at least reads what the migrations would send (ADR-0002).</summary>
public sealed class SqlServerScriptTests
{
    [Fact]
    public void Migrations_IdempotentScript_IsTransactSql()
    {
        var script = Script();

        Assert.Contains("CREATE TABLE [Cases]", script, StringComparison.Ordinal);
        Assert.Empty(Errors(script));
    }

    [Fact]
    public void Parser_BrokenStatement_IsFound() => Assert.NotEmpty(Errors("CREATE TABLE [Cases] ([Id] uniqueidentifier NOT"));

    private static IList<ParseError> Errors(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors;
    }

    private static string Script()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:Send"] = "Server=nowhere.example;Database=send",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSendPersistence(configuration).BuildServiceProvider();
        using var scope = services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<SendDbContext>();
        return context.GetInfrastructure().GetRequiredService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
    }
}
