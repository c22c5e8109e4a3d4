using System.Net;
using System.Net.Sockets;

namespace Send.TestKit.Processes;

/// <summary>Ports on 127.0.0.1.</summary>
public static class Loopback
{
    /// <summary>A TCP port that was free a moment ago; the caller tries again with another one when it is taken meanwhile.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>True when something accepts connections on the port.</summary>
    public static async Task<bool> AcceptsAsync(int port, CancellationToken ct)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
