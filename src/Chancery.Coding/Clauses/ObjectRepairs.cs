using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>What a verb acts on and what it asks for, put back under it: "thanked Togo and Mali" with the name read as a predicate, "was asked by Mali to leave" with the asking read into the name.</summary>
internal sealed class ObjectRepairs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        IsNameBeforeNumber(tokens, i) || IsFiniteInside(tokens[i]) || IsKeptObject(tokens[i]) || IsPluralBeforeName(tokens, i) || IsGerundBeside(tokens, i) || IsSecondObject(tokens, sentence, i) || IsNamedPredicate(tokens[i]) || IsInfinitiveAtNoun(tokens[i]) || IsNounAside(tokens[i]) || IsLooseParticiple(tokens[i]) || IsVerbInName(tokens[i]) || tokens[i].Relation is Relation.CompoundPrt or Relation.OblUnmarked or Relation.Expl
        || tokens[i] is { Relation: Relation.Xcomp, Pos: PartOfSpeech.Noun or PartOfSpeech.Propn };

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (IsNameBeforeNumber(tree.Tokens, i))
            MendReceiver(tree, i, grammar);
        else if (IsFiniteInside(tree[i]))
            MendAccused(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Xcomp) && tree.IsNominal(i) && i > head && grammar.IsPredicative(tree[head].Lemma) && !tree.Has(head, Relation.Obj) && HasSecondPredicate(tree, i, head))
            tree.Hang(i, head, Relation.Obj);
        else if (IsKeptObject(tree[i]) && tree.Has(head, Relation.AuxPass) && grammar.IsDitransitive(tree[head].Lemma))
            MendKeptObject(tree, i, head);
        else if (IsPluralBeforeName(tree.Tokens, i))
            MendAddressee(tree, i, head, grammar);
        else if (IsGerundBeside(tree.Tokens, i) && !tree.Has(head, Relation.AuxPass) && grammar.ForceOf(tree[head].Lemma) != ModalForce.None)
            tree.Hang(i, head, Relation.Xcomp);
        else if (IsNamedPredicate(tree[i]))
            MendNamedObject(tree, i, head, grammar);
        else if (IsInfinitiveAtNoun(tree[i]))
            MendInfinitive(tree, i, head, grammar);
        else if (IsNounAside(tree[i]))
            MendName(tree, i, head, grammar);
        else if (IsLooseParticiple(tree[i]))
            MendResult(tree, i, head, grammar);
        else if (IsVerbInName(tree[i]))
            MendVerbInObject(tree, i, head);
        else if (tree.Is(i, Relation.Expl))
            MendMinded(tree, i, head, grammar);
        else if (IsSecondObject(tree.Tokens, tree.Sentence, i))
            MendVerdict(tree, i, head, grammar);
        else if (tree.Is(i, Relation.CompoundPrt))
            MendBehindParticle(tree, i, head);
        else if (tree.Is(i, Relation.OblUnmarked) && IsGivenTime(tree, i, head, grammar))
            MendGivenTime(tree, i, head);
        else if (tree.Is(i, Relation.OblUnmarked) && IsHours(tree, i, head, grammar))
            tree.Hang(i, head, Relation.Obj);
        else if (tree.Is(i, Relation.OblUnmarked))
            MendBeforePredicate(tree, i, head, grammar);
    }

    /// <summary>"gave the troops one month to leave": a stretch of time with its number, behind whom it is given to and before what it is for, is what is given.</summary>
    private static bool IsGivenTime(SentenceEdit tree, int time, int verb, ClauseGrammar grammar) =>
        grammar.IsDitransitive(tree[verb].Lemma) && !tree.Has(verb, Relation.Obj) && tree.Child(verb, Relation.Iobj) is >= 0 and var given && given < time
        && (tree.Has(time, Relation.Nummod) || tree.Has(time, Relation.Det)) && time + 1 < tree.End && tree[time + 1].Tag == "TO";

    private static void MendGivenTime(SentenceEdit tree, int time, int verb)
    {
        tree.Hang(time, verb, Relation.Obj);
        int to = time + 1;
        if (tree.Is(to, Relation.Mark) && tree.Is(tree[to].Head, Relation.Advcl) && tree[tree[to].Head].Head == verb)
            tree.Hang(tree[to].Head, verb, Relation.Xcomp);
    }

    /// <summary>"eased curfew hours": hours of some kind right behind a verb that may have an object are no measure of how long it took.</summary>
    private static bool IsHours(SentenceEdit tree, int hours, int verb, ClauseGrammar grammar) =>
        tree[verb].Pos == PartOfSpeech.Verb && !tree.Has(verb, Relation.Obj) && !tree.Has(verb, Relation.AuxPass) && !grammar.IsIntransitive(tree[verb].Lemma) && tree.Edges(hours, -1).First == verb + 1
        && tree.Child(hours, Relation.Compound) is >= 0 and var kind && tree[kind].Pos == PartOfSpeech.Noun && !grammar.IsMeasure(tree[kind].Lemma) && !tree.Has(hours, Relation.Nummod);

    private static bool IsFiniteInside(in Token token) => token is { Relation: Relation.Xcomp or Relation.Ccomp, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" };

    /// <summary>"expelled a diplomat accused of theft": a past form behind an object is a participle; where the verb governs no act it describes the object.</summary>
    private static void MendAccused(SentenceEdit tree, int participle, int verb, ClauseGrammar grammar)
    {
        if (tree.Is(participle, Relation.Ccomp))
        {
            MendCaused(tree, participle, verb, grammar);
            return;
        }

        int described = tree.Child(verb, Relation.Obj);
        if (described < verb || described > participle || tree.HasSubject(participle) || tree.Has(participle, Relation.Aux) || tree.Has(participle, Relation.AuxPass) || tree.Has(participle, Relation.Obj))
            return;
        tree.MakeParticiple(participle);
        if (grammar.ForceOf(tree[verb].Lemma) == ModalForce.None && !grammar.IsCausing(tree[verb].Lemma) && tree.Edges(described, participle).Last == participle - 1)
            tree.Hang(participle, described, Relation.Acl);
    }

    /// <summary>"had the editor arrested": whoever stands between "had" and a past form did not do it.</summary>
    private static void MendCaused(SentenceEdit tree, int participle, int verb, ClauseGrammar grammar)
    {
        int sufferer = tree.Child(participle, Relation.Nsubj);
        bool isBare = !tree.Has(participle, Relation.Aux) && !tree.Has(participle, Relation.Mark) && !tree.Has(participle, Relation.Obj) && !tree.Has(participle, Relation.Cc);
        if (!isBare || sufferer < verb || sufferer > participle || !grammar.IsCausing(tree[verb].Lemma) || tree.Edges(sufferer, -1).First != verb + 1)
            return;
        tree.MakeParticiple(participle);
        tree.Hang(sufferer, participle, Relation.NsubjPass);
    }

    private static bool IsNameBeforeNumber(ReadOnlySpan<Token> tokens, int name) =>
        tokens[name] is { Pos: PartOfSpeech.Propn, Relation: Relation.Compound or Relation.NmodUnmarked or Relation.Nmod } && tokens[name].Head > name + 1 && name + 1 < tokens.Length && tokens[name + 1].Pos is PartOfSpeech.Num or PartOfSpeech.Sym;

    /// <summary>"promised Togo 60 million euros": a name before a number is no part of the number; it is who gets so much.</summary>
    private static void MendReceiver(SentenceEdit tree, int name, ClauseGrammar grammar)
    {
        int begin = name;
        while (begin > tree.First && (tree[begin - 1].Pos == PartOfSpeech.Propn || tree[begin - 1].Relation == Relation.Det))
            begin--;
        int verb = begin - 1;
        int given = tree.Holds(verb) ? tree.Child(verb, Relation.Obj) : -1;
        if (given <= name || tree[verb].Pos != PartOfSpeech.Verb || !grammar.IsDitransitive(tree[verb].Lemma) || tree.Has(verb, Relation.Iobj) || tree.Edges(given, -1).First != begin || tree.IsUnder(given, name))
            return;
        tree.Hang(name, verb, Relation.Iobj);
        for (int i = begin; i < name; i++)
        {
            if (tree[i].Head < begin || tree[i].Head > name)
                tree.Hang(i, name, tree[i].Relation == Relation.Det ? Relation.Det : Relation.Compound);
        }
    }

    private static bool IsPluralBeforeName(ReadOnlySpan<Token> tokens, int noun) =>
        tokens[noun] is { Tag: "NNS" or "NN", Relation: Relation.Compound or Relation.NmodPoss } && tokens[noun].Head is var name && name > noun && noun + 1 < tokens.Length && tokens[noun + 1].Pos == PartOfSpeech.Propn;

    /// <summary>"told local media Blom's office was searched": a plural is no part of the name behind it; it is they who were told.</summary>
    private static void MendAddressee(SentenceEdit tree, int told, int name, ClauseGrammar grammar)
    {
        int begin = told;
        while (begin > tree.First && tree[begin - 1].Pos is PartOfSpeech.Adj or PartOfSpeech.Det && tree[begin - 1].Head == name)
            begin--;
        int verb = begin - 1;
        bool isSaying = verb > tree.First && tree[verb].Pos == PartOfSpeech.Verb && grammar.ForceOf(tree[verb].Lemma) == ModalForce.Asserted && tree.Has(verb, Relation.Ccomp) && !tree.Has(verb, Relation.Obj) && !tree.Has(verb, Relation.Iobj) && (begin < told || tree[told].Tag == "NNS");
        if (!isSaying)
            return;
        tree.Move(name, told, begin, told);
        tree.Hang(told, verb, Relation.Iobj);
    }

    /// <summary>"called the withdrawal 'blackmail'": of two nouns behind a verb, with no more than a mark between them, the first is what the second is said of.</summary>
    private static bool HasSecondPredicate(SentenceEdit tree, int first, int verb)
    {
        for (int i = first + 1; i < tree.End; i++)
        {
            if (tree[i].Head == verb && tree.Is(i, Relation.Xcomp) && tree[i].Pos is PartOfSpeech.Noun or PartOfSpeech.Adj)
                return ReachesTo(tree, first, i);
        }

        return false;
    }

    /// <summary>"denied sending arms": what stands right behind a verb that governs acts is the act that it governs, not a circumstance.</summary>
    private static bool IsGerundBeside(ReadOnlySpan<Token> tokens, int gerund) =>
        gerund > 0 && tokens[gerund] is { Relation: Relation.Advcl, Tag: "VBG" } && tokens[gerund].Head == gerund - 1 && tokens[gerund - 1].Pos == PartOfSpeech.Verb;

    /// <summary>"left nine soldiers dead": between a verb and the adjective that it makes of somebody stands its object; "looks a bit alike" says how much.</summary>
    private static void MendBeforePredicate(SentenceEdit tree, int noun, int adjective, ClauseGrammar grammar)
    {
        int verb = tree[adjective].Head;
        if (!grammar.IsMeasure(tree[noun].Lemma) && !grammar.IsIntransitive(tree[verb].Lemma) && tree.Is(adjective, Relation.Xcomp) && tree[adjective].Pos == PartOfSpeech.Adj && tree.Holds(verb) && verb < noun && noun < adjective && tree.IsNominal(noun) && !tree.Has(verb, Relation.Obj) && tree.Edges(noun, -1).First == verb + 1)
            tree.Hang(noun, verb, Relation.Obj);
    }

    /// <summary>"called off the talks": a noun without a preposition right behind the particle is what is called off.</summary>
    private static void MendBehindParticle(SentenceEdit tree, int particle, int verb)
    {
        // "allow up to 900 people to leave": a bound of the number, no part of the verb.
        if (particle + 2 < tree.End && tree[particle + 1].Lemma == "to" && tree[particle + 2].Pos == PartOfSpeech.Num)
        {
            tree.Hang(particle, particle + 2, Relation.Advmod);
            return;
        }

        if (verb > particle || tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.AuxPass))
            return;
        for (int i = particle + 1; i < tree.End && !(tree[i].Pos == PartOfSpeech.Punct && tree[i].Head <= particle); i++)
        {
            if (tree[i].Head != verb || !tree.Is(i, Relation.Obl))
                continue;
            // "forced out on Monday more than 90 refugees": what is counted is no circumstance.
            bool isCounted = tree.Is(i, Relation.Obl) && tree.Has(i, Relation.Nummod) && !tree.HasVerbBetween(particle, i);
            if (tree.IsNominal(i) && !tree.Has(i, Relation.Case) && (isCounted || tree.Edges(i, -1).First == particle + 1))
                tree.Hang(i, verb, Relation.Obj);
            else if (tree.Has(i, Relation.Case) || tree.Is(i, Relation.OblUnmarked))
                continue;
            return;
        }
    }

    /// <summary>"reported 90 soldiers killed": without "and", comma or object the verb behind the object tells what was done to it.</summary>
    private static void MendResult(SentenceEdit tree, int participle, int verb, ClauseGrammar grammar)
    {
        int told = tree.Child(verb, Relation.Obj);
        bool isBehind = told > verb && participle > told && tree[verb].Pos == PartOfSpeech.Verb && tree.Edges(told, participle).Last == participle - 1 && tree.MayBePast(participle);
        bool isBare = !tree.HasSubject(participle) && !tree.Has(participle, Relation.Cc) && !tree.Has(participle, Relation.Obj) && !tree.Has(participle, Relation.Aux) && !tree.Has(participle, Relation.Punct);
        if (!isBehind || !isBare || !grammar.IsDoneToPeople(tree[participle].Lemma))
            return;
        tree.MakeParticiple(participle);
        tree.Hang(participle, verb, Relation.Ccomp);
        tree.Hang(told, participle, Relation.NsubjPass);
    }

    private static bool IsVerbInName(in Token token) => token.Relation is Relation.Compound or Relation.Amod && token.Pos == PartOfSpeech.Verb;

    /// <summary>"demanded that Spain cancel plans": what has a subject is the verb of a clause, and the noun that it was hung on its object.</summary>
    private static void MendVerbInObject(SentenceEdit tree, int verb, int noun)
    {
        int above = tree[noun].Head;
        if (noun < verb || !tree.Has(verb, Relation.Nsubj) || !tree.Is(noun, Relation.Obj) || !tree.Holds(above) || above > verb)
            return;
        tree.Hang(verb, above, Relation.Ccomp);
        tree.Hang(noun, verb, Relation.Obj);
    }

    /// <summary>"it is willing to leave", "it has said that …": only somebody can be or do so.</summary>
    private static void MendMinded(SentenceEdit tree, int pronoun, int adjective, ClauseGrammar grammar)
    {
        bool voices = tree[adjective].Pos == PartOfSpeech.Verb && tree[pronoun].Pos == PartOfSpeech.Pron && tree[pronoun].Tag == "PRP" && grammar.ForceOf(tree[adjective].Lemma) == ModalForce.Asserted && !tree.Has(adjective, Relation.AuxPass) && tree.Has(adjective, Relation.Ccomp) && !tree.Has(adjective, Relation.Csubj);
        if ((voices || tree[adjective].Pos == PartOfSpeech.Adj && grammar.IsMinded(tree[adjective].Lemma)) && !tree.Has(adjective, Relation.Nsubj))
            tree.Hang(pronoun, adjective, Relation.Nsubj);
    }

    private static bool IsLooseParticiple(in Token token) => token.Relation == Relation.Conj && token.Pos == PartOfSpeech.Verb && token.Tag is "VBD" or "VBN";

    private static bool IsNamedPredicate(in Token token) => token.Relation == Relation.Xcomp && token.Pos == PartOfSpeech.Propn;

    private static bool IsInfinitiveAtNoun(in Token token) => token.Relation is Relation.Acl or Relation.Advcl or Relation.Xcomp && token.Pos == PartOfSpeech.Verb && token.Tag == "VB";

    /// <summary>A noun or adjective that the parser hangs on the noun before it.</summary>
    private static bool IsNounAside(in Token token) => (token.Relation == Relation.Appos && token.Pos == PartOfSpeech.Noun) || (token.Relation == Relation.Amod && token.Pos is PartOfSpeech.Adj or PartOfSpeech.Noun);

    private static bool IsKeptObject(in Token token) => token.Relation == Relation.Xcomp && token.Pos is PartOfSpeech.Noun or PartOfSpeech.Propn;

    /// <summary>"was denied bail": what one is denied is no name of the one denied.</summary>
    private static void MendKeptObject(SentenceEdit tree, int noun, int verb)
    {
        if (verb < noun && !tree.Has(verb, Relation.Obj) && !tree.Has(noun, Relation.Case) && !tree.Has(noun, Relation.Mark) && !tree.Has(noun, Relation.Cop))
            tree.Hang(noun, verb, Relation.Obj);
    }

    /// <summary>A noun right behind another object of the same verb.</summary>
    private static bool IsSecondObject(ReadOnlySpan<Token> tokens, Sentence sentence, int token)
    {
        if (tokens[token].Relation != Relation.Obj || tokens[token].Pos != PartOfSpeech.Noun)
            return false;
        for (int i = Math.Max(sentence.FirstToken, tokens[token].Head + 1); i < token; i++)
        {
            if (tokens[i].Relation is Relation.Obj or Relation.Iobj && tokens[i].Head == tokens[token].Head)
                return true;
        }

        return false;
    }

    /// <summary>"found the mayor guilty", "called the raid "an act of despair"", "proclaimed himself president": the second object of such a verb is what the first is found to be.</summary>
    private static void MendVerdict(SentenceEdit tree, int verdict, int verb, ClauseGrammar grammar)
    {
        int judged = tree.Child(verb, Relation.Iobj) is >= 0 and var receiver ? receiver : tree.Child(verb, Relation.Obj);
        if (judged >= verdict || verb >= judged || !grammar.IsPredicative(tree[verb].Lemma) || tree.Has(verb, Relation.Xcomp) || !ReachesTo(tree, judged, verdict))
            return;
        tree.Hang(judged, verb, Relation.Obj);
        tree.Hang(verdict, verb, Relation.Xcomp);
    }

    /// <summary>True where nothing but a quotation mark stands between two phrases.</summary>
    private static bool ReachesTo(SentenceEdit tree, int first, int second)
    {
        for (int i = tree.Edges(first, second).Last + 1; i < tree.Edges(second, -1).First; i++)
        {
            if (tree[i].Pos != PartOfSpeech.Punct || tree.IsComma(i))
                return false;
        }

        return true;
    }

    /// <summary>"called the plan "a disgrace"": what stands beside the object of such a verb without a comma is what the object is called.</summary>
    private static void MendName(SentenceEdit tree, int name, int called, ClauseGrammar grammar)
    {
        int verb = tree[called].Head;
        if (called > name || !(tree.Is(called, Relation.Obj) || tree.Is(called, Relation.Xcomp)) || !tree.IsNominal(called) || !tree.Holds(verb) || verb > called || !grammar.IsPredicative(tree[verb].Lemma))
            return;
        int known = tree.Child(verb, tree.Is(called, Relation.Obj) ? Relation.Xcomp : Relation.Obj);
        if (known >= 0)
            return;
        // A comma or dash opens an apposition; a quotation mark may stand before what it is called.
        int opener = tree.Edges(name, -1).First - 1;
        if (opener > called && tree[opener].Pos == PartOfSpeech.Punct && tree[opener].Tag is "," or ":" or "NFP")
            return;
        tree.Hang(called, verb, Relation.Obj);
        tree.Hang(name, verb, Relation.Xcomp);
    }

    /// <summary>"thanked Togo": right behind an active verb without an object a bare name is its object; "became President" takes a title.</summary>
    private static void MendNamedObject(SentenceEdit tree, int name, int verb, ClauseGrammar grammar)
    {
        bool isVerb = tree[verb].Pos == PartOfSpeech.Verb && verb < name && !tree.Has(verb, Relation.Obj) && !tree.Has(verb, Relation.AuxPass);
        if (isVerb && tree.Edges(name, -1).First == verb + 1 && !tree.Has(name, Relation.Case) && !tree.Has(name, Relation.Cop) && !tree.Has(name, Relation.Mark)
            && !grammar.IsPredicative(tree[verb].Lemma))
        {
            tree.Hang(name, verb, Relation.Obj);
        }
    }

    /// <summary>"was asked by Mali to leave", "asked people in the port to leave": the infinitive behind the agent or the place is what was asked.</summary>
    private static void MendInfinitive(SentenceEdit tree, int infinitive, int beside, ClauseGrammar grammar)
    {
        if (tree.Is(beside, Relation.AclRelcl))
        {
            MendAsked(tree, infinitive, beside, tree[beside].Head);
            return;
        }

        if (tree.Is(infinitive, Relation.Xcomp))
            return;

        if (tree.Is(infinitive, Relation.Acl) && tree.Is(beside, Relation.Obl) && IsSpan(tree, beside, grammar))
        {
            MendBehindSpan(tree, infinitive, beside, grammar);
            return;
        }

        int verb = VerbOver(tree, beside, grammar);
        if (verb < 0 || infinitive < beside || tree.Has(verb, Relation.Xcomp))
            return;
        if (tree.Child(infinitive, Relation.Mark) is >= 0 and var mark && mark > beside && !tree.HasVerbBetween(beside, infinitive))
            tree.Hang(infinitive, verb, Relation.Xcomp);
    }

    /// <summary>The verb that asks, where an agent or the place of the one asked stands between it and the infinitive; -1 for none.</summary>
    private static int VerbOver(SentenceEdit tree, int beside, ClauseGrammar grammar)
    {
        int verb = tree[beside].Head;
        if (!tree.Holds(verb))
            return -1;
        if (tree.Is(beside, Relation.OblAgent))
            return tree.Has(verb, Relation.AuxPass) ? verb : -1;
        if (tree.Is(beside, Relation.Nmod) && tree.Is(verb, Relation.Obj) && tree.Holds(tree[verb].Head))
            verb = tree[verb].Head;
        else if (!tree.Is(beside, Relation.Obl))
            return -1;
        bool asks = tree[verb].Pos == PartOfSpeech.Verb && verb < beside && tree.Has(verb, Relation.Obj) && grammar.ForceOf(tree[verb].Lemma) == ModalForce.Hypothetical;
        return asks && tree.Child(beside, Relation.Case) is >= 0 and var place && tree[place].Tag == "IN" ? verb : -1;
    }

    /// <summary>"after four years", "for a week": a measured time with a preposition.</summary>
    private static bool IsSpan(SentenceEdit tree, int time, ClauseGrammar grammar) =>
        grammar.IsMeasure(tree[time].Lemma) && tree.Child(time, Relation.Case) is >= 0 and var preposition && preposition < time;

    /// <summary>"will allow people who lived in Togo for years to return", "opened the bridge after a year to let grain through": no such time does anything; what was allowed, or aimed at, stands under the verb.</summary>
    private static void MendBehindSpan(SentenceEdit tree, int infinitive, int time, ClauseGrammar grammar)
    {
        if (tree.Child(infinitive, Relation.Mark) is not (>= 0 and var mark) || mark < time)
            return;
        int nearest = tree[time].Head;
        for (int i = nearest, hops = 0; tree.Holds(i) && i < time && hops < 12; i = tree[i].Head, hops++)
        {
            if (tree[i].Pos != PartOfSpeech.Verb || !grammar.IsObjectControl(tree[i].Lemma) || tree.Has(i, Relation.Xcomp) || !(tree.Has(i, Relation.Obj) || tree.Has(i, Relation.Iobj)))
                continue;
            tree.Hang(infinitive, i, Relation.Xcomp);
            return;
        }

        if (tree.Holds(nearest) && nearest < time && tree[nearest].Pos == PartOfSpeech.Verb)
            tree.Hang(infinitive, nearest, Relation.Advcl);
    }

    /// <summary>"asked the envoy, who is backed by Mali, to leave": behind the comma that closes the insertion stands what was asked.</summary>
    private static void MendAsked(SentenceEdit tree, int infinitive, int inserted, int asked)
    {
        int verb = tree[asked].Head;
        int mark = tree.Child(infinitive, Relation.Mark);
        bool isInserted = mark > inserted && tree.IsComma(mark - 1) && tree.Is(asked, Relation.Obj) && tree.Edges(inserted, infinitive).First is var first && tree.OpensPhrase(first);
        if (isInserted && tree.Holds(verb) && verb < asked && !tree.Has(verb, Relation.Xcomp) && !tree.Has(verb, Relation.Ccomp))
            tree.Hang(infinitive, verb, Relation.Xcomp);
    }
}
