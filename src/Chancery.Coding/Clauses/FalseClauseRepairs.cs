using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Clauses that are none, and words that stand outside of theirs: "opened an inquiry into a banker accused of theft" with the inquiry as what accused, "the second state after Togo to sign" with Togo as what signed.</summary>
internal sealed class FalseClauseRepairs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Advcl, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" or "VB" or "VBG" } or { Relation: Relation.Xcomp, Tag: "VB" } && tokens[i].Head < i - 2
        || tokens[i] is { Relation: Relation.Ccomp, Tag: "VBD" or "VBN" or "JJ" } && tokens[i].Head > i + 1
        || tokens[i] is { Relation: Relation.Advmod, Tag: "RB" } && tokens[i].Head > i + 1 && i + 1 < sentence.EndToken && tokens[i + 1] is { Relation: Relation.Mark } next && next.Head == tokens[i].Head;

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (tree.Is(i, Relation.Advmod))
            MendAdverb(tree, i, head);
        else if (tree.Is(i, Relation.Ccomp) && head > i + 1)
            MendAside(tree, i, head);
        else if (head > i - 2)
            return;
        else if (tree[i].Tag == "VBG")
            MendBehindAdjective(tree, i, head);
        else if (tree.Is(i, Relation.Xcomp))
            MendFew(tree, i, head, grammar);
        else if (!tree.Is(i, Relation.Advcl))
            return;
        else if (tree[i].Tag == "VB")
            MendOneOfMany(tree, i, head, grammar);
        else if (tree[i].Tag is "VBD" or "VBN")
            MendDescribed(tree, i, head);
    }

    /// <summary>"told them afterwards that …": what stands before "that" belongs to the saying.</summary>
    private static void MendAdverb(SentenceEdit tree, int adverb, int told)
    {
        int saying = tree[told].Head;
        if (tree.Is(told, Relation.Ccomp) && tree.Holds(saying) && saying < adverb && tree.Is(adverb + 1, Relation.Mark) && tree[adverb + 1].Head == told)
            tree.Hang(adverb, saying, Relation.Advmod);
    }

    /// <summary>"A spokesman, reached by telephone, said he knew nothing", "One deputy close to him, Karl Beck, said …": who has told something behind the verb has not told what describes them.</summary>
    private static void MendAside(SentenceEdit tree, int aside, int saying)
    {
        int sayer = tree.Child(saying, Relation.Nsubj);
        bool tells = false;
        for (int i = saying + 1; i < tree.End && !tells; i++)
            tells = tree[i].Head == saying && tree.Is(i, Relation.Ccomp);
        if (!tells || sayer < 0 || !tree.IsFinite(saying) || tree.Has(aside, Relation.Aux) || tree.Has(aside, Relation.AuxPass) || tree.Has(aside, Relation.Cop) || tree.Has(aside, Relation.Mark))
            return;
        int described = tree.Child(aside, Relation.Nsubj);
        if (described < 0 && sayer < aside && tree[aside].Tag is "VBN" or "VBD" && tree.IsComma(aside - 1) && !tree.Has(aside, Relation.Obj))
        {
            tree.MakeParticiple(aside);
            tree.Hang(aside, sayer, Relation.Acl);
        }
        else if (described >= 0 && described == aside - 1 && sayer > aside && tree[aside].Tag == "JJ" && tree[sayer].Pos == PartOfSpeech.Propn && tree.IsComma(tree.Edges(sayer, -1).First - 1))
        {
            tree.Hang(described, saying, Relation.Dislocated);
            tree.Hang(aside, described, Relation.Amod);
        }
    }

    /// <summary>No clause hangs on a verb without a word that opens it: what stands right behind a verb without an object is the object, and the past form describes the noun before it.</summary>
    private static void MendDescribed(SentenceEdit tree, int participle, int verb)
    {
        if (!tree.HasSubject(participle))
        {
            MendBehindNoun(tree, participle, verb);
            return;
        }

        int acted = tree.Child(participle, Relation.Nsubj);
        bool isBare = acted > verb && acted < participle && !tree.Has(participle, Relation.Mark) && !tree.Has(participle, Relation.Aux) && !tree.Has(participle, Relation.AuxPass) && !tree.Has(participle, Relation.Advmod) && !tree.Has(participle, Relation.Obj);
        if (!isBare || !tree.IsFinite(verb) || tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.Ccomp) || tree.Has(verb, Relation.Xcomp) || tree.Edges(acted, -1).First != verb + 1 || !tree.IsNominal(participle - 1) || !tree.IsUnder(participle - 1, acted))
            return;
        for (int i = verb + 1; i < participle; i++)
        {
            if (tree[i].Pos == PartOfSpeech.Punct)
                return;
        }

        tree.Hang(acted, verb, Relation.Obj);
        tree.MakeParticiple(participle);
        tree.Hang(participle, participle - 1, Relation.Acl);
    }

    /// <summary>"into a banker accused of theft": a bare past form between a noun and a preposition, without a comma, describes the noun.</summary>
    private static void MendBehindNoun(SentenceEdit tree, int participle, int verb)
    {
        bool isBare = !tree.Has(participle, Relation.Mark) && !tree.Has(participle, Relation.Aux) && !tree.Has(participle, Relation.AuxPass) && !tree.Has(participle, Relation.Obj) && !tree.Has(participle, Relation.Advmod);
        if (!isBare || !tree.IsFinite(verb) || !tree.IsNominal(participle - 1) || tree[participle - 1].Pos == PartOfSpeech.Pron || participle + 1 >= tree.End || tree[participle + 1].Pos is not (PartOfSpeech.Adp or PartOfSpeech.Sconj) || tree.Child(verb, Relation.Obj) is not (>= 0 and var acted) || !tree.IsUnder(participle - 1, acted))
            return;
        tree.MakeParticiple(participle);
        tree.Hang(participle, participle - 1, Relation.Acl);
    }

    /// <summary>"stopped short of condemning Chad": what stands behind an adjective and its preposition belongs to the adjective.</summary>
    private static void MendBehindAdjective(SentenceEdit tree, int gerund, int verb)
    {
        int mark = tree.Child(gerund, Relation.Mark);
        if (mark == gerund - 1 && mark > verb + 1 && tree.Is(gerund, Relation.Advcl) && tree.Is(mark - 1, Relation.Xcomp) && tree[mark - 1] is { Pos: PartOfSpeech.Adj } adjective && adjective.Head == verb && mark - 1 == verb + 1)
            tree.Hang(gerund, mark - 1, Relation.Advcl);
    }

    /// <summary>An infinitive with "after" and somebody between is no clause of theirs: they stood before whoever the noun tells of.</summary>
    private static void MendOneOfMany(SentenceEdit tree, int infinitive, int verb, ClauseGrammar grammar)
    {
        int opening = tree.Child(infinitive, Relation.Mark);
        if (opening < tree.First + 1)
            return;
        int before = infinitive - 2;
        while (before > opening && !(tree.IsNominal(before) && (tree[before].Head == infinitive || tree[before].Head == verb)))
            before--;
        if (opening >= before || !grammar.Functions.Is(tree[opening].Lemma, WordFunction.Succession) || !tree.IsNominal(opening - 1) || tree[infinitive - 1].Tag != "TO")
            return;
        tree.Hang(opening, before, Relation.Case);
        tree.Hang(before, opening - 1, Relation.Nmod);
        tree.Hang(infinitive, opening - 1, Relation.Acl);
    }

    /// <summary>"became the first state to sign": the infinitive tells of what makes it the first.</summary>
    private static void MendFew(SentenceEdit tree, int infinitive, int verb, ClauseGrammar grammar)
    {
        int noun = tree.Child(verb, Relation.Xcomp);
        if (noun < verb || noun >= infinitive - 1 || !tree.IsNominal(noun) || tree[infinitive - 1].Tag != "TO")
            return;
        for (int i = verb + 1; i < noun; i++)
        {
            if (tree[i].Head == noun && grammar.Functions.Is(tree[i].Lemma, WordFunction.Few))
            {
                tree.Hang(infinitive, noun, Relation.Acl);
                return;
            }
        }
    }
}
