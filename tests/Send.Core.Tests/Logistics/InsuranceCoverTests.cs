using CsCheck;
using Send.Core.Forms;
using Send.Core.Logistics;

namespace Send.Core.Tests.Logistics;

public sealed class InsuranceCoverTests
{
    private static readonly DateOnly Departure = Shipped.Day("2027-03-01");
    private static readonly DateOnly Return = Shipped.Day("2027-03-31");

    [Fact]
    public void Of_FormExample_IsComplete()
    {
        var policies = Policy.Of(FormExamples.Of(Shipped.Forms.Get("insurance"), Shipped.Forms.SampleContext));

        Assert.All(Cover(policies), cover => Assert.True(cover.IsComplete));
    }

    [Fact]
    public void Of_NoPolicies_EveryRequiredKindIsMissing() => Assert.Equal(["health", "liability", "accident"], Cover([]).Where(cover => cover.Missing).Select(cover => cover.Kind.Code));

    [Fact]
    public void Of_TwoPoliciesWithAHole_NamesItsDays()
    {
        var cover = Cover([new("health", Departure, Shipped.Day("2027-03-10"), true), new("health", Shipped.Day("2027-03-13"), Shipped.Day("2027-03-30"), true)])[0];

        Assert.Equal([new(Shipped.Day("2027-03-11"), Shipped.Day("2027-03-12")), new CoverGap(Return, Return)], cover.Gaps);
    }

    [Fact]
    public void Of_AccidentWithoutWork_DoesNotCount()
    {
        var cover = Cover([new("accident", Departure, Return, CoversWork: false)]).Single(c => c.Kind.Code == "accident");

        Assert.True(cover is { Missing: false, WorkExcluded: true, IsComplete: false });
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Of_HealthCard_CountsOnlyInTheEea(bool inEea, bool complete) =>
        Assert.Equal(complete, InsuranceCover.Of([new("ehic", Departure, Return, false)], Shipped.Reference.Insurance, Departure, Return, inEea)[0].IsComplete);

    [Fact]
    public void Of_AnyPolicies_GapsAreExactlyTheUncoveredDays() =>
        Gen.Select(Gen.Int[-10, 40], Gen.Int[0, 20]).Array[1, 6].Sample(spans =>
        {
            Policy[] policies = [.. spans.Select(span => new Policy("health", Departure.AddDays(span.Item1), Departure.AddDays(span.Item1 + span.Item2), true))];
            var gaps = Cover(policies)[0].Gaps;
            return Enumerable.Range(0, Return.DayNumber - Departure.DayNumber + 1).Select(Departure.AddDays)
                .All(day => policies.Any(p => p.From <= day && day <= p.To) != gaps.Any(gap => gap.From <= day && day <= gap.To));
        });

    private static IReadOnlyList<KindCover> Cover(IReadOnlyList<Policy> policies) => InsuranceCover.Of(policies, Shipped.Reference.Insurance, Departure, Return, destinationInEea: true);
}
