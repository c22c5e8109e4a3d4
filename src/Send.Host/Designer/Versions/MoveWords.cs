using Send.Engine.Migration;
using Send.Host.Localization;

namespace Send.Host.Designer.Versions;

/// <summary>Says in the reader's language what a move changes.</summary>
internal static class MoveWords
{
    public static string Of(Texts texts, MoveLine line)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[$"move.kind.{line.Kind}", line.Subject, line.Before, line.After];
    }

    /// <summary>Whether a value can be given for the variable.</summary>
    public static bool AsksForValue(MoveLine line) => line.Kind is VersionMoveKind.VariableWithoutValue or VersionMoveKind.VariableTypeMismatch;
}
