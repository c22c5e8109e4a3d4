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
                if (name == "WorkflowInstanceUpdatedAsync")
                {
                    done.TrySetResult();
                }
            });
        }

        await connection.StartAsync();
        await connection.SendAsync("ObserveInstanceAsync", process);
        await connection.SendAsync("ObserveInstanceAsync", process);
        await Task.Delay(500);
        Assert.Empty(told);
        var open = (await client.GetAsync($"/api/tasks?view=all&open=true&case={caseId}")).Expect(HttpStatusCode.OK).Body["items"]![0]!;
        (await client.CompleteAsync(caseId, (string)open["formId"]!)).Expect(HttpStatusCode.OK);
        await done.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(["ActivityExecutionLogUpdatedAsync", "WorkflowExecutionLogUpdatedAsync", "WorkflowInstanceUpdatedAsync"], told.Take(3).Select(one => one.Name));
        var stats = told.First().Argument.GetProperty("stats");
        Assert.Contains(stats.EnumerateArray(), one => one.GetProperty("completedCount").GetInt32() > 0 && one.GetProperty("activityNodeId").GetString()!.StartsWith("Workflow1:", StringComparison.Ordinal));
        Assert.Equal(process, told.First(one => one.Name == "WorkflowInstanceUpdatedAsync").Argument.GetProperty("workflowInstanceId").GetString());
    }

    [Fact]
    public async Task Connection_WithoutAToken_IsRefused()
    {
        await using var connection = Connect(new ApiClient(host.CreateClient()));
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => connection.StartAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, refusal.StatusCode);
    }

    private HubConnection Connect(ApiClient client) => new HubConnectionBuilder().WithUrl(
        new Uri(host.Server.BaseAddress, "/elsa/hubs/workflow-instance"),
        options =>
        {
            options.HttpMessageHandlerFactory = _ => host.Server.CreateHandler();
            options.Transports = HttpTransportType.ServerSentEvents;
            options.AccessTokenProvider = () => Task.FromResult(client.Http.DefaultRequestHeaders.Authorization?.Parameter);
        }).Build();
}
