namespace Chancery.Model;

/// <summary>The role codes of CAMEO and PLOVER.</summary>
public enum Sector : byte
{
    /// <summary>Unknown.</summary>
    Unk,

    /// <summary>Government.</summary>
    Gov,

    /// <summary>Military.</summary>
    Mil,

    /// <summary>Opposition.</summary>
    Opp,

    /// <summary>Police.</summary>
    Cop,

    /// <summary>Judiciary.</summary>
    Jud,

    /// <summary>Legislature.</summary>
    Leg,

    /// <summary>Political party.</summary>
    Pty,

    /// <summary>Rebels.</summary>
    Reb,

    /// <summary>Unidentified armed force.</summary>
    Uaf,

    /// <summary>Intelligence service.</summary>
    Spy,

    /// <summary>Civilians.</summary>
    Cvl,

    /// <summary>Media.</summary>
    Med,

    /// <summary>Business.</summary>
    Bus,

    /// <summary>Education.</summary>
    Edu,

    /// <summary>Health.</summary>
    Hlh,

    /// <summary>Agriculture.</summary>
    Agr,

    /// <summary>Labour.</summary>
    Lab,

    /// <summary>Religion.</summary>
    Rel,

    /// <summary>Refugees.</summary>
    Ref,

    /// <summary>Criminals.</summary>
    Crm,

    /// <summary>Former or other elites.</summary>
    Eli,

    /// <summary>Settlers.</summary>
    Set,

    /// <summary>International governmental organisation.</summary>
    Igo,

    /// <summary>Non-governmental organisation.</summary>
    Ngo,
}

public static class SectorCodes
{
    private static readonly string[] Codes = Enum.GetNames<Sector>().Select(name => name.ToUpperInvariant()).ToArray();

    /// <summary>The code as CAMEO writes it: <c>GOV</c>.</summary>
    public static string Code(this Sector sector) => Codes[(int)sector];

    public static bool TryParse(ReadOnlySpan<char> code, out Sector sector)
    {
        for (int i = 0; i < Codes.Length; i++)
        {
            if (code.SequenceEqual(Codes[i]))
            {
                sector = (Sector)i;
                return true;
            }
        }

        sector = default;
        return false;
    }
}
