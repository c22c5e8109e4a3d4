using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Send.TestKit.Databases;

namespace Send.Host.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class AdministrationTests(SharedApiHost shared)
{
    private readonly ApiHost host = shared.Host;

    [Fact]
    public async Task Deadline_OffsetSetByHand_OutlivesALongerStay()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var opened = (await client.PostAsync("/api/cases", Scenario.OpenCase(daysAhead: 40))).Expect(HttpStatusCode.Created).Body;
        var id = (string)opened["id"]!;
        var row = (await client.GetAsync($"/api/deadlines?case={id}&state=planned&page[size]=200")).Body["items"]!.AsArray().First(one => (string?)one!["code"] == "mid-term-review")!;

        (await client.PatchAsync($"/api/deadlines/{row["id"]}", new { offsetDays = 7, revision = (long)row["revision"]! })).Expect(HttpStatusCode.OK);

        var stored = await host.InScopeAsync(db => db.Deadlines.SingleAsync(one => one.Id == Guid.Parse((string)row["id"]!)));
        Assert.Equal((7, true, false), (stored.OffsetDays, stored.OffsetByHand, stored.Pinned));
        Assert.Contains(opened["late"]!.AsArray(), step => (string?)step!["code"] == "needs-analysis");
    }

    [Fact]
    public async Task Deadline_Patched_MovesTaskAndReminders_AndIsAudited()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var id = await client.OpenCaseAsync(220);
        var row = (await client.GetAsync($"/api/deadlines?case={id}&state=planned&page[size]=200")).Expect(HttpStatusCode.OK).Body["items"]!.AsArray().First(one => (string?)one!["code"] == "insurance")!;
        var due = DateOnly.Parse((string)row["due"]!, System.Globalization.CultureInfo.InvariantCulture);

        var saved = (await client.PatchAsync($"/api/deadlines/{row["id"]}", new { due = Scenario.Day(due.AddDays(-10)), reason = "Early renewal", revision = (long)row["revision"]! })).Expect(HttpStatusCode.OK);
        var stale = await client.PatchAsync($"/api/deadlines/{row["id"]}", new { due = Scenario.Day(due), revision = (long)row["revision"]! });
        var both = await client.PatchAsync($"/api/deadlines/{row["id"]}", new { due = Scenario.Day(due), offsetDays = -3, revision = (long)saved.Body["revision"]! });
        var tutor = await (await ApiClient.AsAsync(host, "tutor")).PatchAsync($"/api/deadlines/{row["id"]}", new { due = Scenario.Day(due), revision = (long)saved.Body["revision"]! });

        var after = (await client.GetAsync($"/api/deadlines?case={id}&page[size]=200")).Body["items"]!.AsArray().First(one => (string?)one!["id"] == (string?)row["id"])!;
        Assert.Equal((Scenario.Day(due.AddDays(-10)), true), ((string?)after["due"], (bool)after["pinned"]!));
        Assert.Equal((long)saved.Body["revision"]!, (long)after["revision"]!);
        Assert.Equal(
            row["reminders"]!.AsArray().Select(one => DateOnly.Parse((string)one!["on"]!, System.Globalization.CultureInfo.InvariantCulture).AddDays(-10)),
            after["reminders"]!.AsArray().Select(one => DateOnly.Parse((string)one!["on"]!, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((HttpStatusCode.Conflict, "deadline.stale"), (stale.Status, stale.Code));
        Assert.Equal("deadline.both", both.Code);
        Assert.Equal(HttpStatusCode.Forbidden, tutor.Status);
        var timeline = (await client.GetAsync($"/api/cases/{id}/timeline")).Body["entries"]!.AsArray();
        Assert.Contains(timeline, entry => (string?)entry!["kind"] == "deadline.moved");
    }

    [Fact]
    public async Task Document_Uploaded_ComesBackByteForByte()
    {
        var client = await ApiClient.AsAsync(host, "tutor");
        var id = await (await ApiClient.AsAsync(host, "coordinator")).OpenCaseAsync();
        var bytes = "%PDF-1.7 žofia"u8.ToArray();

        var saved = await UploadAsync(client, id, "../Patto formativo – Žofia.pdf", bytes);
        var document = saved.Expect(HttpStatusCode.Created).Body;
        using var file = await client.Http.GetAsync($"/api/documents/{document["id"]}");

        Assert.Equal(bytes, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Patto formativo – Žofia.pdf", file.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal((string?)document["id"], (string?)(await client.GetAsync($"/api/cases/{id}/documents")).Body.AsArray().Single()!["id"]);
    }

    [Theory]
    [InlineData("virus.exe", 10, "document.kind", HttpStatusCode.UnprocessableEntity)]
    [InlineData("page.html", 10, "document.kind", HttpStatusCode.UnprocessableEntity)]
    [InlineData("empty.pdf", 0, "document.size", HttpStatusCode.UnprocessableEntity)]
    [InlineData("large.pdf", (20 * 1024 * 1024) + 1, "document.size", HttpStatusCode.RequestEntityTooLarge)]
    public async Task Document_ThatCannotBeTaken_IsRefused(string name, int size, string code, HttpStatusCode status)
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var id = await client.OpenCaseAsync();

        var answer = await UploadAsync(client, id, name, new byte[size]);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Empty((await client.GetAsync($"/api/cases/{id}/documents")).Body.AsArray());
    }

    [Fact]
    public async Task Mails_AreForAdministrators()
    {
        var id = await (await ApiClient.AsAsync(host, "coordinator")).OpenCaseAsync();
        var admin = await ApiClient.AsAsync(host, "admin");

        var list = (await admin.GetAsync($"/api/mails?case={id}")).Expect(HttpStatusCode.OK).Body["items"]!.AsArray();
        var mail = (await admin.GetAsync($"/api/mails/{list.Single()!["id"]}")).Expect(HttpStatusCode.OK).Body;

        Assert.Equal("welcome", (string?)mail["mail"]!["template"]);
        Assert.False(string.IsNullOrEmpty((string?)mail["textBody"]));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ApiClient.AsAsync(host, "coordinator")).GetAsync("/api/mails")).Status);
    }

    [Fact]
    public async Task Clock_MovesForwardForAdministratorsOnly()
    {
        await using var own = await ApiHost.StartAsync(DatabaseKind.Sqlite);
        var admin = await ApiClient.AsAsync(own, "admin");
        var before = (DateTimeOffset)(await admin.GetAsync("/api/clock")).Expect(HttpStatusCode.OK).Body["now"]!;

        var moved = (await admin.PostAsync("/api/clock", new { advance = "P7D" })).Expect(HttpStatusCode.OK);

        Assert.InRange((DateTimeOffset)moved.Body["now"]! - before, TimeSpan.FromDays(6.9), TimeSpan.FromDays(7.1));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/api/me")).Status);
        foreach (var wrong in new[] { "a week", "-P1D", "P0D", "P900Y" })
        {
            Assert.Equal(["/advance"], (await admin.PostAsync("/api/clock", new { advance = wrong })).Expect(HttpStatusCode.UnprocessableEntity).Pointers);
        }

        Assert.Equal("clock.forbidden", (await (await ApiClient.AsAsync(own, "coordinator")).PostAsync("/api/clock", new { advance = "P1D" })).Code);
    }

    [Fact]
    public async Task Health_And_Metrics_Answer()
    {
        var client = host.CreateClient();
        var live = await new ApiClient(client).GetAsync("/health/live");
        var ready = await new ApiClient(client).GetAsync("/health/ready");
        for (var tries = 0; tries < 60 && ready.Status != HttpStatusCode.OK; tries++)
        {
            await Task.Delay(500);
            ready = await new ApiClient(client).GetAsync("/health/ready");
        }

        Assert.Equal("healthy", (string?)live.Body["status"]);
        var checks = ready.Expect(HttpStatusCode.OK).Body["checks"]!.AsArray().Select(check => (string?)check!["name"]).ToList();
        Assert.All(new[] { "database", "jobs", "mail" }, name => Assert.Contains(name, checks));
        Assert.Contains("http_server_request_duration", await client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_HaveAStrictPolicyWithNonce_AndDocsTheirOwn()
    {
        var client = host.CreateClient();
        using var page = await client.GetAsync("/sign-in");
        using var docs = await client.GetAsync("/docs");

        var strict = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("'nonce-", strict, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", strict, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.OK, docs.StatusCode);
        Assert.Contains("script-src 'self' 'unsafe-inline'", docs.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("fonts.scalar.com", await docs.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<ApiAnswer> UploadAsync(ApiClient client, string caseId, string name, byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { part, "file", name } };
        return client.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/cases/{caseId}/documents") { Content = form });
    }
}
