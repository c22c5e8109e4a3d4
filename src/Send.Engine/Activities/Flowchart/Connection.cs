namespace Send.Engine.Activities.Flowchart.Models;

/// <summary>Leads from an outcome of one activity to another activity.</summary>
/// <param name="Source">Where it starts.</param>
/// <param name="Target">Where it ends.</param>
public sealed record Connection(Endpoint Source, Endpoint Target)
{
    /// <summary>Key under which a flowchart counts it, as Elsa writes it: <c>a:Done-&gt;b:In</c>.</summary>
    internal string Key { get; } = $"{Source.Activity.Id}:{Source.Port}->{Target.Activity.Id}:{Target.Port}";
}

/// <summary>One end of a connection.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Port">For a source the outcome, for a target the entry.</param>
public sealed record Endpoint(IActivity Activity, string Port);

/// <summary>When a join goes on.</summary>
public enum FlowJoinMode
{
    /// <summary>When all paths have arrived; skipped when one of them was not taken.</summary>
    WaitAll,

    /// <summary>When all paths that were taken have arrived.</summary>
    WaitAllActive,

    /// <summary>When the first path has arrived; the others are cancelled.</summary>
    WaitAny,
}

/// <summary>How an activity takes arriving tokens in the token based mode.</summary>
public enum MergeMode
{
    /// <summary>Runs on arrival unless something on the way to it is still open.</summary>
    Stream,

    /// <summary>Waits for a token on every forward connection.</summary>
    Merge,

    /// <summary>Waits for a token on every connection.</summary>
    Converge,

    /// <summary>The first arrival runs.</summary>
    Cascade,

    /// <summary>The first arrival runs and cancels the others.</summary>
    Race,
}
