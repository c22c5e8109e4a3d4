using MudBlazor;

namespace Send.Host.Components.Theme;

/// <summary>The component library in the product's look; the same values as in `wwwroot/css/tokens.css`, which everything else uses. Status colours pass WCAG AA on their grounds.</summary>
internal static class SendTheme
{
    private static readonly string[] Font = ["Inter Variable", "Noto Sans", "system-ui", "sans-serif"];

    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0d5d70",
            PrimaryContrastText = "#ffffff",
            Secondary = "#4d585b",
            Background = "#faf9f7",
            BackgroundGray = "#f3f1ed",
            Surface = "#ffffff",
            TextPrimary = "#1b2426",
            TextSecondary = "#4d585b",
            ActionDefault = "#4d585b",
            LinesDefault = "#e3e0da",
            LinesInputs = "#8b8a84",
            Divider = "#e3e0da",
            Success = "#1d6b42",
            SuccessContrastText = "#ffffff",
            Error = "#b3261e",
            ErrorContrastText = "#ffffff",
            Warning = "#865300",
            WarningContrastText = "#ffffff",
            Info = "#2a5ba8",
            InfoContrastText = "#ffffff",
            OverlayDark = "rgba(20,30,34,.45)",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#6cc6d6",
            PrimaryContrastText = "#06262e",
            Secondary = "#b4bfc2",
            Background = "#12181a",
            BackgroundGray = "#0e1315",
            Surface = "#182023",
            TextPrimary = "#e8edee",
            TextSecondary = "#b4bfc2",
            ActionDefault = "#b4bfc2",
            LinesDefault = "#2c373b",
            LinesInputs = "#7f8c90",
            Divider = "#2c373b",
            Success = "#7fd3a0",
            SuccessContrastText = "#0c2215",
            Error = "#ff9a90",
            ErrorContrastText = "#330c08",
            Warning = "#f2c069",
            WarningContrastText = "#2b1d02",
            Info = "#9dc0f7",
            InfoContrastText = "#0c1c36",
            OverlayDark = "rgba(0,0,0,.6)",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Font, FontSize = ".9375rem", LineHeight = "1.5" },
            Body1 = new Body1Typography { FontFamily = Font, FontSize = ".9375rem", LineHeight = "1.5" },
            Body2 = new Body2Typography { FontFamily = Font, FontSize = ".8125rem", LineHeight = "1.5" },
            H6 = new H6Typography { FontFamily = Font, FontSize = "1.125rem", FontWeight = "620", LineHeight = "1.35" },
            Button = new ButtonTypography { FontFamily = Font, FontSize = ".9375rem", FontWeight = "550", TextTransform = "none" },
        },
    };
}
