using Send.Core.Deadlines;
using Send.Core.Staff;

namespace Send.Core.Tests.Deadlines;

public sealed class ReminderScheduleTests
{
    private static readonly WorkingCalendar Italy = Shipped.Reference.Holidays.Calendar("IT");
    private static readonly ReminderSchedule Schedule = new(Shipped.Reference.Reminders, Italy);

    [Fact]
    public void For_DueDate_RemindsBeforeOnAndAfterAndEscalatesInWorkingDays()
    {
        var reminders = Shipped.Reference.Reminders.For(Shipped.Day("2027-03-25"), Italy);

        Assert.Equal(
            ["before-7 2027-03-18", "before-2 2027-03-23", "due 2027-03-25", "after-1 2027-03-26", "after-3 2027-03-28", "escalate-2 2027-03-30", "after-7 2027-04-01", "escalate-5 2027-04-02", "escalate-10 2027-04-09"],
            reminders.Select(r => $"{r.Kind} {r.On:yyyy-MM-dd}"));
    }

    [Fact]
    public void Apply_DueTomorrow_DropsTheRemindersWhoseDayHasPassed()
    {
        var deadline = Due("2027-01-12");

        Schedule.Apply(deadline, Shipped.Day("2027-01-11"), Guid.NewGuid);

        Assert.Equal(["before-7", "before-2"], deadline.Reminders.Where(r => r.Dropped).Select(r => r.Kind));
    }

    [Fact]
    public void Apply_DeadlineMovesAhead_MovesWhatIsNotQueuedAndNothingElse()
    {
        var deadline = Due("2027-01-12");
        Schedule.Apply(deadline, Shipped.Day("2027-01-04"), Guid.NewGuid);
        var queued = deadline.Reminders.Single(r => r.Kind == "before-7");
        queued.QueuedAt = DateTimeOffset.UnixEpoch;
        deadline.Due = Shipped.Day("2027-03-12");

        Schedule.Apply(deadline, Shipped.Day("2027-01-11"), Guid.NewGuid);

        Assert.Equal(9, deadline.Reminders.Count);
        Assert.Equal(Shipped.Day("2027-01-05"), queued.On);
        Assert.Equal(Shipped.Day("2027-03-10"), deadline.Reminders.Single(r => r.Kind == "before-2").On);
        Assert.DoesNotContain(deadline.Reminders, r => r.Dropped);
    }

    [Fact]
    public void Apply_MetDeadline_RemindsNobody()
    {
        var deadline = Due("2027-03-12");
        deadline.State = DeadlineState.Met;

        Schedule.Apply(deadline, Shipped.Day("2027-01-11"), Guid.NewGuid);

        Assert.All(deadline.Reminders, r => Assert.True(r.Dropped));
    }

    [Theory]
    [InlineData("escalate-2", EscalationTarget.Owner)]
    [InlineData("escalate-10", EscalationTarget.Administrators)]
    [InlineData("after-3", null)]
    public void TargetOf_Kind_IsWhoHearsOfIt(string kind, EscalationTarget? target) => Assert.Equal(target, Shipped.Reference.Reminders.TargetOf(kind));

    private static Deadline Due(string day) => new() { Id = Guid.NewGuid(), Code = "insurance", Due = Shipped.Day(day), Role = StaffRole.LogisticsOfficer };
}
