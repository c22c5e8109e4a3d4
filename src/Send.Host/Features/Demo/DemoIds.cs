using System.Security.Cryptography;
using System.Text;

namespace Send.Host.Features.Demo;

/// <summary>Operation ids that are the same at every start, so that a seeding that was interrupted goes on where it stopped.</summary>
internal static class DemoIds
{
    public static Guid Operation(string what) => new(SHA256.HashData(Encoding.UTF8.GetBytes("send-demo/" + what)).AsSpan(0, 16));
}
