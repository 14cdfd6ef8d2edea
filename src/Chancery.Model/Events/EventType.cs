namespace Chancery.Model;

/// <summary>The 16 event types of PLOVER (manual draft of September 2021).</summary>
public enum EventType : byte
{
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

/// <summary>PLOVER's quad classes, with their usual numbers.</summary>
public enum QuadClass : byte
{
    VerbalCooperation = 1,
    MaterialCooperation = 2,
    VerbalConflict = 3,
    MaterialConflict = 4,
}

public static class EventTypes
{
    private static readonly string[] Names = Enum.GetNames<EventType>().Select(name => name.ToUpperInvariant()).ToArray();

    /// <summary>The name as PLOVER writes it: <c>CONSULT</c>.</summary>
    public static string Name(this EventType type) => Names[(int)type];

    public static QuadClass Quad(this EventType type) => type switch
    {
        <= EventType.Concede => QuadClass.VerbalCooperation,
        <= EventType.Retreat => QuadClass.MaterialCooperation,
        <= EventType.Threaten => QuadClass.VerbalConflict,
        _ => QuadClass.MaterialConflict,
    };

    public static bool TryParse(ReadOnlySpan<char> name, out EventType type)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                type = (EventType)i;
                return true;
            }
        }

        type = default;
        return false;
    }
}
