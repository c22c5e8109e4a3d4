using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Send.Engine.Expressions;

/// <summary>
/// Tells whether an evaluation has used up its time. What counts is how long its thread has worked: on a busy machine the clock alone would
/// stop innocent scripts. An evaluation stays on one thread.
/// </summary>
internal sealed class CpuBudget
{
    private long started;
    private TimeSpan startedCpu;

    /// <summary>Begins to count.</summary>
    public void Start()
    {
        started = Stopwatch.GetTimestamp();
        startedCpu = CpuTime();
    }

    /// <summary>True if the limit is passed; or, whatever the thread has done, twenty times the limit by the clock.</summary>
    public bool IsUsedUp(TimeSpan limit)
    {
        if (started == 0)
        {
            return false;
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        return elapsed > limit && (elapsed > limit * 20 || CpuTime() - startedCpu > limit);
    }

    // Where the thread's own time cannot be asked for, the process' is an upper bound.
    private static TimeSpan CpuTime()
        => OperatingSystem.IsLinux() && ReadClock(ThreadCpuTime, out var time) == 0
            ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
            : Environment.CpuUsage.TotalTime;

    private const int ThreadCpuTime = 3;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadClock(int clock, out ClockTime time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ClockTime
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
