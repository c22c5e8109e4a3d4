using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Send.Core.Auditing;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Engine.Activities;
using Send.Engine.Definitions;

namespace Send.Persistence.Workflows;

/// <summary>Takes the definitions of `workflows/*.json` over at start: a changed file becomes a new published version. What a coordinator changed in the designer since is
/// never overwritten. A file that is wrong leaves the stored version in place; without one the host must not start.</summary>
public sealed partial class DefinitionSeeder(
    IProcessRunner runner, CompiledDefinitions compiled, DefinitionFiles report, TimeProvider clock, ILogger<DefinitionSeeder> logger)
{
    private const string Changed = "definition.changed";

    /// <summary>Throws <see cref="DefinitionFilesException"/> when a definition that has no stored version cannot be read.</summary>
    public async Task SeedAsync(string folder, CancellationToken ct)
    {
        var problems = new List<DefinitionFileProblem>();
        var missing = new List<DefinitionFileProblem>();
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var file = Path.GetFileName(path);
            var bytes = await File.ReadAllBytesAsync(path, ct);
            if (await SeedFileAsync(file, bytes, ct) is { } problem)
            {
                problems.Add(problem);
                LogProblem(logger, problem.Message);
                if (!await HasVersionAsync(Path.GetFileNameWithoutExtension(file), ct))
                {
                    missing.Add(problem);
                }
            }
        }

        report.Problems = problems;
        if (missing.Count > 0)
        {
            throw new DefinitionFilesException(missing);
        }
    }

    private async Task<DefinitionFileProblem?> SeedFileAsync(string file, byte[] bytes, CancellationToken ct)
    {
        WorkflowDefinition definition;
        try
        {
            definition = WorkflowDefinition.Parse(Encoding.UTF8.GetString(bytes), file);
            Check(definition, file);
        }
        catch (DefinitionException e)
        {
            return new(file, e.Message);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var taken = await runner.RunAsync<string>((step, token) => TakeAsync(step, definition, hash, token), ct);
        return taken.IsSuccess ? null : new(file, $"{file}: {taken.Errors[0].Message}", taken.Errors[0].Code == Changed);
    }

    private void Check(WorkflowDefinition definition, string file)
    {
        if (!string.Equals(definition.DefinitionId, Path.GetFileNameWithoutExtension(file), StringComparison.Ordinal))
        {
            throw new DefinitionException(file, "$.definitionId", $"is '{definition.DefinitionId}'; it must be the file's name without .json.");
        }

        var workflow = compiled.Compile(definition.ToJson(), file);
        if (workflow.Nodes.FirstOrDefault(node => node.Activity is NotFoundActivity) is { } unknown)
        {
            var type = ((NotFoundActivity)unknown.Activity).MissingTypeName;
            throw new DefinitionException(file, $"activity {unknown.NodeId}", $"has the type '{type}', which this host does not know.");
        }
    }

    private async Task<Result<string>> TakeAsync(ProcessStep step, WorkflowDefinition definition, string hash, CancellationToken ct)
    {
        var versions = await step.Data.Set<StoredDefinition>().AsNoTracking().Where(row => row.DefinitionId == definition.DefinitionId)
            .Select(row => new { row.IsLatest, row.IsPublished, row.FileHash }).ToListAsync(ct);
        if (versions.Exists(row => row.FileHash == hash))
        {
            return "known";
        }

        // A draft in the designer is a change of a coordinator's, and so is a file's version that was taken back.
        if (versions.Find(row => row.IsLatest) is { FileHash: null } or { IsPublished: false })
        {
            return new Error(Changed, "the workflow was changed in the designer since, so this file was not taken over. Export the designer's version into the file, or import the file there.");
        }

        var row = await step.Services.GetRequiredService<DefinitionStore>().SaveAsync(definition, publish: true, ChangeContext.System(clock), hash, ct);
        LogTaken(logger, row.DefinitionId, row.DefinitionVersion);
        return row.Id;
    }

    private async Task<bool> HasVersionAsync(string definitionId, CancellationToken ct)
    {
        var found = await runner.RunAsync<bool>(
            async (step, token) => await step.Data.Set<StoredDefinition>().AnyAsync(row => row.DefinitionId == definitionId && row.IsPublished, token), ct);
        return found.Value;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Workflow file not taken over: {Problem}")]
    private static partial void LogProblem(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Workflow {DefinitionId}: published version {DefinitionVersion} from its file")]
    private static partial void LogTaken(ILogger logger, string definitionId, int definitionVersion);
}
