namespace Chancery.Coding;

/// <summary>The words by which a noun or a name of somebody means a thing.</summary>
public sealed partial class MentionWords
{
    /// <summary>"half staff", "contingent on": words that together mean nobody; a hyphen stands among them as a word.</summary>
    public bool IsFixed(string words) => Is("fixed", words);

    /// <summary>"agreement", "protocol": with the name of a town before it a paper that was signed there.</summary>
    public bool IsTreaty(string word) => Is("treaty", word);

    /// <summary>"Cinderella": somebody of a tale, by the whole name.</summary>
    public bool IsFictional(string name) => Is("fictional", name);

    /// <summary>"character": whoever is called so right behind is of a tale.</summary>
    public bool IsRoleNoun(string noun) => Is("role-noun", noun);

    /// <summary>"roger": said over the radio, no name.</summary>
    public bool IsRadioWord(string word) => Is("radio-word", word);

    /// <summary>"registration": letters behind it are those of a thing.</summary>
    public bool IsSerialNoun(string noun) => Is("serial-noun", noun);

    /// <summary>"fighter": a man under arms, or an aircraft.</summary>
    public bool IsCraft(string noun) => Is("craft", noun);

    /// <summary>"scramble", "send up": what is done with aircraft.</summary>
    public bool IsScrambling(string verb) => Is("scrambling", verb);

    /// <summary>"war": behind two names with a dash what they fought once.</summary>
    public bool IsWarName(string noun) => Is("war-name", noun);
}
