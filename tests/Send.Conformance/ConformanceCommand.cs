using System.Text.Json;
using Send.Conformance.Cases;
using Send.Conformance.Comparing;

namespace Send.Conformance;

/// <summary>The command line: runs every case below a folder and prints what differs.</summary>
public static class ConformanceCommand
{
    /// <summary>Runs the command; 0 if nothing failed, 1 if something did, 2 if it was called wrongly.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken = default)
    {
        var isVerbose = arguments.Contains("--verbose", StringComparer.Ordinal);
        var folders = arguments.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToList();
        var isListing = arguments.Contains("--differences", StringComparer.Ordinal);
        var isRecording = arguments.Contains("--actual", StringComparer.Ordinal);
        if (folders is not [var folder] || !Directory.Exists(folder))
        {
            await output.WriteLineAsync("Usage: Send.Conformance [--verbose | --actual | --differences] FOLDER\n  FOLDER has cases below it; --actual prints what comes out of each, --differences prints entries for differences.json.");
            return 2;
        }

        if (isRecording)
        {
            return await PrintActualAsync(folder, output, cancellationToken);
        }

        var known = isListing ? DifferenceList.None : DifferenceList.Shipped;
        var results = new List<CaseResult>();
        foreach (var path in CaseFolder.FindPaths(folder))
        {
            var result = await RunOneAsync(path, known, cancellationToken);
            results.Add(result);
            if (isListing)
            {
                await output.WriteLineAsync(List(result));
                continue;
            }

            if (result.Verdict != CaseVerdict.Passed || isVerbose)
            {
                await output.WriteLineAsync(result.Describe());
            }

            foreach (var difference in result.Differences.Where(difference => isVerbose))
            {
                await output.WriteLineAsync($"    {(difference.IsSoft ? "(tolerated) " : "")}{difference}");
            }
        }

        return isListing ? 0 : await SummariseAsync(results, output);
    }

    private static async Task<int> PrintActualAsync(string folder, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var path in CaseFolder.FindPaths(folder))
        {
            await output.WriteLineAsync((await CaseRunner.RecordAsync(CaseFolder.Load(path), cancellationToken)).ToJsonString(Json.Indented));
        }

        return 0;
    }

    private static string List(CaseResult result)
    {
        var patterns = result.Differences.Where(difference => !difference.IsSoft).Select(difference => new DifferencePattern(difference.Path, difference.Expected, difference.Actual));
        return $"\"{result.Name}\": {JsonSerializer.Serialize(patterns, Json.ForLists)}";
    }

    private static async Task<CaseResult> RunOneAsync(string path, DifferenceList known, CancellationToken cancellationToken)
    {
        try
        {
            return await CaseRunner.RunAsync(CaseFolder.Load(path), known, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            return new(Path.GetFileName(path), CaseVerdict.Failed, [], [], e);
        }
    }

    private static async Task<int> SummariseAsync(List<CaseResult> results, TextWriter output)
    {
        var failed = results.Count(result => result.Verdict == CaseVerdict.Failed);
        if (results.Count(result => result.Verdict == CaseVerdict.DiffersOnPurpose) is > 0 and var onPurpose)
        {
            await output.WriteLineAsync($"{onPurpose} differ on purpose");
        }

        await output.WriteLineAsync($"{results.Count - failed} passed, {failed} failed");
        return failed == 0 && results.Count > 0 ? 0 : 1;
    }
}
