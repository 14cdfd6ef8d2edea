using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What the capitals and small words of a token tell of a name that it may be part of.</summary>
internal sealed class NameLetters(DocumentTree tree, KnownEntities known, MentionWords words)
{
    /// <summary>The word in small letters; empty before the first and behind the last.</summary>
    public string Lower(int token) => token >= 0 && token < tree.Count ? tree[token].Range.Of(tree.Text).ToLowerInvariant() : "";

    public bool IsCapital(int token) => token >= 0 && token < tree.Count && char.IsUpper(tree.Text[tree[token].Range.Start]);

    public bool IsCoordinator(int token) => words.IsCoordinator(Lower(token));

    public bool IsGivenName(int token) => words.IsGivenName(Lower(token)) || known.IsGivenName(Lower(token));

    /// <summary>The noun of bodies that a word is, by its number; -1 for none.</summary>
    public int AgentOf(string noun)
    {
        for (int i = 0; i < known.Agents.Length; i++)
        {
            if (known.Agents[i].Kind != EntityKind.Person && known.Agents[i].Noun == noun)
                return i;
        }

        return -1;
    }

    /// <summary>"Hospital", "Ministry" in capitals: the noun that many names of bodies end in.</summary>
    public bool IsBody(Sighting sighting) =>
        sighting is { Kind: SightingKind.Agent, IsPlural: false } && IsCapital(sighting.First) && known.Agents[sighting.Index].Kind != EntityKind.Person;

    /// <summary>No word of the calendar, no article, no "former".</summary>
    public bool IsWord(int token)
    {
        string form = Lower(token);
        return !words.IsCalendar(form) && !words.IsDefinite(form) && known.PhraseWords.Of(known.Folding.Fold(form).TrimEnd('.')) == PhraseWordKind.None;
    }

    /// <summary>"Royal", "Central", "Public": a capital that says which body of its kind.</summary>
    public bool IsQualifier(int token) => IsCapital(token) && IsWord(token) && !IsGivenName(token) && (tree[token].Pos is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn || tree[token].Pos == PartOfSpeech.Verb && tree[token].Relation is Relation.Amod or Relation.Compound);
}
