using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Whose word words without an entity give: "the study" that of the team which wrote it, "the mayor's office" that of the mayor.</summary>
internal sealed class PaperHolders(SpeechTree tree, CueReader cues, MentionPlaces places)
{
    private const int LongestWay = 4;
    private const int SentencesBack = 15;
    private readonly DocumentTree words = tree.Tree;

    // A text that speaks of nothing but reports would else ask for each of them again from every other.
    private readonly Dictionary<(int Noun, int Step), int?> earlier = [];

    /// <summary>The entity whose word the noun at a token gives; null where the text does not tell.</summary>
    public int? Of(int noun) => noun < 0 ? null : Of(noun, 0);

    private int? Of(int noun, int step)
    {
        if (step >= LongestWay)
            return null;
        if (places.EntityAt(noun) is { } known)
            return known;
        if (places.NameAround(words[noun].Range) is { } name)
            return name.Entity;

        // "Mr Conroy's office".
        if (words.Child(noun, Relation.Flat) is >= 0 and var last && places.EntityAt(last) is { } called)
            return called;

        // "one of the groups, the Riverside Guard, said".
        if (words.Child(noun, Relation.Appos) is >= 0 and var beside && places.EntityAt(beside) is { } same)
            return same;
        if (tree.Is(noun, CueKind.Bureau))
            return words.Child(noun, Relation.NmodPoss) is >= 0 and var owner ? Of(owner, step + 1) : null;
        if (tree.IsPair(noun, CueKind.Bureau))
            return Principal(noun) is >= 0 and var principal ? Of(principal, step + 1) : null;
        if (!tree.Is(noun, CueKind.Occasion))
            return null;
        if (Giver(noun) is >= 0 and var giver)
            return Of(giver, step + 1);
        if (!earlier.TryGetValue((noun, step), out int? holder))
            earlier[(noun, step)] = holder = ToldBefore(noun, step + 1);
        return holder;
    }

    // "The study says": the last study told before, of which the text says whose it is.
    private int? ToldBefore(int noun, int step)
    {
        if (words.Child(noun, Relation.Det) is not (>= 0 and var article) || (words[article].Morphology & Morphology.Indefinite) != 0)
            return null;
        int sentence = words.SentenceOf(noun);
        int first = noun;
        for (int i = noun - 1; i >= 0 && sentence - words.SentenceOf(i) <= SentencesBack; i--)
        {
            if (words[i].Pos != PartOfSpeech.Noun || words[i].Lemma != words[noun].Lemma)
                continue;
            if (Giver(i) is >= 0 and var giver && Of(giver, step) is { } holder)
                return holder;
            first = i;
        }

        if (first != noun && (words.Child(first, Relation.Det) is not (>= 0 and var before) || (words[before].Morphology & Morphology.Indefinite) != 0))
            return null;

        // "The union filed a lawsuit. The motion says": a paper given out in the sentence before goes by another word.
        sentence = words.SentenceOf(first);
        for (int i = first - 1; i >= 0 && sentence - words.SentenceOf(i) <= 1; i--)
        {
            if (words.SentenceOf(i) < sentence && words[i].Pos == PartOfSpeech.Noun && tree.Is(i, CueKind.Occasion) && words[i] is { Relation: Relation.Obj, Head: >= 0 and var verb } && tree.Is(verb, CueKind.Giving)
                && words.Child(verb, Relation.Nsubj) is >= 0 and var giver && Of(giver, step) is { } holder)
            {
                return holder;
            }
        }

        return null;
    }

    // "the ministry's press service", "the press service of the army", "the parliament press office".
    private int Principal(int bureau)
    {
        if (words.Child(bureau, Relation.NmodPoss) is >= 0 and var owner)
            return owner;
        foreach (int child in words.Children(bureau))
        {
            if (child > bureau ? words[child].Relation == Relation.Nmod && tree.HasCase(child, CueKind.Author) : words[child].Relation == Relation.Compound && places.Knows(child))
                return child;
        }

        return -1;
    }

    // Its owner, the one who gives it out, the one who says something in it, its author.
    private int Giver(int noun)
    {
        if (cues.OwnerBeside(noun) is >= 0 and var owner)
            return owner;
        foreach (int child in words.Children(noun))
        {
            if (child > noun && words[child].Relation == Relation.Nmod && tree.HasCase(child, CueKind.Author) && places.Knows(child))
                return child;
        }

        // "the statement posted on the ministry's website".
        foreach (int child in words.Children(noun))
        {
            if (child > noun && words[child].Relation == Relation.Acl && tree.Is(child, CueKind.Giving) && words.Child(child, Relation.Obl) is >= 0 and var board && tree.HasCase(board, CueKind.Channel) && cues.OwnerBeside(board) is >= 0 and var host)
                return host;
        }

        int head = words[noun].Head;
        if (head < 0)
            return -1;
        if (tree.Is(head, CueKind.Giving))
        {
            return words[noun].Relation switch
            {
                Relation.Obj => words.Child(head, Relation.Nsubj),
                Relation.NsubjPass => words.Child(head, Relation.OblAgent),
                _ => -1,
            };
        }

        if (words[noun].Relation == Relation.Nmod && tree.Is(head, CueKind.Author))
            return places.Knows(head) || words[head].Relation != Relation.Appos ? head : words[head].Head;

        // "the mayor, in a statement on Monday, announced …".
        if (words[noun].Relation == Relation.Nmod && tree.HasCase(noun, CueKind.Channel) && tree.IsSetOff(noun))
            return places.Knows(head) ? head : -1;
        return words[noun].Relation == Relation.Obl && cues.At(head) is { Cue.Kind: CueKind.Verb } ? cues.SpeakerOf(head) : -1;
    }
}
