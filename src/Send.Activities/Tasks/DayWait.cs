using Send.Core.Processes;
using Send.Core.Time;

namespace Send.Activities.Tasks;

/// <summary>Waiting for a day that may move: a timer, and beside it the event that the dates of the case have changed.</summary>
internal static class DayWait
{
    /// <summary>Event that is raised when the dates of a case move.</summary>
    private const string DatesChanged = "dates-changed";

    /// <summary>True when the day has come. Otherwise waits: <paramref name="look"/> is called on that day, <paramref name="moved"/> when the dates have changed.</summary>
    public static bool HasCome(this ActivityExecutionContext context, DateOnly day, ExecuteActivityDelegate look, ExecuteActivityDelegate moved)
    {
        context.DropTimers();
        if (day <= context.GetRequiredService<TimeProvider>().Today())
        {
            return true;
        }

        context.WakeAt(OfficeDay.Begins(day), look);
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = ProcessBookmarks.CaseEvent,
            Stimulus = new CaseEventStimulus(DatesChanged),
            Callback = moved,
            IncludeActivityInstanceId = false,
        });
        return false;
    }

    /// <summary>Looks again as soon as this step is committed: whoever takes over the new dates may hear of the event after this activity.</summary>
    public static void LookSoon(this ActivityExecutionContext context, ExecuteActivityDelegate look)
    {
        context.DropTimers();
        context.WakeAt(context.GetRequiredService<TimeProvider>().GetUtcNow(), look);
    }

    private static void WakeAt(this ActivityExecutionContext context, DateTimeOffset at, ExecuteActivityDelegate look) => context.CreateBookmark(new CreateBookmarkArgs
    {
        BookmarkName = ProcessBookmarks.Day,
        Stimulus = new DayStimulus(at),
        Callback = look,
    });

    /// <summary>Stale timers go; what waits for tasks stays.</summary>
    private static void DropTimers(this ActivityExecutionContext context)
    {
        var tasks = context.Bookmarks.Where(bookmark => bookmark.Name == ProcessBookmarks.Task).ToList();
        context.ClearBookmarks();
        tasks.ForEach(context.AddBookmark);
    }
}
