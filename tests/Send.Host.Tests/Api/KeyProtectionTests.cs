using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Send.Host.Infrastructure.Hosting;
using Send.TestKit.Databases;
using Send.TestKit.Processes;

namespace Send.Host.Tests.Api;

/// <summary>The keys of Data Protection in the database, with a certificate and without.</summary>
[Collection(ApiCollection.Name)]
public sealed class KeyProtectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new("keys");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Certificate_EncryptsTheKeys_AndAnotherHostWithItReadsThem()
    {
        var settings = Settings(Certificate("keys.pfx"));
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, CancellationToken.None);
        await using (var first = new ApiHost(database, settings, ownsDatabase: false))
        {
            await ApiClient.AsAsync(first, "coordinator");
            var keys = await first.InScopeAsync(db => db.DataProtectionKeys.Select(row => row.Xml!).ToListAsync());
            Assert.NotEmpty(keys);
            Assert.All(keys, xml => Assert.Contains("X509Certificate", xml, StringComparison.Ordinal));
        }

        await using var second = new ApiHost(database, settings);
        (await (await ApiClient.AsAsync(second, "coordinator")).GetAsync("/api/me")).Expect(HttpStatusCode.OK);
        Assert.Single(await second.InScopeAsync(db => db.DataProtectionKeys.Select(row => row.Id).ToListAsync()));
    }

    [Theory]
    [InlineData("missing.pfx")]
    [InlineData("text.pfx")]
    public void Certificate_CannotBeOpened_NamesTheSetting(string name)
    {
        File.WriteAllText(folder.Combine("text.pfx"), "no certificate");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings(folder.Combine(name))).Build();

        var fault = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddSendKeyProtection(configuration));

        Assert.StartsWith("DataProtection:Certificate:Path: ", fault.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Settings(string path) => new(StringComparer.Ordinal)
    {
        ["DataProtection:Certificate:Path"] = path,
        ["DataProtection:Certificate:Password"] = "open-Sesame-1",
    };

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Send", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(1));
        var path = folder.Combine(name);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, "open-Sesame-1"));
        return path;
    }
}
