namespace Send.Core.Data;

/// <summary>A row whose <see cref="Version"/> is checked on write: a writer that read an older one is refused by the database (ADR-0005).</summary>
public interface IVersioned
{
    long Version { get; set; }
}
