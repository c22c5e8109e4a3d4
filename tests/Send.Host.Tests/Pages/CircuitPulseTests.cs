using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Send.Host.Components.Session;

namespace Send.Host.Tests.Pages;

/// <summary>What changes elsewhere reaches each circuit in its own language.</summary>
public sealed class CircuitPulseTests
{
    [Fact]
    public async Task Touch_FromAThreadWithAnotherCulture_RaisesWithTheCircuitsOwn()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var pulse = new Pulse(services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLogger<Pulse>.Instance);
        using var circuit = Circuit(pulse, "it-IT");
        var heard = new TaskCompletionSource<string>();
        circuit.Changed += () => heard.TrySetResult(CultureInfo.CurrentUICulture.Name);

        using (new Spoken("en-GB"))
        {
            await Task.Run(pulse.Touch, Xunit.TestContext.Current.CancellationToken);
        }

        Assert.Equal("it-IT", await heard.Task.WaitAsync(TimeSpan.FromSeconds(10), Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Touch_ManyTimesAtOnce_IsOneLook()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var pulse = new Pulse(services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLogger<Pulse>.Instance);
        using var circuit = Circuit(pulse, "en-GB");
        var looks = 0;
        circuit.Changed += () => Interlocked.Increment(ref looks);

        Parallel.For(0, 50, _ => pulse.Touch());
        await Task.Delay(TimeSpan.FromMilliseconds(600), Xunit.TestContext.Current.CancellationToken);

        Assert.InRange(looks, 1, 2);
    }

    private static CircuitPulse Circuit(Pulse pulse, string culture)
    {
        using var spoken = new Spoken(culture);
        return new CircuitPulse(pulse);
    }
}
