using Send.Engine.Models;

namespace Send.Engine;

/// <summary>The activity types that definitions may use.</summary>
public interface IActivityRegistry
{
    /// <summary>All types in all versions.</summary>
    IReadOnlyCollection<ActivityDescriptor> ListAll();

    /// <summary>The newest version of a type; null if the type is unknown.</summary>
    ActivityDescriptor? Find(string type);

    /// <summary>A version of a type; null if it is unknown.</summary>
    ActivityDescriptor? Find(string type, int version);
}
