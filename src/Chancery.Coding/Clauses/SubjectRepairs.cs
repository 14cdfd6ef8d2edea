using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Verbs with two subjects, with one that a preposition governs, or with none: in each of these shapes the parser is known to have erred, and the shape
/// itself shows what was meant. Where it does not, the tree stays.
/// </summary>
internal sealed class SubjectRepairs : Repair
{
    /// <summary>Words of a description before the name of the one described.</summary>
    private const int LongestTitle = 10;

    /// <summary>Cheap: whether a sentence has a verb with no subject or more than one, or a subject with a preposition.</summary>
    public override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence)
    {
        if (sentence.TokenCount is < 3 or > 160)
            return false;
        Span<byte> subjects = stackalloc byte[sentence.TokenCount];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            int head = tokens[i].Head - sentence.FirstToken;
            if (head >= 0 && head < subjects.Length && tokens[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.Csubj or Relation.CsubjPass or Relation.Expl)
                subjects[head] = (byte)Math.Min(9, subjects[head] + 1);
        }

        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token word = tokens[i];
            int count = subjects[i - sentence.FirstToken];
            if (word.Relation == Relation.Root && word.Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj && count == 0)
                return true;
            if (count > 1 || (count == 0 && word.Pos == PartOfSpeech.Verb && word.Tag is "VBD" or "VBZ" or "VBP" && word.Relation is not (Relation.Conj or Relation.AclRelcl)))
                return true;
            if (count == 0 && IsPassiveWithAuxiliary(tokens, i) && word.Relation is not (Relation.Conj or Relation.AclRelcl))
                return true;
            if (SentenceEdit.IsSubject(word.Relation) && word.Head >= sentence.FirstToken && word.Head < sentence.EndToken && IsAuxiliary(tokens[word.Head]))
                return true;
            if (IsHeadlineVerb(word) && tokens[sentence.EndToken - 1].Pos != PartOfSpeech.Punct)
                return true;
            if (word.Relation == Relation.NsubjPass || IsNounAsVerb(word) || IsModifierBehindAuxiliary(tokens, i) || (word.Relation == Relation.Root && word.Tag == "VBN" && count == 0 && i > sentence.FirstToken))
                return true;
            if (word.Relation == Relation.Case && word.Head > i && word.Head < sentence.EndToken && SentenceEdit.IsSubject(tokens[word.Head].Relation))
                return true;
        }

        return false;
    }

    public override void Mend(SentenceEdit tree, ClauseGrammar grammar)
    {
        for (int i = tree.First; i < tree.End; i++)
        {
            if (IsNounAsVerb(tree[i]))
                MendNounAsVerb(tree, i);
            if (IsModifierBehindAuxiliary(tree.Tokens, i))
                MendModifier(tree, i);
            if (!SentenceEdit.IsSubject(tree[i].Relation) || !tree.Holds(tree[i].Head))
                continue;

            if (IsLabel(tree, i))
                tree.Hang(i, tree[i].Head, Relation.Dislocated);

            // "The ministry has, in a letter, called on drivers": the subject is the verb's, not the auxiliary's.
            if (tree[i].Head is var auxiliary && IsAuxiliary(tree[auxiliary]) && tree.Holds(tree[auxiliary].Head))
            {
                tree.MakeAuxiliary(auxiliary);
                tree.Hang(i, tree[auxiliary].Head, tree[i].Relation);
            }

            if (tree.IsNominal(i))
                MendSubjectWithPreposition(tree, i);
        }

        for (int i = tree.First; i < tree.End; i++)
        {
            if (SecondSubject(tree, i) is (>= 0 and var first, >= 0 and var second))
                MendTwoSubjects(tree, i, first, second);
        }

        MendFalsePassive(tree, grammar);
        MendHeadlinePassive(tree, grammar);
        MendTornSubject(tree);
        int root = NominalRoot(tree);
        for (int i = tree.First; i < tree.End; i++)
        {
            if ((tree.IsFinite(i) || IsPassiveWithAuxiliary(tree.Tokens, i)) && tree[i].Relation is not (Relation.Conj or Relation.AclRelcl or Relation.Xcomp) && !tree.HasSubject(i))
                LostSubjects.MendLostSubject(tree, i, grammar);
            else if (root >= 0 && tree[i] is { Pos: PartOfSpeech.Verb, Tag: "VBN" or "VBD" } && tree[i].Relation is not Relation.AclRelcl && i > root + 1 && tree.IsComma(i - 1))
                MendVerbBehindInsertion(tree, i, root);
            else if (root >= 0 && tree.Is(i, Relation.Acl) && tree[i].Head == root)
                MendLostPredicate(tree, i, root, grammar);
        }
    }

    /// <summary>"Sudan: army says …": what stands before a colon is no subject beside another behind it.</summary>
    private static bool IsLabel(SentenceEdit tree, int noun)
    {
        if (tree[noun].Head < noun || noun + 2 >= tree.End || tree[noun + 1].Pos != PartOfSpeech.Punct || !tree.IsColon(noun + 1))
            return false;
        for (int i = noun + 2; i < tree[noun].Head; i++)
        {
            if (tree[i].Head == tree[noun].Head && SentenceEdit.IsSubject(tree[i].Relation))
                return true;
        }

        return false;
    }

    private static bool IsAuxiliary(in Token token) => token.Relation is Relation.Aux or Relation.AuxPass;

    /// <summary>"were killed": a participle right behind a finite form of "be" that makes it a passive.</summary>
    private static bool IsPassiveWithAuxiliary(ReadOnlySpan<Token> tokens, int verb) =>
        verb > 0 && tokens[verb] is { Pos: PartOfSpeech.Verb, Tag: "VBN" } && tokens[verb - 1] is { Relation: Relation.AuxPass, Tag: "VBD" or "VBZ" or "VBP" } && tokens[verb - 1].Head == verb;

    /// <summary>A participle right behind "has" or "was" that is read as an adjective of the noun behind it.</summary>
    private static bool IsModifierBehindAuxiliary(ReadOnlySpan<Token> tokens, int token) =>
        tokens[token] is { Pos: PartOfSpeech.Verb, Relation: Relation.Amod, Tag: "VBN" } && tokens[token].Head > token && token > 0
        && tokens[token - 1].Head == token && tokens[token - 1].Relation == Relation.Aux;

    /// <summary>"The miners have blocked roads": the participle is the verb, and the noun behind it its object.</summary>
    private static void MendModifier(SentenceEdit tree, int verb)
    {
        int noun = tree[verb].Head;
        if (!tree.Holds(noun) || tree.Has(noun, Relation.Cop))
            return;
        tree.Raise(verb, noun, tree[noun].Relation);
        tree.Move(noun, verb, tree.First, verb);
        tree.Hang(noun, verb, Relation.Obj);
    }

    /// <summary>A verb in the present where a subject stands.</summary>
    private static bool IsNounAsVerb(in Token token) => token.Pos == PartOfSpeech.Verb && token.Tag is "VBZ" or "VBP" && SentenceEdit.IsSubject(token.Relation);

    /// <summary>"two suspects were arrested": what is arrested is a noun, and what was read as its subject counts it.</summary>
    private static void MendNounAsVerb(SentenceEdit tree, int noun)
    {
        int before = tree.Child(noun, Relation.Nsubj);
        if (tree.Has(noun, Relation.Mark) || tree.Has(noun, Relation.Obj) || tree.Has(noun, Relation.Aux) || (before >= 0 && (before > noun || tree[before].Pos is not (PartOfSpeech.Num or PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun))))
            return;
        tree.MakeNoun(noun);
        if (before >= 0)
            tree.Hang(before, noun, tree[before].Pos == PartOfSpeech.Num ? Relation.Nummod : tree[before].Pos == PartOfSpeech.Noun ? Relation.Compound : Relation.Det);
    }

    /// <summary>"Ghana's president promised to look into it.": in a whole sentence no passive goes without a form of "be", and none has what is promised behind it.</summary>
    private static void MendFalsePassive(SentenceEdit tree, ClauseGrammar grammar)
    {
        for (int i = tree.First; i < tree.End; i++)
        {
            if (!tree.Is(i, Relation.NsubjPass) || tree[i].Head is not (>= 0 and var verb) || !tree.Holds(verb) || verb < i || !tree.IsClosed)
                continue;
            if (tree[verb] is not { Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" } || tree[verb].Relation is not (Relation.Root or Relation.Ccomp or Relation.Parataxis) || !tree.MayBePast(verb))
                continue;
            bool hasAuxiliary = tree.Has(verb, Relation.AuxPass) || tree.Has(verb, Relation.Aux) || tree.Has(verb, Relation.Cop);

            // "spoke by phone": no doer, but the means.
            int means = grammar.IsIntransitive(tree[verb].Lemma) ? tree.Child(verb, Relation.OblAgent) : -1;
            if (hasAuxiliary || (means < 0 && tree.Has(verb, Relation.OblAgent)) || !(tree.Has(verb, Relation.Xcomp) || tree.Has(verb, Relation.Ccomp) || tree.OpensActivePhrase(verb + 1) || IsAimedAt(tree, verb) || HasActiveConjunct(tree, verb) || grammar.IsIntransitive(tree[verb].Lemma)))
                continue;
            tree.MakeFinite(verb);
            tree.Hang(i, verb, Relation.Nsubj);
            if (means >= 0)
                tree.Hang(means, verb, Relation.Obl);
        }
    }

    /// <summary>"donated and delivered ten tons": the second verb has an object, and so the first.</summary>
    private static bool HasActiveConjunct(SentenceEdit tree, int verb)
    {
        int second = tree.Child(verb, Relation.Conj);
        return second > verb && tree[second].Tag == "VBD" && tree.Has(second, Relation.Obj) && !tree.HasSubject(second) && !tree.Has(second, Relation.AuxPass) && !tree.HasVerbBetween(verb, second);
    }

    private static bool IsHeadlineVerb(in Token token) => token.Pos == PartOfSpeech.Verb && token.Tag is "VBD" or "VBN" && token.Relation is Relation.Root or Relation.Conj or Relation.Parataxis;

    /// <summary>"Minister jailed over bribes": in a headline, what is always done to somebody and has nobody behind it was done to its subject.</summary>
    private static void MendHeadlinePassive(SentenceEdit tree, ClauseGrammar grammar)
    {
        if (tree[tree.End - 1].Pos == PartOfSpeech.Punct)
            return;
        for (int i = tree.First; i < tree.End; i++)
        {
            if (!tree.Is(i, Relation.Nsubj) || tree[i].Head is not (>= 0 and var verb) || !tree.Holds(verb) || verb < i || !IsHeadlineVerb(tree[verb]) || !grammar.IsDoneToPeople(tree[verb].Lemma.ToLowerInvariant()))
                continue;
            bool isActive = tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.Iobj) || tree.Has(verb, Relation.Ccomp) || tree.Has(verb, Relation.Aux) || tree.Has(verb, Relation.CompoundPrt)
                || (tree.Child(verb, Relation.Xcomp) is >= 0 and var state && tree[state].Pos != PartOfSpeech.Adj);
            if (!isActive)
                tree.Hang(i, verb, Relation.NsubjPass);
        }
    }

    /// <summary>"gunmen shot at the convoy".</summary>
    private static bool IsAimedAt(SentenceEdit tree, int verb) => tree.Is(verb + 1, Relation.Case) && tree[verb + 1].Lemma is "at";

    /// <summary>"Qatar cut ties", "The League imposed a fine": the noun phrase before a main verb without a subject is its subject, even where the parser ties it to the verb as an adjective or to the object behind it.</summary>
    private static void MendTornSubject(SentenceEdit tree)
    {
        int verb = tree.First;
        while (verb < tree.End && !tree.Is(verb, Relation.Root))
            verb++;
        if (verb >= tree.End || verb == tree.First || tree[verb] is not { Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" or "VBZ" } || tree.HasSubject(verb) || !tree.IsClosed || !tree.Has(verb, Relation.Obj))
            return;
        if (tree.Has(verb, Relation.Aux) || tree.Has(verb, Relation.AuxPass) || tree.Has(verb, Relation.OblAgent) || (tree[verb].Tag == "VBN" && !tree.MayBePast(verb)))
            return;
        int head = verb - 1;
        if (!(tree.IsNominal(head) || tree[head].Pos == PartOfSpeech.Adj) || tree[head].Head < verb || tree[head].Relation is not (Relation.Compound or Relation.Amod or Relation.NmodUnmarked or Relation.NmodDesc or Relation.OblUnmarked))
            return;
        for (int i = tree.First; i < head; i++)
        {
            if (tree[i].Pos is not (PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn))
                return;
        }

        tree.MakeFinite(verb);
        for (int i = tree.First; i < head; i++)
        {
            if (tree[i].Head >= verb)
                tree.Hang(i, head, tree[i].Pos == PartOfSpeech.Det ? Relation.Det : Relation.Compound);
        }

        tree.Hang(head, verb, Relation.Nsubj);
    }

    /// <summary>"Opposition parties called for protests.": the participle behind the only noun phrase of a whole sentence is its verb, where what follows is no passive's.</summary>
    private static void MendLostPredicate(SentenceEdit tree, int verb, int root, ClauseGrammar grammar)
    {
        if (!tree.Is(root, Relation.Root) || verb < root || tree[verb] is not { Pos: PartOfSpeech.Verb, Tag: "VBN" or "VBD" } || tree.HasSubject(verb) || tree.Has(verb, Relation.Mark) || tree.Has(verb, Relation.AuxPass) || tree.Has(verb, Relation.OblAgent))
            return;
        if (!tree.MayBePast(verb) || tree.IsComma(verb - 1) || tree.Edges(root, verb).Last >= verb || !(tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.Ccomp) || tree.Has(verb, Relation.Xcomp) || tree.OpensActivePhrase(verb + 1) || grammar.IsIntransitive(tree[verb].Lemma)))
            return;
        tree.MakeFinite(verb);
        LostSubjects.TurnOver(tree, verb, root, Relation.Nsubj);
    }

    /// <summary>The root of a whole sentence that has no main verb, or -1.</summary>
    private static int NominalRoot(SentenceEdit tree)
    {
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree.Is(i, Relation.Root))
                return tree.IsClosed && tree[i].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && !tree.Has(i, Relation.Cop) && !tree.HasSubject(i) && !tree.Has(i, Relation.Case) ? i : -1;
        }

        return -1;
    }

    /// <summary>"The clinic, which Achieng said had been closed since May, reopened", "Chad, the former host, called on both to leave": the verb behind the insertion is the main one.</summary>
    private static void MendVerbBehindInsertion(SentenceEdit tree, int verb, int root)
    {
        if (!tree.Is(root, Relation.Root) || tree.HasSubject(verb) || tree.Has(verb, Relation.Mark) || tree.Has(verb, Relation.AuxPass) || tree.Has(verb, Relation.Cc) || tree.Has(verb, Relation.OblAgent))
            return;
        bool parted = tree.IsComma(NextAfterName(tree, root)) && tree.IsUnder(verb, root) && (tree[verb].Head == root || IsBelowRelative(tree, verb, root));
        if (!parted || tree.Edges(root, verb).Last != verb - 2)
            return;
        tree.MakeFinite(verb);
        LostSubjects.TurnOver(tree, verb, root, Relation.Nsubj);
    }

    /// <summary>The token behind a noun and what is flat with it: the comma that opens an insertion.</summary>
    private static int NextAfterName(SentenceEdit tree, int noun)
    {
        int next = noun + 1;
        while (next < tree.End - 1 && tree[next].Head == noun && tree[next].Relation is Relation.Flat or Relation.Nmod or Relation.Compound)
            next++;
        return next;
    }

    private static bool IsBelowRelative(SentenceEdit tree, int verb, int noun)
    {
        for (int i = noun + 1; i < verb; i++)
        {
            if (tree[i].Head == noun && tree[i].Relation == Relation.AclRelcl && tree.IsUnder(verb, i))
                return tree[verb].Relation is Relation.Advcl or Relation.Conj or Relation.Parataxis or Relation.Xcomp or Relation.Ccomp;
        }

        return false;
    }

    /// <summary>"According to X, Y were killed", "who on Monday in the House spoke": a subject with a preposition is none.</summary>
    private static void MendSubjectWithPreposition(SentenceEdit tree, int subject)
    {
        int verb = tree[subject].Head;
        int preposition = tree.Child(subject, Relation.Case);
        if (verb < subject || preposition < 0 || preposition > subject || tree[preposition].Pos is not (PartOfSpeech.Adp or PartOfSpeech.Verb or PartOfSpeech.Sconj))
            return;
        Relation relation = tree[subject].Relation;
        for (int i = subject + 1; i < verb && tree.OpensPhrase(preposition); i++)
        {
            bool second = tree[i].Head == subject && tree[i].Relation is Relation.Appos or Relation.Conj or Relation.Parataxis or Relation.List
                && tree.IsNominal(i) && !tree.Has(i, Relation.Case) && !tree.Has(i, Relation.Cc) && tree.OpensPhrase(tree.Edges(i, -1).First);
            if (!second)
                continue;
            tree.Hang(i, verb, relation);
            tree.Hang(subject, verb, Relation.Obl);
            return;
        }

        // A second verb has the subject of the first; beside another subject the phrase is a circumstance.
        if (tree.Is(verb, Relation.Conj) || SecondSubject(tree, verb) is (_, >= 0))
            tree.Hang(subject, verb, Relation.Obl);
    }

    private static (int First, int Second) SecondSubject(SentenceEdit tree, int verb)
    {
        int first = -1;
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree[i].Head != verb || !SentenceEdit.IsSubject(tree[i].Relation))
                continue;
            if (first >= 0)
                return (first, i);
            first = i;
        }

        return (first, -1);
    }

    private static void MendTwoSubjects(SentenceEdit tree, int verb, int first, int second)
    {
        // "Both she and the envoy left": the first word goes with the two behind it.
        if (tree[first].Pos == PartOfSpeech.Det && second < verb && tree.Edges(second, -1).First == first + 1 && tree.Has(second, Relation.Conj))
        {
            tree.Hang(first, second, Relation.Det);
            return;
        }

        // "What is certain, said Ana Diaz, is …": no "what" says anything.
        if (tree[first].Tag == "WP" && first == tree.First)
            return;
        if (second > verb)
        {
            // "defeated the incumbent, Ana Diaz": behind a verb without an object stands its object.
            bool isObject = first < verb && tree.IsFinite(verb) && tree[verb].Lemma is not "be" && !tree.FollowsMark(verb) && !tree.Has(verb, Relation.Obj) && !tree.Has(verb, Relation.Expl) && !tree.Has(verb, Relation.Ccomp)
                && tree.Edges(second, -1).First == verb + 1 && tree.IsNominal(second);
            if (isObject)
                tree.Hang(second, verb, Relation.Obj);
            return;
        }

        if (tree.Has(first, Relation.Cop) && !tree.Has(second, Relation.Cop))
        {
            // "The crew were Greeks, the army said."
            if (!tree.Has(verb, Relation.Ccomp) && tree.HasSubject(first))
                tree.Hang(first, verb, Relation.Ccomp);
            return;
        }

        // "Ana Diaz, whose office had been searched by police, left": the first is the subject of the verb behind, and the clause tells of it.
        if (tree.Child(second, Relation.NmodPoss) is >= 0 and var whose && tree[whose].Tag == "WP$" && tree[verb].Head is var later && later > verb && tree.Holds(later) && tree.IsFinite(later))
        {
            tree.Hang(first, later, Relation.Nsubj);
            tree.Hang(verb, first, Relation.AclRelcl);
            return;
        }

        // "The spokesman said Norway condemned it": the first is the subject of the verb above that has none.
        int above = tree[verb].Head;
        if (above > first && above < second && tree.IsFinite(above) && !tree.HasSubject(above))
        {
            tree.Hang(first, above, tree[first].Relation);
            return;
        }

        for (int between = first + 1; between < second; between++)
        {
            if (tree[between].Head != verb || !tree.IsFinite(between) || tree.HasSubject(between))
                continue;
            if (tree[between].Relation is Relation.Advcl or Relation.Parataxis && !tree.Has(between, Relation.Mark))
            {
                // "Ana Diaz warned justice does not come swiftly": the verb of saying is the main one.
                tree.Raise(between, verb, tree[verb].Relation);
                tree.Move(verb, between, tree.First, between);
                tree.Hang(verb, between, Relation.Ccomp);
                return;
            }

            if (tree[between].Relation is Relation.Ccomp or Relation.Parataxis)
            {
                // ""Chad signed the decree," an official said": the first is the subject of what is said.
                tree.Hang(first, between, tree[first].Relation);
                return;
            }
        }

        MendTwoNames(tree, first, second);
    }

    /// <summary>"A member of the Senate, Omar Diop said", "company chemist Eva Lund said": two names of one subject; "all but one signed": a list.</summary>
    private static void MendTwoNames(SentenceEdit tree, int first, int second)
    {
        if (tree[second].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || tree[first].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            return;
        (int start, int last) = tree.Edges(first, -1);
        int begin = tree.Edges(second, -1).First;

        // "the Harbour Court (HC) — the highest court at sea — ruled".
        if (tree.IsBracket(last + 1) && tree.IsDash(last + 2))
            last++;

        // "According to a report by Norvia, a shipping firm, two captains resigned": what stands between commas behind a name tells of the name.
        if (begin - last == 2 && tree.IsComma(begin - 1) && tree.IsComma(start - 1) && IsName(tree, start - 2) && tree.Child(first, Relation.Det) == start && tree[start].Lemma is "a" && !IsName(tree, second))
        {
            tree.Hang(first, tree.Is(start - 2, Relation.Flat) ? tree[start - 2].Head : start - 2, Relation.Appos);
            return;
        }

        if (tree.Child(second, Relation.Cc) is >= 0 and var and && and < second)
        {
            tree.Hang(second, first, Relation.Conj);
        }
        else if (begin - last == 1 && tree[second].Pos == PartOfSpeech.Noun)
        {
            if (last == first && tree[begin].Pos != PartOfSpeech.Det)
                tree.Hang(first, second, Relation.Compound);
        }
        else if (begin - last == 1)
        {
            if (last == first && begin == second && IsName(tree, first))
                tree.Hang(first, second, Relation.Compound);
            else
                tree.Hang(second, first, Relation.Appos);
        }
        else if (begin - last == 2 && (tree.IsComma(begin - 1) || tree.IsDash(begin - 1)) && last - start < LongestTitle && (IsName(tree, second) ? start == tree.First && IsHolder(tree, first) : IsName(tree, first) && tree.Has(second, Relation.Det)))
        {
            tree.Hang(second, first, Relation.Appos);
        }
    }

    /// <summary>"A member of the Senate", "Chad's envoy": somebody of something, not a thing told of.</summary>
    private static bool IsHolder(SentenceEdit tree, int noun) => tree[noun].Pos == PartOfSpeech.Noun && !tree.Has(noun, Relation.Case) && (tree.Has(noun, Relation.Nmod) || tree.Has(noun, Relation.NmodPoss));

    private static bool IsName(SentenceEdit tree, int token) => tree[token].Pos == PartOfSpeech.Propn;
}
