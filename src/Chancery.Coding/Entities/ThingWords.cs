namespace Chancery.Coding;

/// <summary>The words by which a noun or a name of somebody means a thing.</summary>
public sealed partial class MentionWords
{
    /// <summary>"half staff", "contingent on": words that together mean nobody; a hyphen stands among them as a word.</summary>
    public bool IsFixed(string words) => Is("fixed", words);

    /// <summary>"agreement", "protocol": with the name of a town before it a paper that was signed there.</summary>
    public bool IsTreaty(string word) => Is("treaty", word);
}
