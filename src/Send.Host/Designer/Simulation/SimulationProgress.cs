namespace Send.Host.Designer.Simulation;

/// <summary>How far a simulation is.</summary>
/// <param name="Run">Number of the run, from 1.</param>
/// <param name="Steps">Steps of that run.</param>
/// <param name="On">Its virtual day.</param>
/// <param name="Coverage">Share of the ways taken so far, in the mode "all paths"; null otherwise.</param>
public sealed record SimulationProgress(int Run, int Steps, DateOnly On, int? Coverage = null);
