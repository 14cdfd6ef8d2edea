using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the words around the head of a noun phrase say of it.</summary>
internal sealed class Signs
{
    /// <summary>States named as owners, in the order of the text: two for "the Russian and Cuban ministers".</summary>
    public List<CountryCode> Countries { get; } = [];

    /// <summary>First and last token of the phrase.</summary>
    public int Start { get; set; }

    public int End { get; set; }

    /// <summary>An organization or group that it belongs to: draft index, -1 for none.</summary>
    public int Body { get; set; } = -1;

    /// <summary>The person or state that owns it by a possessive: draft index, -1 for none.</summary>
    public int Owner { get; set; } = -1;

    /// <summary>What a noun beside the head adds: "army" in "army officers".</summary>
    public List<Sector> Sectors { get; } = [];

    public bool IsFormer { get; set; }

    public bool IsDefinite { get; set; }

    public bool IsIndefinite { get; set; }

    /// <summary>"the two", "three": how many; 0 when not said.</summary>
    public int Count { get; set; }

    /// <summary>"several", "most of".</summary>
    public bool IsMany { get; set; }

    /// <summary>Index of the region named, -1 for none.</summary>
    public int Region { get; set; } = -1;

    /// <summary>"the first", "the next": another than the one of the day.</summary>
    public bool IsOrdinal { get; set; }

    /// <summary>Its head begins with a small letter.</summary>
    public bool IsLower { get; set; }

    /// <summary>Other words describe it: "Western" countries.</summary>
    public bool IsDescribed { get; set; }

    public bool IsPossessed { get; set; }

    /// <summary>It belongs to something that nothing knows: "a Milltech spokesman", "president of the Chess League".</summary>
    public bool IsOfUnknown { get; set; }

    /// <summary>"of the enclave", "of the film": of something that is no actor.</summary>
    public bool IsOfThing { get; set; }

    /// <summary>A territory with a government of its own that stands under the code of the state which it broke away from: not that state's offices. Null for none.</summary>
    public string? Breakaway { get; set; }

    /// <summary>"foreign", "coalition": they are not of the state where they are.</summary>
    public bool IsGuest { get; set; }

    /// <summary>"US-led": of several, and the state before it leads them.</summary>
    public bool IsLed { get; set; }

    /// <summary>A city or region is named, not a state.</summary>
    public bool IsLocal { get; set; }

    public CountryCode Country => Countries.Count == 1 ? Countries[0] : default;
}
