using Send.Conformance;

return await ConformanceCommand.RunAsync(args, Console.Out);
