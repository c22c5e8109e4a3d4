using CsCheck;
using Send.Core.Deadlines;
using Send.Core.Staff;

namespace Send.Core.Tests.Deadlines;

public sealed class DeadlinePlannerTests
{
    private static readonly WorkingCalendar Italy = Shipped.Reference.Holidays.Calendar("IT");
    private static readonly DeadlinePlanner Planner = new(Shipped.Reference.Plan, Italy);
    private static readonly StayDates Spring = new(Shipped.Day("2027-03-01"), Shipped.Day("2027-03-02"), Shipped.Day("2027-03-30"), Shipped.Day("2027-03-31"));

    private static readonly Gen<(StayDates Dates, DateOnly Today)> Stays = Gen.Select(Gen.Int[0, 1200], Gen.Int[0, 3], Gen.Int[9, 200], Gen.Int[0, 3], Gen.Int[-40, 400]).Select(
        (from, travel, days, home, ahead) =>
        {
            var departure = new DateOnly(2026, 1, 1).AddDays(from);
            var start = departure.AddDays(travel);
            var end = start.AddDays(days);
            return (new StayDates(departure, start, end, end.AddDays(home)), departure.AddDays(-ahead));
        });

    [Theory]
    [InlineData("needs-analysis", "2026-10-30")] // 120 days before is All Saints' Sunday
    [InlineData("host-confirmation", "2026-12-16")]
    [InlineData("agreement-signatures", "2027-02-08")]
    [InlineData("departure-check", "2027-02-22")]
    [InlineData("arrival-confirmation", "2027-03-02")]
    [InlineData("mid-term-review", "2027-03-16")]
    [InlineData("participant-report", "2027-04-30")]
    [InlineData("credit-transfer", "2027-05-05")]
    public void Plan_InTime_GivesTheDefaultDays(string code, string due)
    {
        var plan = Planner.Plan(Spring, Shipped.Day("2026-09-01"));

        Assert.False(plan.LateEntry);
        Assert.Equal(Shipped.Day(due), plan.Steps.Single(step => step.Step.Code == code).Due);
    }

    [Fact]
    public void Plan_LongStay_ConfirmsThePlacementEarlier()
    {
        var longStay = Spring with { End = Shipped.Day("2027-06-15"), Return = Shipped.Day("2027-06-16") };

        var plan = Planner.Plan(longStay, Shipped.Day("2026-09-01"));

        Assert.Equal(-100, plan.Steps.Single(step => step.Step.Code == "host-confirmation").OffsetDays);
        Assert.Equal(53, plan.Steps.Single(step => step.Step.Code == "mid-term-review").OffsetDays);
    }

    [Fact]
    public void Plan_StayOfTenDays_HasNoMidTermReview()
    {
        var brief = Spring with { End = Shipped.Day("2027-03-11"), Return = Shipped.Day("2027-03-12") };

        Assert.DoesNotContain(Planner.Plan(brief, Shipped.Day("2026-09-01")).Steps, step => step.Step.Code == "mid-term-review");
    }

    [Fact]
    public void Plan_Late_CompressesInOrderAndKeepsTheGates()
    {
        var today = Shipped.Day("2027-02-01");

        var plan = Planner.Plan(Spring, today);

        Assert.True(plan.LateEntry);
        Assert.Equal(Shipped.Day("2027-02-02"), plan.Steps[0].Due);
        Assert.Equal(Shipped.Day("2027-02-03"), plan.Steps[1].Due);
        Assert.Equal(Shipped.Day("2027-02-08"), plan.Steps.Single(step => step.Step.Code == "agreement-signatures").Due);
        Assert.Equal(Shipped.Day("2027-02-15"), plan.Steps.Single(step => step.Step.Code == "insurance").Due);
    }

    [Fact]
    public void Plan_AnyStay_IsNeverInThePastAndCompressedStepsKeepTheirOrder() =>
        Stays.Sample((stay) =>
        {
            var plan = Planner.Plan(stay.Dates, stay.Today);
            var compressed = plan.Steps.Where(step => step.Compressed && step.Step.Anchor == DeadlineAnchor.Departure).Select(step => step.Due).ToList();
            return plan.Steps.All(step => step.Due >= stay.Today) && compressed.SequenceEqual(compressed.Order());
        });

    [Fact]
    public void Plan_AnyStay_DueDatesAreWorkingDaysUnlessExact() =>
        Stays.Sample(stay => Planner.Plan(stay.Dates, stay.Today).Steps.All(step => step.Compressed || step.Step.Exact || Italy.IsWorkingDay(step.Due) || step.Due < new DateOnly(2025, 1, 1)));

    [Fact]
    public void Replan_SameDates_MovesNothing() => Stays.Sample(stay => Planner.Replan(Rows(stay.Dates, stay.Today), stay.Dates, stay.Today).Count == 0);

    [Fact]
    public void Replan_ThereAndBackInTime_EndsWhereItBegan() =>
        Gen.Select(Stays, Gen.Int[1, 60]).Sample((stay, shift) =>
        {
            var today = stay.Dates.Departure.AddDays(-300);
            var rows = Rows(stay.Dates, today);
            var before = rows.Select(row => row.Due).ToList();
            var moved = new StayDates(stay.Dates.Departure.AddDays(shift), stay.Dates.Start.AddDays(shift), stay.Dates.End.AddDays(shift), stay.Dates.Return.AddDays(shift));
            foreach (var dates in new[] { moved, stay.Dates })
            {
                foreach (var move in Planner.Replan(rows, dates, today))
                {
                    (move.Deadline.Due, move.Deadline.OffsetDays) = (move.New, move.OffsetDays);
                }
            }

            return rows.Select(row => row.Due).SequenceEqual(before);
        });

    [Fact]
    public void Replan_DepartureMoves_MovesWithItButNotWhatIsPinnedOrMet()
    {
        var today = Shipped.Day("2026-09-01");
        var rows = Rows(Spring, today);
        Row(rows, "travel").Pinned = true;
        Row(rows, "needs-analysis").State = DeadlineState.Met;
        var later = new StayDates(Spring.Departure.AddDays(14), Spring.Start.AddDays(14), Spring.End.AddDays(14), Spring.Return.AddDays(14));

        var moves = Planner.Replan(rows, later, today);

        Assert.DoesNotContain(moves, move => move.Deadline.Code is "travel" or "needs-analysis");
        Assert.Equal(Shipped.Day("2027-02-22"), moves.Single(move => move.Deadline.Code == "agreement-signatures").New);
        Assert.All(moves, move => Assert.False(move.BecomesLate));
    }

    [Fact]
    public void Replan_DepartureComesNear_MakesPassedStepsDueAtOnce()
    {
        var rows = Rows(Spring, Shipped.Day("2026-09-01"));
        var today = Shipped.Day("2026-12-12"); // a Saturday
        var sooner = new StayDates(Spring.Departure.AddDays(-42), Spring.Start.AddDays(-42), Spring.End.AddDays(-42), Spring.Return.AddDays(-42));

        var moves = Planner.Replan(rows, sooner, today);

        var confirmation = moves.Single(move => move.Deadline.Code == "host-confirmation");
        Assert.True(confirmation.BecomesLate);
        Assert.Equal(Shipped.Day("2026-12-15"), confirmation.New);
        Assert.DoesNotContain(moves, move => move.Deadline.Code == "needs-analysis"); // was late, stays late
    }

    [Fact]
    public void Replan_StayGrowsLong_TakesTheLongVariantUnlessSetByHand()
    {
        var today = Shipped.Day("2026-09-01");
        var rows = Rows(Spring, today);
        (Row(rows, "placement-search").OffsetDays, Row(rows, "placement-search").OffsetByHand) = (-90, true);
        (Row(rows, "learning-agreement").OffsetDays, Row(rows, "learning-agreement").OffsetByHand) = (-45, true);
        var longer = Spring with { End = Shipped.Day("2027-06-15"), Return = Shipped.Day("2027-06-16") };

        var moves = Planner.Replan(rows, longer, today);

        Assert.Equal(-100, moves.Single(move => move.Deadline.Code == "host-confirmation").OffsetDays);
        Assert.Equal(-90, moves.SingleOrDefault(move => move.Deadline.Code == "placement-search")?.OffsetDays ?? -90);
        Assert.Equal(53, moves.Single(move => move.Deadline.Code == "mid-term-review").OffsetDays);
    }

    [Fact]
    public void Replan_MidTermSetByHand_KeepsItsOffsetWhenTheStayGrows()
    {
        var today = Shipped.Day("2026-09-01");
        var rows = Rows(Spring, today);
        var midTerm = Row(rows, "mid-term-review");
        (midTerm.OffsetDays, midTerm.OffsetByHand) = (10, true);
        var longer = Spring with { End = Shipped.Day("2027-06-15"), Return = Shipped.Day("2027-06-16") };

        Assert.Equal(10, Planner.Replan(rows, longer, today).Single(move => move.Deadline == midTerm).OffsetDays);
        Assert.DoesNotContain(Planner.Replan(rows, Spring with { Return = Shipped.Day("2027-04-02") }, today), move => move.Deadline == midTerm && move.OffsetDays != 10);
    }

    [Theory]
    [InlineData("2027-03-14", null)] // 13 days
    [InlineData("2027-03-15", "2027-03-09")] // 14 days
    [InlineData("2027-04-30", "2027-04-01")]
    public void Grown_StayOfTenDaysGrows_GetsItsMidTermFromFourteenDaysOn(string end, string? due)
    {
        var brief = Spring with { End = Shipped.Day("2027-03-11"), Return = Shipped.Day("2027-03-12") };
        var rows = Rows(brief, Shipped.Day("2026-09-01"));
        var longer = Spring with { End = Shipped.Day(end), Return = Shipped.Day(end).AddDays(1) };

        var added = Planner.Grown(rows, longer, Shipped.Day("2027-03-05"));

        Assert.Equal(due is null ? [] : [("mid-term-review", Shipped.Day(due))], added.Select(step => (step.Step.Code, step.Due)));
    }

    [Fact]
    public void Grown_StepIsThereOrItsDayHasPassed_AddsNothing()
    {
        var brief = Spring with { End = Shipped.Day("2027-03-11"), Return = Shipped.Day("2027-03-12") };
        var today = Shipped.Day("2026-09-01");

        Assert.Empty(Planner.Grown(Rows(Spring, today), Spring with { End = Shipped.Day("2027-05-30") }, today));
        Assert.Empty(Planner.Grown(Rows(brief, today), Spring, Shipped.Day("2027-03-20")));
    }

    [Fact]
    public void Shrunk_StayUnderFourteenDays_GivesUpTheMidTermThatNoTaskHasTaken()
    {
        var rows = Rows(Spring, Shipped.Day("2026-09-01"));
        var brief = Spring with { End = Shipped.Day("2027-03-11"), Return = Shipped.Day("2027-03-12") };

        Assert.Equal(["mid-term-review"], Planner.Shrunk(rows, brief).Select(row => row.Code));
        Row(rows, "mid-term-review").TaskId = Guid.NewGuid();
        Assert.Empty(Planner.Shrunk(rows, brief));
        Assert.Empty(Planner.Shrunk(rows, Spring));
    }

    [Fact]
    public void Resume_AfterAHold_GivesBackTheDaysThatWereLeft()
    {
        var ofTask = new Deadline { Code = "visa-refused", Anchor = DeadlineAnchor.TaskOpened, Due = Shipped.Day("2027-01-13"), Role = StaffRole.Coordinator };
        var ahead = new Deadline { Code = "insurance", Anchor = DeadlineAnchor.Departure, Due = Shipped.Day("2027-02-15"), Role = StaffRole.LogisticsOfficer };

        Assert.Equal(Shipped.Day("2027-02-03"), Planner.Resume(ofTask, heldOn: Shipped.Day("2027-01-11"), today: Shipped.Day("2027-02-01")));
        Assert.Equal(ahead.Due, Planner.Resume(ahead, heldOn: Shipped.Day("2027-01-11"), today: Shipped.Day("2027-02-01")));
    }

    private static List<Deadline> Rows(StayDates dates, DateOnly today) => [.. Planner.Plan(dates, today).Steps.Select(step => new Deadline
    {
        Code = step.Step.Code, Anchor = step.Step.Anchor, OffsetDays = step.OffsetDays, WorkingDays = step.Step.WorkingDays, Due = step.Due, Role = step.Step.Role,
    })];

    private static Deadline Row(List<Deadline> rows, string code) => rows.Single(row => row.Code == code);
}
