using System.Globalization;

namespace Send.Host.Infrastructure.Hosting;

/// <summary>Where the host listens: `--urls` or the usual settings of ASP.NET Core, else 127.0.0.1 with the port of the variable `PORT`, else 5080.</summary>
internal static class AddressSetup
{
    private const int DefaultPort = 5080;
    private const int HighestPort = 65535;
    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    public static WebApplicationBuilder AddSendAddress(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var chosen = Settings.Any(name => !string.IsNullOrEmpty(configuration[name])) || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
        if (chosen)
        {
            return builder;
        }

        var port = DefaultPort;
        if (configuration["PORT"] is { Length: > 0 } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > HighestPort))
        {
            throw new InvalidOperationException($"PORT is '{text}'; it is a number from 0 to {HighestPort}.");
        }

        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        return builder;
    }
}
