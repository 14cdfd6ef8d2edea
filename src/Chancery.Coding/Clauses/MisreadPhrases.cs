using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Phrases behind a verb of which the parser read one part into another: "left ten dead" with ten who are dead, "put on hold an offer" with the offer held, "gave the envoy assurances" with an envoy named so.</summary>
internal sealed class MisreadPhrases : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        IsCountedState(tokens, i) || IsPhraseAsVerb(tokens, sentence, i) || IsPersonBeforeThing(tokens, i) || IsDoneBeforeName(tokens, sentence, i) || IsAimOfTime(tokens, i) || IsWhatAsArticle(tokens, i)
        || tokens[i] is { Relation: Relation.CompoundPrt } && tokens[i].Head == i - 1 && tokens[i - 1] is { Pos: PartOfSpeech.Noun, Relation: Relation.Ccomp };

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (tree.Is(i, Relation.CompoundPrt))
            MendVerb(tree, head);
        else if (IsCountedState(tree.Tokens, i))
            MendCounted(tree, i, head);
        else if (IsPhraseAsVerb(tree.Tokens, tree.Sentence, i))
            MendPhrase(tree, i, head);
        else if (IsPersonBeforeThing(tree.Tokens, i))
            MendReceiver(tree, i, head, grammar);
        else if (IsDoneBeforeName(tree.Tokens, tree.Sentence, i))
            MendName(tree, i, head);
        else if (IsAimOfTime(tree.Tokens, i))
            MendAim(tree, i, head, grammar);
        else
            MendEstimate(tree, i, tree.Is(i, Relation.Det) ? head : i + 1);
    }

    /// <summary>"insisted that Togo hand over the pilot": what has a particle and a subject is a verb.</summary>
    private static void MendVerb(SentenceEdit tree, int verb)
    {
        if (tree.Has(verb, Relation.Nsubj) && !tree.Has(verb, Relation.Det) && !tree.Has(verb, Relation.Cop))
            tree.MakeInfinitive(verb);
    }

    private static bool IsCountedState(ReadOnlySpan<Token> tokens, int number) =>
        tokens[number] is { Pos: PartOfSpeech.Num, Relation: Relation.Nummod } && tokens[number].Head == number + 1 && tokens[number + 1] is { Pos: PartOfSpeech.Adj, Relation: Relation.Xcomp };

    /// <summary>"left ten dead": those who are counted are what the verb acts on.</summary>
    private static void MendCounted(SentenceEdit tree, int number, int state)
    {
        int verb = tree[state].Head;
        if (verb >= number || tree[verb].Pos != PartOfSpeech.Verb || tree.Has(verb, Relation.Obj) || tree.Edges(state, -1).First <= verb)
            return;
        tree.Move(state, number, verb, number);
        tree.Hang(number, verb, Relation.Obj);
    }

    private static bool IsPhraseAsVerb(ReadOnlySpan<Token> tokens, Sentence sentence, int noun) =>
        noun > sentence.FirstToken + 1 && tokens[noun] is { Pos: PartOfSpeech.Verb, Relation: Relation.Advcl or Relation.Xcomp, Tag: "VB" or "VBP" } && tokens[noun - 1] is { Relation: Relation.Case, Tag: "IN" } preposition && preposition.Head == noun && tokens[noun].Head == noun - 2;

    /// <summary>"put on hold an offer": no base form stands behind a preposition; what is behind the noun is what is put.</summary>
    private static void MendPhrase(SentenceEdit tree, int noun, int verb)
    {
        int thing = tree.Child(noun, Relation.Obj);
        if (thing > noun && !tree.Has(verb, Relation.Obj))
        {
            for (int i = thing + 1; i < tree.End; i++)
            {
                if (tree[i].Head == noun && tree.Is(i, Relation.Obl))
                    tree.Hand(i, verb);
            }

            tree.Hang(thing, verb, tree.Has(verb, Relation.AuxPass) ? Relation.Obl : Relation.Obj);
        }

        tree.MakeGerundNoun(noun);
        tree.Hang(noun, verb, Relation.Obl);
    }

    private static bool IsPersonBeforeThing(ReadOnlySpan<Token> tokens, int person) =>
        tokens[person] is { Relation: Relation.NmodDesc, Pos: PartOfSpeech.Noun } && tokens[person].Head is var thing && thing > person && tokens[thing] is { Pos: PartOfSpeech.Noun, Relation: Relation.Obj } && tokens[thing].Head < person;

    /// <summary>"wished the Qatari emir success": an office before a common noun is no title; it is whoever the thing is given to.</summary>
    private static void MendReceiver(SentenceEdit tree, int person, int thing, ClauseGrammar grammar)
    {
        int verb = tree[thing].Head;
        if (tree[verb].Pos != PartOfSpeech.Verb || tree.Has(verb, Relation.Iobj) || tree.Child(thing, Relation.Det) is not (>= 0 and var article) || article != verb + 1)
            return;
        for (int i = article; i < person; i++)
        {
            if (tree[i].Head == thing)
                tree.Hand(i, person);
        }

        tree.Hang(person, verb, Relation.Iobj);
    }

    private static bool IsDoneBeforeName(ReadOnlySpan<Token> tokens, Sentence sentence, int participle) =>
        participle > sentence.FirstToken + 2 && tokens[participle] is { Relation: Relation.Acl, Tag: "VBN" or "VBD" } && tokens[participle].Head < participle - 1 && tokens[participle - 1] is { Relation: Relation.Case, Pos: PartOfSpeech.Part };

    /// <summary>"the wife of Chad's ousted president Karl Roe": a participle inside the phrase of its own object only describes it.</summary>
    private static void MendName(SentenceEdit tree, int participle, int noun)
    {
        int name = tree.Child(participle, Relation.Obj);
        int owner = tree[participle - 1].Head;
        if (name < participle || !tree.Is(owner, Relation.NmodPoss) || tree[owner].Head != name || !tree.Has(name, Relation.Case))
            return;
        tree.Hang(name, noun, Relation.Nmod);
        tree.Hang(participle, name, Relation.Amod);
    }

    private static bool IsAimOfTime(ReadOnlySpan<Token> tokens, int verb) =>
        verb > 1 && tokens[verb] is { Relation: Relation.Acl, Tag: "VB" } && tokens[verb - 1] is { Relation: Relation.Mark, Tag: "TO" } && tokens[verb].Head == verb - 2 && tokens[verb - 2].Relation == Relation.Obj;

    /// <summary>"were given 14 days to leave": what somebody is given a time for is what he is to do.</summary>
    private static void MendAim(SentenceEdit tree, int aim, int time, ClauseGrammar grammar)
    {
        int verb = tree[time].Head;
        if (tree.Has(time, Relation.Nummod) && tree[verb].Pos == PartOfSpeech.Verb && grammar.IsDitransitive(tree[verb].Lemma) && (tree.Has(verb, Relation.AuxPass) || tree.Has(verb, Relation.Iobj)))
            tree.Hang(aim, verb, Relation.Xcomp);
    }

    private static bool IsWhatAsArticle(ReadOnlySpan<Token> tokens, int what) =>
        tokens[what] is { Relation: Relation.Det or Relation.Nsubj, Tag: "WP" or "WDT" } && (tokens[what].Relation == Relation.Det ? tokens[what].Head : what + 1) is var teller && teller > what && teller + 1 < tokens.Length && tokens[teller].Relation == Relation.Nsubj && tokens[teller + 1] is { Relation: Relation.Acl, Tag: "VBN" or "VBD" } && tokens[teller + 1].Head == teller;

    /// <summary>"what observers put at two million people marched": whoever tells how many there were did not do it.</summary>
    private static void MendEstimate(SentenceEdit tree, int what, int teller)
    {
        int telling = teller + 1;
        int people = tree.Child(telling, Relation.Obl);
        int preposition = people < 0 ? -1 : tree.Child(people, Relation.Case);
        if (preposition != telling + 1 || !tree.IsNominal(people) || !tree.Has(people, Relation.Nummod))
            return;
        tree.Hang(people, tree[teller].Head, Relation.Nsubj);
        tree.Hang(what, people, Relation.Det);
        tree.Hang(teller, what, Relation.Fixed);
        tree.Hang(telling, what, Relation.Fixed);
        tree.Hang(preposition, what, Relation.Fixed);
    }
}
