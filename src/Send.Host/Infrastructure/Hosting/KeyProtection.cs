using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace Send.Host.Infrastructure.Hosting;

/// <summary>Encrypts the Data Protection keys in the database with a certificate, so that a copy of the database alone opens neither sensitive columns nor sessions.
/// Section `DataProtection`; without `Certificate:Path` the keys lie there as they are.</summary>
internal static partial class KeyProtection
{
    private const string Section = "DataProtection";

    /// <summary>After `AddSendPersistence`. Throws <see cref="InvalidOperationException"/> that names the setting when a certificate cannot be used.</summary>
    public static IServiceCollection AddSendKeyProtection(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (Read(configuration, $"{Section}:Certificate") is not { } certificate)
        {
            return services;
        }

        // Keys that an earlier certificate protects stay readable as long as that one is named.
        var former = configuration.GetSection($"{Section}:Former").GetChildren().Select(one => Read(configuration, one.Path)).OfType<X509Certificate2>();
        services.AddDataProtection().ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate([certificate, .. former]);
        return services;
    }

    /// <summary>Says at start that real data are kept beside keys that anybody can read.</summary>
    public static void WarnOfBareKeys(this WebApplication app, TrainingOptions training)
    {
        if (!training.Enabled && string.IsNullOrWhiteSpace(app.Configuration[$"{Section}:Certificate:Path"]))
        {
            LogBareKeys(app.Logger);
        }
    }

    private static X509Certificate2? Read(IConfiguration configuration, string name)
    {
        var path = configuration[$"{name}:Path"];
        if (string.IsNullOrWhiteSpace(path))
        {
            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, configuration[$"{name}:Password"]);
            return certificate.GetRSAPrivateKey() is null
                ? throw new InvalidOperationException($"{name}:Path: {path} holds no RSA private key; a PKCS #12 file (.pfx) with certificate and RSA key is needed.")
                : certificate;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{name}:Path: {path} cannot be opened as PKCS #12 file (.pfx) with the password in {name}:Password: {e.Message}", e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys that encrypt sensitive data lie unprotected in the database: set DataProtection:Certificate:Path")]
    private static partial void LogBareKeys(ILogger logger);
}
