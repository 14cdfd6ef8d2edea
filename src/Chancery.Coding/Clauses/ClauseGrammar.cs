using System.Collections.Frozen;
using Chancery.Knowledge;

namespace Chancery.Coding;

/// <summary>Word lists of a language that the clause and factuality stages ask for.</summary>
public sealed class ClauseGrammar
{
    private readonly FrozenSet<string> subjectControl;
    private readonly FrozenSet<string> objectControl;
    private readonly FrozenDictionary<string, ModalForce> governors;

    public ClauseGrammar(Language language)
    {
        var entries = language.ReadGovernors();
        subjectControl = entries.Where(entry => entry.Control == "subject").Select(entry => entry.Lemma).ToFrozenSet(StringComparer.Ordinal);
        objectControl = entries.Where(entry => entry.Control == "object").Select(entry => entry.Lemma).ToFrozenSet(StringComparer.Ordinal);
        governors = entries.Where(entry => entry.Force != ModalForce.None)
            .ToFrozenDictionary(entry => entry.Lemma, entry => entry.Force, StringComparer.Ordinal);
    }

    /// <summary>"promise", "threaten": their subject is also that of the infinitive, even beside an object.</summary>
    public bool IsSubjectControl(string lemma) => subjectControl.Contains(lemma);

    /// <summary>"thank X for helping": the object is the one who helped.</summary>
    public bool IsObjectControl(string lemma) => objectControl.Contains(lemma);

    /// <summary>What a word does to the reality of the act inside it.</summary>
    public ModalForce ForceOf(string lemma) => governors.GetValueOrDefault(lemma);
}
