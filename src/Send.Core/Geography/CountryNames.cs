using System.Collections.Frozen;
using System.Globalization;

namespace Send.Core.Geography;

/// <summary>Names of countries for papers and mails.</summary>
public static class CountryNames
{
    private static readonly FrozenDictionary<string, string> Italian = Table(
        "AL Albania,AD Andorra,AM Armenia,AR Argentina,AT Austria,AU Australia,AZ Azerbaigian,BA Bosnia ed Erzegovina,BD Bangladesh,BE Belgio,BG Bulgaria,BR Brasile,"
        + "BY Bielorussia,CA Canada,CH Svizzera,CL Cile,CM Camerun,CN Cina,CO Colombia,CY Cipro,CZ Cechia,DE Germania,DK Danimarca,DZ Algeria,EE Estonia,EG Egitto,ES Spagna,"
        + "ET Etiopia,FI Finlandia,FR Francia,GB Regno Unito,GE Georgia,GH Ghana,GR Grecia,HR Croazia,HU Ungheria,IE Irlanda,IL Israele,IN India,IR Iran,IS Islanda,IT Italia,"
        + "JP Giappone,KE Kenya,KR Corea del Sud,LB Libano,LI Liechtenstein,LK Sri Lanka,LT Lituania,LU Lussemburgo,LV Lettonia,MA Marocco,MC Monaco,MD Moldavia,ME Montenegro,"
        + "MK Macedonia del Nord,MT Malta,MX Messico,NG Nigeria,NL Paesi Bassi,NO Norvegia,NZ Nuova Zelanda,PE Perù,PH Filippine,PK Pakistan,PL Polonia,PT Portogallo,RO Romania,"
        + "RS Serbia,RU Russia,SE Svezia,SI Slovenia,SK Slovacchia,SM San Marino,SN Senegal,SY Siria,TN Tunisia,TR Turchia,UA Ucraina,US Stati Uniti,VA Città del Vaticano,"
        + "VE Venezuela,VN Vietnam,XK Kosovo,ZA Sudafrica");

    /// <summary>The country's name in that language (`it`, else English); the code itself when it is no country's, null for null.</summary>
    public static string? In(string? code, string language)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        if (language == "it" && Italian.TryGetValue(code, out var name))
        {
            return name;
        }

        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }

    private static FrozenDictionary<string, string> Table(string entries) =>
        entries.Split(',').ToFrozenDictionary(entry => entry[..2], entry => entry[3..], StringComparer.OrdinalIgnoreCase);
}
