using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What a writer sets behind somebody's words to say what they are: ", the mayor said, in the latest sign that …", ", she said, after police had …".</summary>
internal sealed class WritersComment(SpeechTree tree)
{
    private const int LongestPhrase = 8;
    private const int LongestMeasure = 3;
    private readonly DocumentTree words = tree.Tree;

    /// <summary>A phrase that judges what was told: "in the worst attack this year", "in a dispute that has …".</summary>
    /// <param name="at">Its first word.</param>
    /// <param name="to">The last word that it may have.</param>
    /// <param name="alone">Whether a superlative or an ordinal alone shows it, as behind the words for a speaker.</param>
    public bool Judges(int at, int to, bool alone)
    {
        if (at >= to || words[at].Pos != PartOfSpeech.Adp || !tree.Is(at, CueKind.Channel) || words[at + 1].Pos is not (PartOfSpeech.Det or PartOfSpeech.Pron) || words[at + 1].Tag == "PRP$" && !alone)
            return false;
        bool ranked = false;
        for (int i = at + 2; i <= to && i <= at + LongestPhrase; i++)
        {
            bool judging = tree.Is(i, CueKind.Judging);
            if (words[i].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && words[i].Relation is not (Relation.Compound or Relation.Flat))
                return ranked ? alone : judging && IsToldOf(i, to);
            if (words[i].Pos is not (PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num))
                return false;
            ranked |= words[i].Tag is "JJS" or "RBS" || judging && words[i].Pos is PartOfSpeech.Adj;
        }

        return false;
    }

    /// <summary>"Chile will recall its consul, the minister said, after Bolivian police held nine men": what came before what is to come is told by the writer.</summary>
    /// <param name="at">The first word behind the words for the speaker.</param>
    /// <param name="to">The last word of the sentence.</param>
    /// <param name="from">The first word of what was said before them.</param>
    public bool TellsWhy(int at, int to, int from)
    {
        int mark = at;
        while (mark < to && mark - at < LongestMeasure && words[mark].Relation != Relation.Mark)
            mark++;
        if (words[mark].Relation != Relation.Mark || !tree.Is(mark, CueKind.Later) || words[mark].Head is not (> 0 and var clause) || clause > to || clause < mark
            || words[clause].Tag is not ("VBD" or "VBN") || Math.Max(words.Child(clause, Relation.Nsubj), words.Child(clause, Relation.NsubjPass)) is not (>= 0 and var subject) || words[subject].Pos == PartOfSpeech.Pron)
        {
            return false;
        }

        for (int i = from; i < at; i++)
        {
            if (words[i].Tag is "VBD")
                return false;
            if (words[i].Tag is "MD" or "VBZ" or "VBP" && words[i].Relation is not (Relation.AclRelcl or Relation.Acl))
                return true;
        }

        return false;
    }

    /// <summary>"said the guards would go but declined to say when", "…, but would not elaborate": what the speaker keeps to himself is told by the writer.</summary>
    /// <param name="joint">The word that joins it to what is said.</param>
    public bool IsHeldBack(int joint)
    {
        if (words[joint].Relation != Relation.Cc || words[joint].Head is not (> 0 and var verb) || verb < joint || words[verb].Relation != Relation.Conj || words.Has(verb, Relation.Nsubj) || words.Has(verb, Relation.NsubjPass))
            return false;
        if (tree.Is(verb, CueKind.Unsaid))
            return words[verb].Tag is "VBD" or "VBZ" or "VBN" && words.Has(verb, Relation.Xcomp);
        if (!tree.Is(verb, CueKind.Detail))
            return false;
        if (words.Child(verb, Relation.Obj) is >= 0 and var thing && thing > verb && words.Child(thing, Relation.Det) is >= 0 and var article && tree.Is(article, CueKind.Unsaid))
            return true;
        foreach (int child in words.Children(verb))
        {
            if (child < verb && child > joint && (words[child].Morphology & Morphology.Negative) != 0)
                return verb == tree.Last(verb) || words[verb + 1].Pos == PartOfSpeech.Punct || words[verb + 1].Tag is "WRB" or "WP" or "WDT" or "IN";
        }

        return false;
    }

    // "in a dispute that has …", "in a sign of …", "in a row over …".
    private bool IsToldOf(int noun, int to) =>
        noun < to && (words[noun + 1].Tag is "WDT" or "WP" or "IN" or "WRB" || tree.IsComplementizer(noun + 1) || words[noun + 1].Pos == PartOfSpeech.Adp);
}
