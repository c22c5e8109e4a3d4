using System.Globalization;
using System.Text.Json;
using Send.Benchmarks;
using Send.Persistence;
using Send.TestKit.Databases;

// Usage: Send.Benchmarks --output artifacts/bench.json
if (args is not ["--output", var output])
{
    Console.Error.WriteLine("usage: Send.Benchmarks --output FILE");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
var measurements = new List<Measurement>();

await using (var file = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, stop.Token))
{
    await using var office = await Office.OpenAsync(DatabaseProvider.Sqlite, file.ConnectionString, stop.Token);
    measurements.AddRange(await new CaseMeasurements(office, ct => Connections.SqliteAsync(file.ConnectionString, ct), "SQLite").RunAsync(stop.Token));
}

var server = await PostgresServer.StartAsync(durable: true, stop.Token);
await using (var database = await server.CreateDatabaseAsync(stop.Token))
{
    await using var office = await Office.OpenAsync(DatabaseProvider.PostgreSql, database.ConnectionString, stop.Token);
    measurements.AddRange(await new CaseMeasurements(office, ct => Connections.PostgreSqlAsync(database.ConnectionString, ct), "PostgreSQL").RunAsync(stop.Token));
}

Console.WriteLine($"{"",-34}{"database",-12}{"value",12}{"floor",12}{"ratio",8}{"bound",8}");
foreach (var m in measurements)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{m.Name,-34}{m.Database,-12}{m.Value,9:0} µs{m.Floor,9:0} µs{m.Ratio,8:0.00}{m.Bound,8:0.00}"));
}

var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
await File.WriteAllTextAsync(output, JsonSerializer.Serialize(measurements, json) + "\n", stop.Token);
return measurements.Exists(m => m.Bound is { } bound && m.Ratio > bound) ? 1 : 0;
