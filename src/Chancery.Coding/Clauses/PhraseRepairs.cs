using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Phrases whose words the parser put in each other's place: prepositions that hang on a part of a name, owners taken for what they own, a year read as a number of what follows.</summary>
internal sealed class PhraseRepairs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i)
    {
        Token word = tokens[i];
        if (word.Head < sentence.FirstToken || word.Head >= sentence.EndToken)
            return false;
        Relation above = tokens[word.Head].Relation;
        if (word.Relation == Relation.Case && (above is Relation.Compound or Relation.NmodDesc or Relation.Flat or Relation.Nummod || (above == Relation.NmodPoss && word.Pos == PartOfSpeech.Adp) || (IsPossessive(word) && word.Head < i && above is not Relation.NmodPoss)))
            return true;
        if (IsSecondOfTitle(tokens, i) || IsAdjectiveAsTitle(tokens[i]) || (word.Relation == Relation.Case && above == Relation.Nmod && word.Head > i + 2))
            return true;
        if (IsSayerAtEnd(tokens, sentence, i) || IsActOfInfinitive(tokens, i) || IsDoerOfPlace(tokens, i) || IsToldBeside(tokens, i) || IsCallingBeside(tokens, i) || IsTitleTurned(tokens, i))
            return true;
        return false;
    }

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (IsAdjectiveAsTitle(tree[i]))
            tree.MakeName(i);
        if (tree.Is(i, Relation.Case) && IsPossessive(tree[i]))
            MendOwner(tree, i, head);
        else if (tree.Is(i, Relation.Case) && head > i && tree[i].Pos == PartOfSpeech.Adp)
            MendPreposition(tree, i, head);
        else if (tree.IsSayerAtEnd(i))
            MendSayer(tree, i, head);
        else if (IsActOfInfinitive(tree.Tokens, i))
            MendAct(tree, i, head);
        else if (IsDoerOfPlace(tree.Tokens, i) && tree.Has(tree[head].Head, Relation.AuxPass) && !tree.Has(tree[head].Head, Relation.OblAgent))
            tree.Hang(i, tree[head].Head, Relation.OblAgent);
        else if (IsToldBeside(tree.Tokens, i))
            MendTold(tree, i, head);
        else if (IsCallingBeside(tree.Tokens, i))
            MendCalling(tree, i, head);
        else if (IsSecondOfTitle(tree.Tokens, i))
            MendFirstName(tree, i, tree[head].Head);
        else if (IsTitleTurned(tree.Tokens, i))
            MendTitle(tree, i, head);
    }

    /// <summary>"study co-author Anna Berg": of two nouns side by side without a comma the first is no more than a part of the second.</summary>
    private static bool IsCallingBeside(ReadOnlySpan<Token> tokens, int noun) =>
        tokens[noun] is { Relation: Relation.Appos, Pos: PartOfSpeech.Noun, Tag: "NN" } && tokens[noun].Head == noun - 1 && tokens[noun - 1] is { Pos: PartOfSpeech.Noun, Tag: "NN" };

    private static void MendCalling(SentenceEdit tree, int calling, int part)
    {
        tree.Raise(calling, part, tree[part].Relation);
        tree.Move(part, calling, tree.First, tree.End);
        tree.Hang(part, calling, Relation.Compound);
    }

    /// <summary>"said that it regretted the delay but that it had …": a clause with a subject behind a verb that it is made another of.</summary>
    private static bool IsToldBeside(ReadOnlySpan<Token> tokens, int predicate) =>
        tokens[predicate].Relation == Relation.Conj && tokens[predicate].Head is >= 0 and var verb && verb < predicate && tokens[verb].Pos == PartOfSpeech.Verb && tokens[verb].Relation != Relation.Conj;

    /// <summary>What opens with the word with which the clause told before it opens is told as well.</summary>
    private static void MendTold(SentenceEdit tree, int predicate, int verb)
    {
        int told = tree.Child(verb, Relation.Ccomp);
        if (told < verb || told > predicate || tree.Has(verb, Relation.Mark) || !tree.HasSubject(predicate))
            return;
        int mark = tree.Child(predicate, Relation.Mark), first = tree.Child(told, Relation.Mark);
        if (mark > told && first > verb && tree[mark].Lemma == tree[first].Lemma)
            tree.Hang(predicate, told, Relation.Conj);
    }

    /// <summary>"used batons to clear the square and detained six": a verb in the past stands beside the main verb, not beside the aim; nor beside what is to come in "said it would wait and denied …".</summary>
    private static bool IsActOfInfinitive(ReadOnlySpan<Token> tokens, int verb)
    {
        if (tokens[verb] is not { Relation: Relation.Conj, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" } || tokens[verb].Head is not (>= 0 and var aim) || aim > verb || aim < 1)
            return false;
        // "accused them of having fired and demanded …"
        if (tokens[aim].Tag != "VB" && !(tokens[aim].Tag == "VBN" && tokens[verb].Tag == "VBD" && tokens[aim - 1] is { Tag: "VBG", Lemma: "have" }))
            return false;
        return tokens[aim].Relation is Relation.Advcl or Relation.Xcomp or Relation.Ccomp && tokens[aim].Head is >= 0 and var main && main < aim && tokens[main].Tag is "VBD" or "VBN";
    }

    private static void MendAct(SentenceEdit tree, int verb, int aim)
    {
        if (tree.HasSubject(verb) || tree.Has(verb, Relation.Mark) || tree.Has(verb, Relation.AuxPass) || tree.Has(verb, Relation.Aux) || !tree.MayBePast(verb))
            return;
        tree.MakeFinite(verb);
        tree.Hang(verb, tree[aim].Head, Relation.Conj);
        tree.Move(aim, verb, verb + 1, tree.End);
        for (int i = verb + 1; i < tree.End && !tree.Has(verb, Relation.Obj); i++)
        {
            if (tree.IsNominal(i) && tree.Is(i, Relation.Conj) && tree[i].Head is var first && first > aim && first < verb && tree.Is(first, Relation.Obj) && tree[first].Head == aim)
                tree.Hang(i, verb, Relation.Obj);
        }
    }

    /// <summary>"was signed in Accra by Diaz": no place has a doer.</summary>
    private static bool IsDoerOfPlace(ReadOnlySpan<Token> tokens, int doer)
    {
        if (doer == 0 || tokens[doer].Relation != Relation.Nmod || tokens[doer].Head is not (>= 0 and var place) || place > doer || tokens[place] is not { Relation: Relation.Obl, Pos: PartOfSpeech.Propn } || tokens[place].Head is not (>= 0 and var verb) || verb > place)
            return false;
        for (int i = place + 1; i < doer; i++)
        {
            if (tokens[i].Head == doer && tokens[i].Relation == Relation.Case)
                return tokens[i].Lemma == "by";
        }

        return false;
    }

    /// <summary>"study author Eva Lund" with the first word as the head: what describes a noun in English stands before it.</summary>
    private static bool IsTitleTurned(ReadOnlySpan<Token> tokens, int title) =>
        title > 0 && tokens[title] is { Relation: Relation.Compound, Pos: PartOfSpeech.Noun } && tokens[title].Head == title - 1 && tokens[title - 1].Pos == PartOfSpeech.Noun
        && title + 1 < tokens.Length && tokens[title + 1] is { Pos: PartOfSpeech.Propn, Relation: Relation.Flat } && (tokens[title + 1].Head == title || tokens[title + 1].Head == title - 1);

    /// <summary>The name is the head, the words before it are its title.</summary>
    private static void MendTitle(SentenceEdit tree, int title, int word)
    {
        int name = title + 1;
        tree.Raise(name, word, tree[word].Relation);
        tree.Move(word, name, tree.First, tree.End);
        tree.Move(title, name, name + 1, tree.End);
        tree.Hang(title, name, Relation.NmodDesc);
        tree.Hang(word, title, Relation.Compound);
    }

    private static bool IsPossessive(in Token token) => token.Relation == Relation.Case && token.Tag == "POS";

    private static bool IsSayerAtEnd(ReadOnlySpan<Token> tokens, Sentence sentence, int verb) =>
        tokens[verb].Relation == Relation.Amod && tokens[verb].Tag is "VBD" or "VBN" && tokens[verb].Head == verb + 1 && verb > sentence.FirstToken + 3
        && tokens[verb - 1].Pos == PartOfSpeech.Punct && verb + 3 >= sentence.EndToken;

    /// <summary>"Representative Ana Diaz" with the first word as an adjective that is a title all the same.</summary>
    private static bool IsAdjectiveAsTitle(in Token token) => token.Relation == Relation.NmodDesc && token.Pos == PartOfSpeech.Adj;

    /// <summary>"Board Member Jan Blom" with the first name hung on the title and the title on the surname.</summary>
    private static bool IsSecondOfTitle(ReadOnlySpan<Token> tokens, int name) =>
        tokens[name] is { Relation: Relation.Flat, Pos: PartOfSpeech.Propn } && tokens[name].Head is >= 0 and var title && title < name
        && tokens[title].Relation == Relation.NmodDesc && tokens[title].Head == name + 1 && tokens[name + 1].Pos == PartOfSpeech.Propn;

    private static void MendFirstName(SentenceEdit tree, int name, int surname)
    {
        if (!tree.Holds(surname))
            return;
        int title = tree[name].Head;
        tree.Raise(name, surname, tree[surname].Relation);
        tree.Move(surname, name, tree.First, tree.End);
        tree.Hang(surname, name, Relation.Flat);
        tree.Hang(title, name, Relation.NmodDesc);
    }

    /// <summary>"with Secretary of State Ana Diaz": of two prepositions of one noun the first belongs to the phrase that it opens.</summary>
    private static void MendFirstOfTwo(SentenceEdit tree, int preposition, int part)
    {
        bool hasOther = false;
        for (int i = preposition + 1; i < part; i++)
            hasOther |= tree[i].Head == part && tree.Is(i, Relation.Case);
        int whole = tree[part].Head;
        if (!hasOther || !tree.Holds(whole) || whole < preposition)
            return;
        while (tree[whole].Relation is Relation.NmodDesc or Relation.Compound && tree.Holds(tree[whole].Head) && tree[whole].Head > whole)
            whole = tree[whole].Head;
        if (!tree.Has(whole, Relation.Case) && tree.Edges(whole, -1).First == preposition)
            tree.Hang(preposition, whole, Relation.Case);
    }

    /// <summary>"with his Greek counterpart Jan Diaz", "for Diaz's departure": the preposition belongs to the whole phrase, not to a word that describes its head.</summary>
    private static void MendPreposition(SentenceEdit tree, int preposition, int part)
    {
        int whole = tree[part].Head;
        if (!tree.Holds(whole) || whole == preposition)
            return;
        if (tree.Is(part, Relation.Nmod))
        {
            MendFirstOfTwo(tree, preposition, part);
            return;
        }

        if (tree[part].Relation is Relation.Compound or Relation.NmodDesc or Relation.Flat or Relation.NmodPoss && preposition < whole)
        {
            if (tree.IsNominal(whole) && !tree.Has(whole, Relation.Case) && tree.Edges(whole, -1).First == preposition)
                tree.Hang(preposition, whole, Relation.Case);
            return;
        }

        // "In 2014 Chad sued": the year is no number of Chads.
        bool isSubject = tree.Is(part, Relation.Nummod) && SentenceEdit.IsSubject(tree[whole].Relation) && part < whole && preposition + 1 == part;
        if (isSubject && tree.Holds(tree[whole].Head))
            tree.Hang(part, tree[whole].Head, Relation.Obl);
    }

    /// <summary>"Chancellor Ana Diaz's spokesman, Jan Blom, said": what has a possessive mark is the owner of what follows, not the subject.</summary>
    private static void MendOwner(SentenceEdit tree, int mark, int owner)
    {
        if (owner > mark || tree[owner].Relation is Relation.NmodPoss or Relation.Compound)
            return;
        for (int i = mark + 1; i < tree.End && tree[i].Pos is not (PartOfSpeech.Punct or PartOfSpeech.Verb or PartOfSpeech.Adp); i++)
        {
            bool isOwned = tree[i].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn && tree[i].Head == owner && tree[i].Relation is not (Relation.Compound or Relation.Flat or Relation.Amod)
                && tree.Edges(i, -1).First == mark + 1;
            if (!isOwned)
                continue;
            tree.Raise(i, owner, tree[owner].Relation);
            tree.Move(owner, i, i, tree.End);
            if (tree.Child(owner, Relation.Case) is >= 0 and var preposition && preposition < owner)
                tree.Hang(preposition, i, Relation.Case);
            tree.Hang(owner, i, Relation.NmodPoss);
            return;
        }
    }

    /// <summary>"…, reported officials.": the verb of saying is taken for an adjective of its subject.</summary>
    private static void MendSayer(SentenceEdit tree, int verb, int sayer)
    {
        int above = tree[sayer].Head;
        int root = tree.First;
        while (root < tree.End && !tree.Is(root, Relation.Root))
            root++;
        if (root >= verb || tree[root].Pos != PartOfSpeech.Verb || tree.Has(sayer, Relation.Case) || !tree.IsNominal(sayer) || !tree.Holds(above))
            return;
        tree.MakeFinite(verb);
        tree.Move(sayer, above, tree.First, verb);
        tree.Hang(verb, root, Relation.Parataxis);
        tree.Hang(sayer, verb, Relation.Nsubj);
    }
}
