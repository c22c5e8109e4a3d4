namespace Send.TestKit.Processes;

/// <summary>A folder of its own below the system's temporary folder, removed with its content when disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder; <paramref name="purpose"/> becomes part of its name.</summary>
    public TemporaryFolder(string purpose) => Path = Directory.CreateTempSubdirectory($"send-{purpose}-").FullName;

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>Absolute path of a file or folder in it.</summary>
    public string Combine(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // A test removed it itself.
        }
        catch (IOException)
        {
            // A process that was killed may still be letting go of a file; the system's clean-up takes the rest.
        }
    }
}
