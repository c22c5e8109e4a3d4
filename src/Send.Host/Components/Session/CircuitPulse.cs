using System.Globalization;

namespace Send.Host.Components.Session;

/// <summary>The <see cref="Pulse"/> as one circuit hears it: raised with the circuit's own culture, because it begins on a background thread that has another one.
/// One per circuit; components take their handler off when they go.</summary>
public sealed class CircuitPulse : IDisposable
{
    private readonly Pulse pulse;
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo ui = CultureInfo.CurrentUICulture;

    public CircuitPulse(Pulse pulse)
    {
        ArgumentNullException.ThrowIfNull(pulse);
        this.pulse = pulse;
        pulse.Changed += OnChanged;
    }

    /// <summary>Something was written; raised on a background thread, handlers must go through their component's dispatcher.</summary>
    public event Action? Changed;

    /// <summary>Tells everybody, this circuit too.</summary>
    public void Touch() => pulse.Touch();

    public void Dispose() => pulse.Changed -= OnChanged;

    private void OnChanged()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        try
        {
            Changed?.Invoke();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
