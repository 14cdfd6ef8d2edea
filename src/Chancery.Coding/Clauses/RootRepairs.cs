using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// A whole sentence has a main verb. Where the parser made a noun its root, a form in "-ed" that describes no noun is that verb: it has an object of its own,
/// stands behind the noun that it is said to describe, or closes an insertion: "On Friday, Judge Lund sentenced a man, 22, to prison", "A raid yesterday hit the port",
/// "Villagers, carrying flags, marched to the bridge".
/// </summary>
internal sealed class RootRepairs : Repair
{
    /// <summary>Cheap: whether the root of a whole sentence is a noun that nothing says anything of.</summary>
    public override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence)
    {
        if (sentence.TokenCount is < 5 or > 120 || tokens[sentence.EndToken - 1].Pos != PartOfSpeech.Punct)
            return false;
        bool hasVerb = false;
        bool isNominal = false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            isNominal |= tokens[i].Relation == Relation.Root && tokens[i].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn;
            hasVerb |= IsPastForm(tokens[i]) || (tokens[i].Relation == Relation.Root && tokens[i].Tag == "NNS") || tokens[i] is { Pos: PartOfSpeech.Adj, Relation: Relation.Amod };
        }

        return isNominal && hasVerb;
    }

    public override void Mend(SentenceEdit tree, ClauseGrammar grammar)
    {
        int root = tree.First;
        while (root < tree.End && !tree.Is(root, Relation.Root))
            root++;
        if (root == tree.End || !tree.IsClosed || tree.Has(root, Relation.Cop) || tree.HasSubject(root) || HasFiniteMain(tree, root))
            return;
        int best = -1;
        int strongest = 0;
        for (int i = tree.First + 1; i < tree.End; i++)
        {
            int strength = IsPastForm(tree[i]) && IsFree(tree, i, root) ? Strength(tree, i, root) : 0;
            if (strength > strongest)
                (best, strongest) = (i, strength);
        }

        if (best >= 0 && Subject(tree, best, root) is >= 0 and var subject)
            Raise(tree, best, subject, root);
        else if (best < 0 && tree[root].Tag == "NNS")
            MendPlural(tree, root, grammar);
    }

    /// <summary>"Human Rights Watch calls for an inquiry.", "The Ministry denies, lastly, that Togo left.": a name and a form in "-s" before "for" or "on" or a clause that is told are no noun where the sentence has no other verb.</summary>
    private static void MendPlural(SentenceEdit tree, int root, ClauseGrammar grammar)
    {
        if (root == tree.First || tree[root - 1].Pos is not (PartOfSpeech.Propn or PartOfSpeech.Adj) || root + 1 >= tree.End)
            return;
        int told = Told(tree, root, grammar);
        if (told < 0 && (!tree.OpensActivePhrase(root + 1) || tree[root + 1].Head == root))
            return;
        bool hasName = false;
        for (int i = tree.First; i < root; i++)
        {
            if (told >= 0 && tree[i].Pos == PartOfSpeech.Det && i == tree.First)
                continue;
            if (tree[i].Pos is not (PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Noun) || !tree.IsUnder(i, root))
                return;
            hasName |= tree[i].Pos == PartOfSpeech.Propn;
        }

        if (!hasName)
            return;
        int name = root - 1;
        tree.MakePresent(root);
        tree.Hang(name, root, Relation.Nsubj);
        for (int i = tree.First; i < tree.End; i++)
        {
            if (i < name && tree[i].Head == root)
                tree.Hang(i, name, tree[i].Pos == PartOfSpeech.Det ? Relation.Det : Relation.Compound);
            else if (i > root && tree[i].Head == root && tree.Is(i, Relation.Nmod))
                tree.Hang(i, root, Relation.Obl);
        }

        if (told >= 0)
            tree.Hang(told, root, Relation.Ccomp);
    }

    /// <summary>The clause with a subject of its own that "that" opens behind a word, at once or behind something put in between commas; -1 for none.</summary>
    private static int Told(SentenceEdit tree, int word, ClauseGrammar grammar)
    {
        for (int i = word + 2; i < tree.End; i++)
        {
            if (tree[i].Head == word && tree[i].Relation is Relation.AclRelcl or Relation.Acl or Relation.Ccomp && tree.HasSubject(i) && tree.Child(i, Relation.Mark) is >= 0 and var mark && grammar.Functions.Is(tree[mark].Lemma, WordFunction.Content) && (mark == word + 1 || tree.IsComma(mark - 1)))
                return i;
        }

        return -1;
    }

    private static bool IsPastForm(in Token token) => token.Tag is "VBD" or "VBN" && token.Pos == PartOfSpeech.Verb;

    /// <summary>A list of sentences, or speech beside its label, has its verb elsewhere.</summary>
    private static bool HasFiniteMain(SentenceEdit tree, int root)
    {
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree[i].Head == root && tree[i].Relation is Relation.Conj or Relation.Parataxis or Relation.Appos && tree.HasSubject(i))
                return true;
        }

        return false;
    }

    /// <summary>No auxiliary, subject or agent of its own, no word that makes it subordinate.</summary>
    private static bool IsFree(SentenceEdit tree, int verb, int root)
    {
        if (!tree.IsUnder(verb, root) || tree.HasSubject(verb))
            return false;
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation is Relation.Mark or Relation.Aux or Relation.AuxPass or Relation.OblAgent or Relation.Cop or Relation.Case)
                return false;
        }

        return tree[verb].Relation is not (Relation.AclRelcl or Relation.Ccomp or Relation.Csubj or Relation.Xcomp) && !IsSecond(tree, verb);
    }

    /// <summary>"was seen and filmed": the second of two takes after the first.</summary>
    private static bool IsSecond(SentenceEdit tree, int verb) => tree.Is(verb, Relation.Conj) && tree.Has(verb, Relation.Cc);

    private static int Strength(SentenceEdit tree, int verb, int root)
    {
        int head = tree[verb].Head;
        bool describesWhatIsBefore = tree.Is(verb, Relation.Amod) && head < verb;
        bool hasObject = tree.Child(verb, Relation.Obj) > verb;
        bool hasContent = tree.Child(verb, Relation.Ccomp) > verb || tree.Child(verb, Relation.Xcomp) > verb;
        bool closes = tree.IsComma(verb - 1) && tree[verb].Relation is Relation.Advcl or Relation.Conj or Relation.Acl or Relation.Parataxis && HasComma(tree, root, verb - 1);
        bool splits = tree.Is(verb, Relation.Amod) && head > verb && verb > tree.First && tree.IsNominal(verb - 1) && (tree[verb + 1].Pos is PartOfSpeech.Adj or PartOfSpeech.Det || tree[verb - 1].Pos == PartOfSpeech.Propn);
        return describesWhatIsBefore || hasObject ? 4 : hasContent ? 3 : splits ? 2 : closes || tree[verb].Tag == "VBD" ? 1 : 0;
    }

    private static bool HasComma(SentenceEdit tree, int after, int before)
    {
        for (int i = after + 1; i < before; i++)
        {
            if (tree.IsComma(i))
                return true;
        }

        return false;
    }

    /// <summary>The first noun phrase of the sentence that no preposition opens, before the verb.</summary>
    private static int Subject(SentenceEdit tree, int verb, int root)
    {
        for (int i = tree.First; i < verb; i++)
        {
            if (!tree.IsNominal(i) || tree.Has(i, Relation.Case) || tree[i].Relation is Relation.Flat or Relation.NmodPoss or Relation.NmodDesc or Relation.Det or Relation.NmodUnmarked or Relation.OblUnmarked or Relation.Obj or Relation.Nummod)
                continue;
            if (tree.Is(i, Relation.Compound) && tree[i].Head != verb && tree[i].Head < verb)
                continue;
            if (i == root || (tree.IsUnder(i, root) && !IsWithinVerb(tree, i, verb)))
                return i;
        }

        return -1;
    }

    /// <summary>Inside a participle or relative clause before the verb.</summary>
    private static bool IsWithinVerb(SentenceEdit tree, int token, int verb)
    {
        int hops = 0;
        for (int i = tree[token].Head; tree.Holds(i) && hops++ < 40; i = tree[i].Head)
        {
            if (i != verb && tree[i].Pos == PartOfSpeech.Verb && i < verb)
                return true;
        }

        return false;
    }

    private static void Raise(SentenceEdit tree, int verb, int subject, int root)
    {
        int above = tree[verb].Head;
        tree.MakeRoot(verb);
        tree.Hang(subject, verb, Relation.Nsubj);
        if (root != subject)
            tree.Hang(root, verb, root > verb && !tree.Has(root, Relation.Case) ? Relation.Obj : Relation.Obl);
        if (above != root && above != subject && above > verb)
            tree.Hang(above, verb, Relation.Obj);

        // "a picture of a beach drew attention": the noun right before the verb closes the phrase that its words were taken from.
        int last = tree.IsNominal(verb - 1) && tree[verb - 1].Head > verb ? verb - 1 : subject;
        if (last != subject)
            tree.Hang(last, subject, Relation.Nmod);

        // What was told of nouns before the verb by words behind it is told by the verb.
        for (int i = tree.First; i < tree.End; i++)
        {
            int head = tree[i].Head;
            if (i == verb || head == verb || !tree.Holds(head))
                continue;

            // "A raid yesterday hit the port."
            if (i > subject && i < verb && head == subject && tree.Is(i, Relation.NmodUnmarked))
            {
                tree.Hang(i, verb, Relation.OblUnmarked);
                continue;
            }

            bool isBesideAge = i > verb && head > verb && tree[head].Pos == PartOfSpeech.Num && tree[head].Head == verb && tree.IsComma(head + 1) && head + 1 < i && tree.Has(i, Relation.Case);
            if (isBesideAge)
                tree.Hang(i, verb, Relation.Obl);
            else if (i > verb && head < verb && (head == subject || head == root || head == above))
                tree.Hang(i, verb, RelationBehind(tree, i, verb));
            else if (i < verb && head > verb && i != subject && i != last && tree[i].Relation is Relation.Compound or Relation.Det or Relation.Amod or Relation.Nummod or Relation.NmodPoss or Relation.NmodDesc or Relation.Flat or Relation.Case)
                tree.Hang(i, last, tree[i].Relation);
            else if (i < verb && head > verb && tree[i].Relation is not Relation.Punct)
                tree.Hang(i, verb, tree.Has(i, Relation.Case) ? Relation.Obl : tree[i].Relation);
        }
    }

    private static Relation RelationBehind(SentenceEdit tree, int token, int verb)
    {
        if (tree[token].Pos == PartOfSpeech.Punct)
            return Relation.Punct;
        if (tree[token].Pos == PartOfSpeech.Verb)
            return tree[token].Relation is Relation.Conj ? Relation.Conj : tree.Has(token, Relation.Mark) || tree[token].Tag == "VBG" ? Relation.Advcl : tree[token].Relation;
        if (!tree.IsNominal(token))
            return tree[token].Relation;
        if (tree.Has(token, Relation.Case))
            return Relation.Obl;
        return tree.Has(verb, Relation.Obj) || tree[token].Relation is Relation.NmodUnmarked or Relation.Appos && tree.IsComma(tree.Edges(token, -1).First - 1) ? tree[token].Relation : Relation.Obj;
    }
}
