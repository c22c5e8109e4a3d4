using System.Security.Cryptography;
using System.Text;
using Send.Engine.Serialization;

namespace Send.Engine.Execution;

/// <summary>Makes the hash by which bookmarks and triggers are found.</summary>
public static class BookmarkHasher
{
    /// <summary>
    /// SHA-256, in capitals, of the name and the stimulus as canonical JSON (keys in camel case and in order), so that a record and
    /// the plain data read back from it give the same hash.
    /// </summary>
    /// <param name="name">Name of the bookmark.</param>
    /// <param name="stimulus">What it waits for: a record or plain data; null for nothing in particular.</param>
    /// <param name="activityInstanceId">The execution that waits, if only that one may be meant.</param>
    public static string Hash(string name, object? stimulus, string? activityInstanceId = null)
    {
        var text = new StringBuilder(name);
        if (stimulus is not null)
        {
            text.Append('|').Append(PlainJson.Canonical(stimulus));
        }

        if (activityInstanceId is not null)
        {
            text.Append('|').Append(activityInstanceId);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
