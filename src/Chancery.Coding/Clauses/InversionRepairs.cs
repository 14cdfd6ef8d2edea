using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Verbs before their subjects, where the parser took one for the other: "Also investigating is the agency", "The water, says the study, rises".</summary>
internal sealed class InversionRepairs : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        IsOpeningParticiple(tokens[i]) || IsOpeningPast(tokens[i], i, sentence.FirstToken) || (tokens[i].Relation == Relation.Ccomp && tokens[i].Head > i) || (tokens[i].Relation == Relation.Nsubj && tokens[i].Head > i && tokens[i].Head < sentence.EndToken && tokens[tokens[i].Head - 1].Pos == PartOfSpeech.Punct) || (tokens[i].Relation == Relation.Ccomp && tokens[i].Head is var verb && verb >= sentence.FirstToken && verb < i && (verb == sentence.FirstToken || tokens[verb - 1].Pos == PartOfSpeech.Punct));

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (IsOpeningParticiple(tree[i]))
            MendOpening(tree, i, head);
        else if (tree.Is(i, Relation.Ccomp) && IsAsked(tree, Math.Min(i, head), Math.Max(i, head)))
            MendAsked(tree, Math.Min(i, head), Math.Max(i, head));
        else if (IsOpeningPast(tree[i], i, tree.First) && OpensQuestion(tree, i) && !tree.Has(i, Relation.Obj))
            tree.MakeParticiple(i);
        else if (tree.Is(i, Relation.Ccomp) && head < i)
            MendInserted(tree, i, head);
        else if (tree.Is(i, Relation.Nsubj) && head > i)
            MendQuoted(tree, i, head);
        else if (tree.Is(i, Relation.Ccomp) && head > i && Conditioned(tree, i, head, grammar) is >= 0 and var conditioned)
            tree.Hang(i, conditioned, Relation.Advcl);
        else if (tree.Is(i, Relation.Ccomp) && head > i)
            MendTold(tree, i, head);
    }

    private static bool IsOpeningParticiple(in Token token) =>
        token.Pos == PartOfSpeech.Verb && token.Tag is "VBG" or "VBN" && token.Relation is Relation.Csubj or Relation.CsubjPass or Relation.Nsubj or Relation.NsubjPass;

    private static bool IsOpeningPast(in Token token, int at, int first) => at == first && token is { Relation: Relation.Advcl, Tag: "VBD" };

    /// <summary>"Also arrested was the mayor": a bare participle at the beginning is no subject, the noun behind "was" is.</summary>
    private static void MendOpening(SentenceEdit tree, int participle, int noun)
    {
        int be = tree.Child(noun, Relation.Cop);
        if (!tree.Is(noun, Relation.Root) || !tree.IsNominal(noun) || be != participle + 1 || noun < be || tree.Has(noun, Relation.Case) || tree.Has(participle, Relation.Obj))
            return;
        for (int i = tree.First; i < participle; i++)
        {
            if (tree[i].Pos is not (PartOfSpeech.Adv or PartOfSpeech.Punct))
                return;
        }

        bool isPassive = tree[participle].Tag == "VBN";
        tree.Raise(participle, noun, Relation.Root);
        tree.Move(noun, participle, tree.First, be);
        tree.Move(noun, participle, tree.End - 1, tree.End);
        tree.Hang(be, participle, isPassive ? Relation.AuxPass : Relation.Aux);
        tree.Hang(noun, participle, isPassive ? Relation.NsubjPass : Relation.Nsubj);
    }

    /// <summary>"Asked whether he would resign, the mayor said …": a participle that opens the sentence, with a question of its own up to the comma before the subject.</summary>
    private static bool IsAsked(SentenceEdit tree, int participle, int verb)
    {
        if (participle != tree.First || tree[participle] is not { Pos: PartOfSpeech.Verb, Tag: "VBN" or "VBD" } || tree.Has(participle, Relation.AuxPass) || !OpensQuestion(tree, participle))
            return false;
        int subject = Subject(tree, verb);
        if (!tree.IsFinite(verb) || subject < 0 || subject > verb || tree.Edges(subject, -1).First is var start && (start <= participle + 1 || !tree.IsComma(start - 1)))
            return false;
        return true;
    }

    /// <summary>"Asked why it was so": a past form without a subject, and what was asked right behind it.</summary>
    private static bool OpensQuestion(SentenceEdit tree, int participle) =>
        !tree.HasSubject(participle) && !tree.Has(participle, Relation.Aux) && participle + 1 < tree.End && (tree[participle + 1].Pos is PartOfSpeech.Sconj or PartOfSpeech.Adp || tree[participle + 1].Tag is "WP" or "WRB" or "WDT" or "IN");

    private static void MendAsked(SentenceEdit tree, int participle, int verb)
    {
        if (tree[verb].Head == participle)
        {
            tree.Raise(verb, participle, tree[participle].Relation);
            tree.Move(participle, verb, tree.End - 1, tree.End);
        }

        tree.MakeParticiple(participle);
        tree.Hang(participle, verb, Relation.Advcl);
    }

    /// <summary>"Should Togo leave, Mali would follow, the minister said": what is on the condition that opens the sentence; -1 for none.</summary>
    private static int Conditioned(SentenceEdit tree, int condition, int saying, ClauseGrammar grammar)
    {
        int opening = tree.Child(condition, Relation.Aux);
        if (opening < 0 || !grammar.Functions.Is(tree[opening].Lemma, WordFunction.Condition) || !tree.OpensPhrase(opening) || Subject(tree, condition) < opening)
            return -1;
        for (int i = condition + 1; i < saying; i++)
        {
            if (tree[i].Head == saying && tree.Is(i, Relation.Ccomp))
                return i;
        }

        return -1;
    }

    /// <summary>One comma never parts a subject from its verb: what stands between that and the next comma is a saying put in, and its subject stands behind it.</summary>
    private static void MendInserted(SentenceEdit tree, int told, int verb)
    {
        if (!tree.IsFinite(verb) || verb < tree.First + 2 || !tree.IsComma(verb - 1) || Subject(tree, verb) is not (>= 0 and var first) || first > verb || Sayer(tree, verb, told) is not (>= 0 and var second))
            return;
        (int start, int last) = tree.Edges(first, -1);
        int end = tree.Edges(second, -1).Last;
        if (last != verb - 2 || end + 1 >= told || !tree.IsComma(end + 1) || !tree.OpensPhrase(start) || tree.Has(first, Relation.Case))
            return;
        for (int i = start; i <= last; i++)
        {
            if (tree[i].Pos == PartOfSpeech.Punct)
                return;
        }

        tree.Hang(second, verb, Relation.Nsubj);
        tree.Hang(first, told, tree.Has(told, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
    }

    /// <summary>"Sarto, who led the mission, has died, his family said": of two subjects of the verb of saying the one before what is said belongs to that.</summary>
    private static void MendTold(SentenceEdit tree, int told, int verb)
    {
        int first = tree.Child(verb, Relation.Nsubj);
        if (first < 0 || first > told || tree.HasSubject(told) || !tree.IsFinite(verb) || tree.Has(told, Relation.Mark))
            return;
        for (int i = told + 1; i < verb; i++)
        {
            if (tree[i].Head == verb && tree.Is(i, Relation.Nsubj))
            {
                tree.Hang(first, told, tree.Has(told, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
                return;
            }
        }
    }

    /// <summary>"“Floods took the bridge,” said the mayor": who says it stands behind the verb, and no word of the quotation is a second one.</summary>
    private static void MendQuoted(SentenceEdit tree, int quoted, int verb)
    {
        if (verb < tree.First + 2 || !tree.FollowsMark(verb) || tree[verb].Pos != PartOfSpeech.Verb)
            return;
        for (int i = verb + 1; i < tree.End; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation == Relation.Nsubj)
            {
                tree.Hang(quoted, verb, Relation.Parataxis);
                return;
            }
        }
    }

    /// <summary>The noun phrase right behind the verb, whatever the verb told made of it; -1 for none.</summary>
    private static int Sayer(SentenceEdit tree, int verb, int told)
    {
        for (int i = verb + 1; i < told; i++)
        {
            bool isPart = (tree[i].Head == told || tree[i].Head == verb) && tree[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Dislocated or Relation.OblUnmarked;
            if (isPart && tree.IsNominal(i) && !tree.Has(i, Relation.Case) && tree.Edges(i, -1).First == verb + 1)
                return i;
        }

        return -1;
    }

    private static int Subject(SentenceEdit tree, int verb) => tree.Child(verb, Relation.Nsubj) is >= 0 and var active ? active : tree.Child(verb, Relation.NsubjPass);
}
