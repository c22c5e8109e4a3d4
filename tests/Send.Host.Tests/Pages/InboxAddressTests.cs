using Send.Core.Cases;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Host.Features.Cases;
using Send.Host.Features.Inbox;

namespace Send.Host.Tests.Pages;

/// <summary>What a list shows is its address, both ways; and the groups of the inbox.</summary>
public sealed class InboxAddressTests
{
    [Fact]
    public void Inbox_Defaults_LeaveABareAddress() => Assert.Equal("inbox", new InboxAddress().ToString());

    [Fact]
    public void Inbox_EveryPart_SurvivesTheAddress()
    {
        var task = Guid.NewGuid();
        var address = new InboxAddress { View = InboxView.Available, Text = "Łukasz & Co", Programme = "IVT", Stage = CaseStage.Needs, Queue = StaffRole.NeedsAnalyst, Task = task };
        var query = address.ToString().Split('?')[1].Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));

        var read = InboxAddress.Read(query["view"], query["text"], query["programme"], query["stage"], query["queue"], query["task"]);

        Assert.Equal(address, read);
        Assert.Equal("needsAnalyst", query["queue"]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("3")]
    [InlineData("")]
    [InlineData(null)]
    public void Inbox_UnknownView_CountsAsMine(string? view) => Assert.Equal(InboxView.Mine, InboxAddress.Read(view, null, null, "nonsense", "7", "no id").View);

    [Fact]
    public void Inbox_DoneView_IsSortedByTheEnd()
    {
        Assert.Equal(InboxSort.Done, (new InboxAddress { View = InboxView.Done }).ToQuery(50, null).Sort);
        Assert.Equal(InboxSort.Due, new InboxAddress().ToQuery(50, null).Sort);
    }

    [Theory]
    [InlineData("2027-03-03", DueGroup.Overdue)]
    [InlineData("2027-03-04", DueGroup.Today)]
    [InlineData("2027-03-05", DueGroup.ThisWeek)]
    [InlineData("2027-03-07", DueGroup.ThisWeek)]
    [InlineData("2027-03-08", DueGroup.Later)]
    [InlineData(null, DueGroup.NoDate)]
    public void Groups_SeenOnAThursday_EndTheWeekOnSunday(string? due, DueGroup expected) =>
        Assert.Equal(expected, DueGroups.Of(due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2027, 3, 4)));

    [Fact]
    public void Groups_SeenOnASunday_HaveNoRestOfTheWeek() => Assert.Equal(DueGroup.Later, DueGroups.Of(new DateOnly(2027, 3, 8), new DateOnly(2027, 3, 7)));

    [Fact]
    public void Cases_ScopeAndFilters_SurviveTheAddress()
    {
        var address = CasesAddress.Read("ros", "IVT", "abroad", "stay", null, "es", "ended");

        Assert.Equal("cases?scope=ended&text=ros&programme=IVT&status=abroad&stage=stay&destination=ES", address.ToString());
        Assert.False(address.ToQuery(new()).Running);
    }
}
