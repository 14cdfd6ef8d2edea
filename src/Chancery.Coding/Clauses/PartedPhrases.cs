using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Phrases that one word of them led astray: "declared the vote void" with a vote that is void for its kind, "with Togo at its side" read as a companion,
/// "claims that … are baseless" without a subject, a day at the end given to a participle, a relative clause given to a noun too near.
/// </summary>
internal sealed class PartedPhrases : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) => tokens[i].Relation switch
    {
        Relation.Compound or Relation.Nmod or Relation.Amod when IsNominal(tokens[i]) && tokens[i].Head > i => tokens[tokens[i].Head] is { Pos: PartOfSpeech.Adj, Relation: Relation.Xcomp } || IsBeforeRoot(tokens, i),
        Relation.Obl or Relation.Nmod when tokens[i].Tag == "JJS" => true,
        Relation.Obj => tokens[i].Pos == PartOfSpeech.Intj,
        Relation.Orphan => tokens[i].Pos == PartOfSpeech.Noun,
        Relation.Ccomp => tokens[i].Pos == PartOfSpeech.Noun,
        Relation.Conj => tokens[i].Pos == PartOfSpeech.Adj && tokens[i].Head < i,
        Relation.Nsubj => tokens[i].Head > i && i > sentence.FirstToken && tokens[tokens[i].Head].Tag == "VB",
        Relation.AclRelcl => tokens[i].Head < i - 3,
        Relation.Acl => tokens[i] is { Tag: "VBG" } && tokens[i].Head < i,
        Relation.Obl => tokens[i].Head < i - 1 && tokens[i].Head >= sentence.FirstToken && (tokens[i].Pos == PartOfSpeech.Verb || (tokens[tokens[i].Head] is { Tag: "VB", Relation: Relation.Xcomp } && IsNominal(tokens[i]))),
        _ => false,
    };

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        switch (tree[i].Relation)
        {
            case Relation.Obj:
                tree.Hang(i, head, Relation.Advmod);
                break;
            case Relation.Obl or Relation.Nmod when tree[i].Tag == "JJS":
                MendThing(tree, i);
                break;
            case Relation.Compound when IsBeforeRoot(tree.Tokens, i):
                MendVerb(tree, i, head);
                break;
            case Relation.Compound or Relation.Nmod or Relation.Amod:
                MendJudged(tree, i, head, grammar);
                break;
            case Relation.Orphan:
                MendAtSide(tree, i, head);
                break;
            case Relation.Ccomp:
                MendTold(tree, i, head);
                break;
            case Relation.Conj:
                MendLeft(tree, i, head);
                break;
            case Relation.Nsubj:
                MendTerm(tree, i, head);
                break;
            case Relation.AclRelcl:
                MendCrossed(tree, i, head);
                break;
            case Relation.Acl:
                MendGround(tree, i, head, grammar);
                MendDay(tree, i, head, grammar);
                break;
            default:
                MendPhrase(tree, i, head);
                break;
        }
    }

    private static bool IsNominal(in Token token) => token.Pos is PartOfSpeech.Noun or PartOfSpeech.Propn;

    /// <summary>"Mobs attack": a plural before a noun that is the root.</summary>
    private static bool IsBeforeRoot(ReadOnlySpan<Token> tokens, int plural) =>
        tokens[plural] is { Relation: Relation.Compound, Tag: "NNS" or "NNPS" } && tokens[plural].Head == plural + 1 && tokens[plural + 1] is { Tag: "NN", Relation: Relation.Root };

    /// <summary>"at the behest of Togo" with a highest degree in "-est": what has an article, a preposition and somebody behind it is a thing.</summary>
    private static void MendThing(SentenceEdit tree, int thing)
    {
        if (tree.Has(thing, Relation.Case) && tree.Child(thing, Relation.Det) == thing - 1 && tree.Child(thing, Relation.Nmod) > thing)
            tree.MakeThing(thing);
    }

    /// <summary>"declared the Chadian vote null and void", "found Jan Blom guilty": no noun is a part of an adjective; it is what is judged so.</summary>
    private static void MendJudged(SentenceEdit tree, int judged, int property, ClauseGrammar grammar)
    {
        int verb = tree[property].Head;
        if (!tree.Holds(verb) || verb > judged || tree[verb].Pos != PartOfSpeech.Verb || !grammar.IsPredicative(tree[verb].Lemma) || tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.AuxPass)
            || tree.Has(judged, Relation.Case) || grammar.IsMeasure(tree[judged].Lemma) || tree.Edges(judged, -1).Last != property - 1 || tree.Edges(property, -1).First != verb + 1)
            return;
        tree.Move(property, judged, verb + 1, judged);
        tree.Hang(judged, verb, Relation.Obj);
    }

    /// <summary>"closed its border, with Togo at its side": the two words behind "with" tell how somebody was, not whom the act befell.</summary>
    private static void MendAtSide(SentenceEdit tree, int place, int company)
    {
        if (place < company || !tree.Is(company, Relation.Obl) || !tree.Has(place, Relation.Case) || tree.Child(company, Relation.Case) is not (>= 0 and var with) || with > company || !tree.IsComma(with - 1))
            return;
        tree.Hang(place, company, Relation.Nmod);
    }

    /// <summary>"Claims that Chad attacked are baseless, he said" with the claims told beside what is said of them.</summary>
    private static void MendTold(SentenceEdit tree, int told, int verb)
    {
        if (told > verb || tree.Has(told, Relation.Cop) || tree.HasSubject(told) || tree.Has(told, Relation.Mark) || tree.Has(told, Relation.Case))
            return;
        int last = tree.Edges(told, -1).Last;
        for (int i = last + 1; i < verb; i++)
        {
            if (tree[i].Head != verb || !tree.Is(i, Relation.Ccomp))
                continue;
            if (!tree.HasSubject(i) && (tree.IsFinite(i) || tree.Has(i, Relation.Cop) || tree.Has(i, Relation.Aux) || tree.Has(i, Relation.AuxPass)) && tree.Edges(i, -1).First == last + 1)
                tree.Hang(told, i, tree.Has(i, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
            return;
        }
    }

    /// <summary>"leaving two people dead and dozens injured": the dozens are left so as the others are.</summary>
    private static void MendLeft(SentenceEdit tree, int state, int verb)
    {
        int others = tree.Child(state, Relation.NsubjPass) is >= 0 and var passive ? passive : tree.Child(state, Relation.Nsubj);
        int people = tree.Child(verb, Relation.Obj);
        int first = tree.Child(verb, Relation.Xcomp);
        if (others < 0 || others > state || people < verb || first < people || first > others || tree[first].Pos != PartOfSpeech.Adj || tree.Has(state, Relation.Cop) || tree.Has(state, Relation.Aux) || tree.Has(state, Relation.AuxPass))
            return;
        if (tree.Child(state, Relation.Cc) is >= 0 and var and)
            tree.Hang(and, others, Relation.Cc);
        tree.Hang(others, people, Relation.Conj);
        tree.Hang(state, first, Relation.Conj);
    }

    /// <summary>"Mobs attack shops": what has an object is a verb, and a plural right before it its subject.</summary>
    private static void MendVerb(SentenceEdit tree, int subject, int verb)
    {
        if (tree.Child(verb, Relation.Obj) <= verb || tree.Has(verb, Relation.Det) || tree.Has(verb, Relation.Cop) || tree.Has(verb, Relation.Case))
            return;
        tree.Move(verb, subject, tree.First, subject);
        tree.Hang(subject, verb, Relation.Nsubj);
        tree.MakePlural(verb);
        for (int i = verb + 1; i < tree.End; i++)
        {
            if (tree[i].Head == verb && tree.Is(i, Relation.Nmod))
                tree.Hang(i, verb, Relation.Obl);
        }
    }

    /// <summary>"gave the ministry until 1 May to pay": what has a preposition pays nothing.</summary>
    private static void MendTerm(SentenceEdit tree, int term, int infinitive)
    {
        int above = tree[infinitive].Head;
        if (tree.Holds(above) && above < term && tree.Child(term, Relation.Case) is >= 0 and var preposition && preposition < term && tree[preposition].Lemma != "for"
            && tree.Child(infinitive, Relation.Mark) is >= 0 and var to && to > term && tree[to].Lemma == "to")
        {
            tree.Hang(term, above, Relation.Obl);
        }
    }

    /// <summary>"offered a survey of the reef in May, which was refused" with a reef that was: behind a phrase of the verb the clause tells of its object.</summary>
    private static void MendCrossed(SentenceEdit tree, int relative, int noun)
    {
        int thing = tree[noun].Head;
        if (!tree.Is(noun, Relation.Nmod) || !tree.Holds(thing) || thing > noun || !tree.Is(thing, Relation.Obj))
            return;
        int which = tree.Child(relative, Relation.NsubjPass) is >= 0 and var passive ? passive : tree.Child(relative, Relation.Nsubj);
        if (which < noun || tree[which].Tag != "WDT" || !tree.IsComma(which - 1))
            return;
        for (int i = tree.Edges(noun, relative).Last + 1; i < which; i++)
        {
            if (tree[i].Head != tree[thing].Head || tree[i].Pos == PartOfSpeech.Punct)
                continue;
            tree.Hang(relative, thing, Relation.AclRelcl);
            return;
        }
    }

    /// <summary>"sentenced to life for taking bribes" with a life for it: a sentence has its ground.</summary>
    private static void MendGround(SentenceEdit tree, int ground, int noun, ClauseGrammar grammar)
    {
        if (tree.Child(ground, Relation.Mark) is not (>= 0 and var mark) || mark != noun + 1 && tree.Edges(noun, ground).Last != mark - 1 || !grammar.IsGround(tree[mark].Lemma))
            return;
        for (int above = noun, hops = 0; hops < 3 && tree[above].Relation is Relation.Nmod or Relation.Obl && tree.Holds(tree[above].Head); hops++)
        {
            above = tree[above].Head;
            if (tree[above].Pos != PartOfSpeech.Verb || !grammar.IsVerdict(tree[above].Lemma) || above > noun)
                continue;
            tree.Hang(ground, above, Relation.Advcl);
            return;
        }
    }

    /// <summary>"launched a rocket carrying a satellite on Monday": the day behind both is that of the deed.</summary>
    private static void MendDay(SentenceEdit tree, int participle, int noun, ClauseGrammar grammar)
    {
        int verb = tree[noun].Head;
        if (!tree.Is(participle, Relation.Acl) || !tree.Is(noun, Relation.Obj) || !tree.Holds(verb) || verb > noun || tree[verb].Tag != "VBD" || HasDay(tree, verb, grammar) >= 0)
            return;
        if (HasDay(tree, participle, grammar) is > 0 and var day && day > participle && tree.Edges(participle, -1).Last == tree.Edges(day, -1).Last)
            tree.Hand(day, verb);
    }

    private static int HasDay(SentenceEdit tree, int verb, ClauseGrammar grammar)
    {
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation is Relation.Obl or Relation.OblUnmarked && grammar.Dates.Is(tree[i].Lemma.ToLowerInvariant(), "weekday"))
                return i;
        }

        return -1;
    }

    /// <summary>"accused Chad of training fighters" with the training as a circumstance; "agreed to meet, following talks" with a meeting that follows.</summary>
    private static void MendPhrase(SentenceEdit tree, int phrase, int above)
    {
        if (tree[phrase].Pos == PartOfSpeech.Verb)
        {
            if (tree.EndsInIng(phrase) && tree.Has(phrase, Relation.Mark))
                tree.Hang(phrase, above, Relation.Advcl);
            return;
        }

        int verb = tree[above].Head;
        if (tree.Child(phrase, Relation.Case) is >= 0 and var following && tree[following].Tag == "VBG" && tree.IsComma(following - 1) && tree.Holds(verb) && verb < above && tree[verb].Pos == PartOfSpeech.Verb)
            tree.Hang(phrase, verb, Relation.Obl);
    }
}
