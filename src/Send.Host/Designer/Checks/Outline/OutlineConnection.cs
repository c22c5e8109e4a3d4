using System.Text.Json;

namespace Send.Host.Designer.Checks.Outline;

/// <summary>A connection of a flowchart as it is written: ids may name activities that are not there.</summary>
internal sealed record OutlineConnection(string Source, string Port, string Target)
{
    /// <summary>Null for what names no two activities.</summary>
    public static OutlineConnection? Read(JsonElement json) =>
        json.Object("source") is { } source && json.Object("target") is { } target && source.Text("activity") is { } from && target.Text("activity") is { } to
            ? new(from, source.Text("port") is { Length: > 0 } port ? port : "Done", to)
            : null;
}
