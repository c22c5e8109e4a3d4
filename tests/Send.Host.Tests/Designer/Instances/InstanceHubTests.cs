using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer.Instances;

/// <summary>The hub as Studio's viewer uses it.</summary>
[Collection(ApiCollection.Name)]
public sealed class InstanceHubTests(SharedApiHost shared)
{
    private readonly ApiHost host = shared.Host;

    [Fact]
    public async Task Viewer_OfACasesProcess_IsToldWhenATaskIsCompletedInTheInbox()
    {
        var client = await ApiClient.AsAsync(host, "coordinator");
        var caseId = await client.OpenCaseAsync();
        var process = (await host.InScopeAsync(db => Task.FromResult(db.Cases.Single(row => row.Id == Guid.Parse(caseId)).WorkflowInstanceId)))!.Value.ToString("D");
        var told = new ConcurrentQueue<(string Name, JsonElement Argument)>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var connection = Connect(client);
        foreach (var name in new[] { "ActivityExecutionLogUpdatedAsync", "WorkflowExecutionLogUpdatedAsync", "WorkflowInstanceUpdatedAsync" })
        {
            connection.On<JsonElement>(name, argument =>
            {
                told.Enqueue((name, argument));
                if (SinceTheBadges(told).Count(one => one.Name == "WorkflowInstanceUpdatedAsync") > 1)
                {
                    done.TrySetResult();
                }
            });
        }

        await connection.StartAsync();
        await connection.SendAsync("ObserveInstanceAsync", process);
        await connection.SendAsync("ObserveInstanceAsync", process);
        await Task.Delay(500);
        Assert.Empty(SinceTheBadges(told));
        var open = (await client.GetAsync($"/api/tasks?view=all&open=true&case={caseId}")).Expect(HttpStatusCode.OK).Body["items"]![0]!;
        (await client.CompleteAsync(caseId, (string)open["formId"]!)).Expect(HttpStatusCode.OK);
        await done.Task.WaitAsync(TimeSpan.FromSeconds(30));

        // Once for the change, and once more for what Studio has read but not drawn.
        var news = SinceTheBadges(told);
        Assert.Equal(
            ["ActivityExecutionLogUpdatedAsync", "WorkflowExecutionLogUpdatedAsync", "WorkflowInstanceUpdatedAsync", "WorkflowExecutionLogUpdatedAsync", "WorkflowInstanceUpdatedAsync"],
            news.Take(5).Select(one => one.Name));
        var stats = news[0].Argument.GetProperty("stats");
        Assert.Contains(stats.EnumerateArray(), one => one.GetProperty("completedCount").GetInt32() > 0 && one.GetProperty("activityNodeId").GetString()!.StartsWith("Workflow1:", StringComparison.Ordinal));
        Assert.Equal(process, news[2].Argument.GetProperty("workflowInstanceId").GetString());
    }

    [Fact]
    public async Task Connection_WithoutAToken_IsRefused()
    {
        await using var connection = Connect(new ApiClient(host.CreateClient()));
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => connection.StartAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, refusal.StatusCode);
    }

    /// <summary>The messages from the first about activities on: what comes before belongs to the viewer's arrival.</summary>
    private static List<(string Name, JsonElement Argument)> SinceTheBadges(IEnumerable<(string Name, JsonElement Argument)> told) =>
        [.. told.SkipWhile(one => one.Name != "ActivityExecutionLogUpdatedAsync")];

    private HubConnection Connect(ApiClient client) => new HubConnectionBuilder().WithUrl(
        new Uri(host.Server.BaseAddress, "/elsa/hubs/workflow-instance"),
        options =>
        {
            options.HttpMessageHandlerFactory = _ => host.Server.CreateHandler();
            options.Transports = HttpTransportType.ServerSentEvents;
            options.AccessTokenProvider = () => Task.FromResult(client.Http.DefaultRequestHeaders.Authorization?.Parameter);
        }).Build();
}
