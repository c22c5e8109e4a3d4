using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Processes;
using Send.Core.Auditing;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;
using Send.Engine.Definitions;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Simulation;

/// <summary>Runs simulations of one scene in one world, which is rewound between them.</summary>
internal sealed class SimulationRunner(SimulationWorld world, SimulationScene scene, OpenCase enrolment, SimulationLimits limits, FormCatalog forms, ReferenceData reference, string language)
{
    /// <summary>Makes the world of a scene: people and definitions are there, no case yet.</summary>
    public static async Task<Result<SimulationRunner>> PrepareAsync(
        SimulationWorld world, SimulationScene scene, SimulationLimits limits, FormCatalog forms, ReferenceData reference, string language, CancellationToken ct)
    {
        var seeded = await ScratchPeople.SeedAsync(world, scene, language, ct);
        if (!seeded.IsSuccess)
        {
            return Result<SimulationRunner>.Refused(seeded.Errors);
        }

        var enrolment = await ScratchPeople.EnrolmentAsync(world, scene, language, ct);
        if (!enrolment.IsSuccess)
        {
            return Result<SimulationRunner>.Refused(enrolment.Errors);
        }

        try
        {
            foreach (var definition in scene.Definitions)
            {
                await PublishAsync(world, definition, ct);
            }
        }
        catch (DefinitionException problem)
        {
            return new Error("simulation.definition", $"The definition cannot run: {problem.Message}", "/definitionId");
        }

        // Nothing begins by the clock but the case: workflows that a timer starts belong to nobody here.
        await world.DataAsync(db => db.Set<StoredTrigger>().Where(row => row.DueAt != null).ExecuteDeleteAsync(ct));
        world.Remember();
        return new SimulationRunner(world, scene, enrolment.Value, limits, forms, reference, language);
    }

    /// <summary>One simulation from the beginning: its result, and what it took.</summary>
    public async Task<Result<SimulationOutcome>> RunAsync(SimulationRequest request, int number, IProgress<SimulationProgress>? progress, CancellationToken hurry, CancellationToken ct)
    {
        world.Rewind();
        var opened = await world.UseAsync((OpenCaseHandler handler) => handler.HandleAsync(enrolment, ScratchPeople.Of(StaffRole.Coordinator, language), ct));
        if (!opened.IsSuccess)
        {
            return Result<SimulationOutcome>.Refused(opened.Errors);
        }

        var driver = new SimulationDriver(world, request, limits, new TaskFiller(world, forms, language), reference.Holidays.Calendar(OfficeDay.Country));
        var end = await driver.RunAsync(opened.Value.Id, number, progress, hurry, ct);
        var paths = await SimulationPaths.ReadAsync(world, ct);
        var report = new SimulationReport(world, scene with { Request = request }, forms, reference);
        var result = await report.ReadAsync(opened.Value.Id, end, driver, paths.Activities, paths.Incidents, ct);
        return new SimulationOutcome(result with { Paths = paths.Of(scene) }, paths, driver.Awaited);
    }

    private static async Task PublishAsync(SimulationWorld world, WorkflowDefinition definition, CancellationToken ct)
    {
        // Each in a step of its own, as the designer publishes; a draft that cannot run says so here.
        var result = await world.UseAsync((IProcessRunner runner) => runner.RunAsync<string>(
            async (step, token) => (await step.Services.GetRequiredService<DefinitionStore>().SaveAsync(definition, publish: true, ChangeContext.System(world.Clock), fileHash: null, token)).Id, ct));
        if (!result.IsSuccess)
        {
            throw new DefinitionException(definition.Source, "$", result.Errors[0].Message);
        }
    }
}

/// <summary>What one simulation brought.</summary>
/// <param name="Result">For people.</param>
/// <param name="Paths">What it took, to be added to that of other runs.</param>
/// <param name="Awaited">The first day on which the process waited for each event.</param>
internal sealed record SimulationOutcome(SimulationResult Result, SimulationPaths Paths, IReadOnlyDictionary<string, DateOnly> Awaited);
