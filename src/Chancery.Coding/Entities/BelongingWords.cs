namespace Chancery.Coding;

/// <summary>The words by which somebody belongs to a state.</summary>
public sealed partial class MentionWords
{
    /// <summary>"reporter", "investor": somebody who may be from anywhere.</summary>
    public bool IsAnywhere(string noun) => Is("anywhere", noun);

    /// <summary>"ousted": who has just lost the office that he is called by.</summary>
    public bool IsDeposed(string word) => Is("deposed", word);

    /// <summary>"attorney": whoever pleads for others judges nobody.</summary>
    public bool IsLawyer(string noun) => again.GetValueOrDefault(noun) == "lawyer";

    /// <summary>"dispatch": whose envoy is sent is the state of whoever sends.</summary>
    public bool IsSending(string lemma) => Is("sending", lemma);

    /// <summary>"each": of several, nobody knows which.</summary>
    public bool IsEach(string form) => Is("each", form);

    /// <summary>"aide", "spokesman": whoever serves another is of that one's state.</summary>
    public bool IsServant(string noun) => Is("servant", noun);

    /// <summary>"to", "for": between such a noun and the one served.</summary>
    public bool IsServantCase(string preposition) => Is("servant-case", preposition);

    /// <summary>"from", "at": between members and their body.</summary>
    public bool IsMemberCase(string preposition) => Is("member-case", preposition);

    /// <summary>"on the Chadian side".</summary>
    public bool IsSideCase(string preposition) => Is("side-case", preposition);

    /// <summary>"a government spokesman": of the body just spoken of.</summary>
    public bool IsOwnBody(string noun) => Is("own-body", noun);

    /// <summary>"from": whence somebody is.</summary>
    public bool IsOrigin(string preposition) => Is("origin", preposition);

    /// <summary>"there": where was said before.</summary>
    public bool IsThere(string form) => Is("there", form);
}
