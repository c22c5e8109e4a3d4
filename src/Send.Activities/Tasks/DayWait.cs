using Send.Core.Processes;
using Send.Core.Time;

namespace Send.Activities.Tasks;

/// <summary>Waiting for a day that may move: a timer, and beside it the event that the dates of the case have changed. Both call the same method, which looks again.</summary>
internal static class DayWait
{
    /// <summary>Event that is raised when the dates of a case move.</summary>
    public const string DatesChanged = "dates-changed";

    /// <summary>True when the day has come; otherwise leaves the bookmarks and the callback is called again.</summary>
    public static bool HasCome(this ActivityExecutionContext context, DateOnly day, ExecuteActivityDelegate callback)
    {
        // Stale timers go; what waits for tasks stays.
        var tasks = context.Bookmarks.Where(bookmark => bookmark.Name == ProcessBookmarks.Task).ToList();
        context.ClearBookmarks();
        tasks.ForEach(context.AddBookmark);
        if (day <= context.GetRequiredService<TimeProvider>().Today())
        {
            return true;
        }

        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = ProcessBookmarks.Day,
            Stimulus = new DayStimulus(OfficeDay.Begins(day)),
            Callback = callback,
        });
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = ProcessBookmarks.CaseEvent,
            Stimulus = new CaseEventStimulus(DatesChanged),
            Callback = callback,
            IncludeActivityInstanceId = false,
        });
        return false;
    }
}
