namespace Send.Core.Reference;

/// <summary>Finds the reference data of an installation: `workflows/reference` beside the program, or above it in a working copy.</summary>
public static class ReferenceFolder
{
    /// <summary>The folder; throws <see cref="ReferenceDataException"/> when there is none.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "workflows", "reference");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new ReferenceDataException($"There is no folder workflows/reference in {AppContext.BaseDirectory} or above it.");
    }
}
