namespace Send.Core.Logistics;

/// <summary>Distances on the globe.</summary>
public static class Distance
{
    private const double EarthRadiusKm = 6371.0088;

    /// <summary>Whole kilometres in a straight line (great circle, haversine), rounded down, as the distance bands of travel grants want it. Degrees, north and east positive.</summary>
    public static int Kilometres(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude)
    {
        var lat = Radians(toLatitude - fromLatitude);
        var lon = Radians(toLongitude - fromLongitude);
        var a = Math.Pow(Math.Sin(lat / 2), 2) + (Math.Cos(Radians(fromLatitude)) * Math.Cos(Radians(toLatitude)) * Math.Pow(Math.Sin(lon / 2), 2));
        return (int)Math.Floor(2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(a))));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
