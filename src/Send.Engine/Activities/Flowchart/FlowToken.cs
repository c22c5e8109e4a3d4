using Send.Engine.Activities.Flowchart.Models;

namespace Send.Engine.Activities.Flowchart;

/// <summary>A token on a connection of a flowchart in the token based mode. Stored with the flowchart's execution.</summary>
internal sealed class FlowToken
{
    public string FromActivityId { get; set; } = "";

    public string Outcome { get; set; } = "";

    public string ToActivityId { get; set; } = "";

    /// <summary>True once the activity it leads to has run.</summary>
    public bool Consumed { get; set; }

    /// <summary>True if it stands for an arrival that is to be swallowed.</summary>
    public bool Blocked { get; set; }

    public static FlowToken For(Connection connection) => new()
    {
        FromActivityId = connection.Source.Activity.Id,
        Outcome = connection.Source.Port,
        ToActivityId = connection.Target.Activity.Id,
    };

    public static FlowToken BlockFor(Connection connection)
    {
        var token = For(connection);
        token.Blocked = true;
        return token;
    }

    public bool LeadsTo(IActivity activity) => string.Equals(ToActivityId, activity.Id, StringComparison.Ordinal);

    public bool IsOn(Connection connection) => LeadsTo(connection.Target.Activity)
        && string.Equals(FromActivityId, connection.Source.Activity.Id, StringComparison.Ordinal)
        && string.Equals(Outcome, connection.Source.Port, StringComparison.Ordinal);
}
