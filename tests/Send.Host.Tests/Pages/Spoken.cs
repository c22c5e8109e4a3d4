using System.Globalization;

namespace Send.Host.Tests.Pages;

/// <summary>The culture of the code within its life, as a request or circuit would have it.</summary>
internal sealed class Spoken : IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo Ui) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public Spoken(string culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
}
