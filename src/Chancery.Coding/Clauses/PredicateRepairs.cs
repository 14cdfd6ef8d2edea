using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Predicates taken for something else: a verb for an adjective ("the general pleaded guilty", "Pakistan deported refugees"), a subject for an apposition ("On Tuesday, Norway asked"), "were due" for a part of "to meet".</summary>
internal sealed class PredicateRepairs : Repair
{
    public override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (IsTaggedAdjective(tokens, sentence, i) || MayBeLostVerb(tokens, sentence, i) || MayHideSubject(tokens, sentence, i) || IsAdjectiveAside(tokens, sentence, i) || IsShortAdjective(tokens[i]))
                return true;
        }

        return false;
    }

    public override void Mend(SentenceEdit tree, ClauseGrammar grammar)
    {
        for (int i = tree.First; i < tree.End; i++)
        {
            if (IsTaggedAdjective(tree.Tokens, tree.Sentence, i))
                MakeVerb(tree, i);
            else if (MayBeLostVerb(tree.Tokens, tree.Sentence, i))
                RaiseVerb(tree, i);
            else if (MayHideSubject(tree.Tokens, tree.Sentence, i))
                RaiseSubject(tree, i);
            else if (IsAdjectiveAside(tree.Tokens, tree.Sentence, i))
                RaiseAdjective(tree, i);
            else if (IsShortAdjective(tree[i]) && grammar.IsParticipial(tree[i].Lemma))
                MakePassive(tree, i);
        }
    }

    /// <summary>"were due to meet": the adjective of the main clause stands beside the infinitive that hangs on it.</summary>
    private static bool IsAdjectiveAside(ReadOnlySpan<Token> tokens, Sentence sentence, int adjective) =>
        tokens[adjective].Pos == PartOfSpeech.Adj && adjective + 2 < sentence.EndToken && tokens[adjective + 1] is { Lemma: "to", Relation: Relation.Fixed } to && to.Head == adjective
        && tokens[adjective + 2].Tag == "VB" && tokens[adjective + 2].Head != adjective && tokens[adjective].Head is var head && (head == tokens[adjective + 2].Head || head == adjective + 2);

    private static bool IsShortAdjective(in Token token) => token is { Pos: PartOfSpeech.Adj, Tag: "JJ", Lemma.Length: < 7, Relation: Relation.Root or Relation.Ccomp or Relation.Conj or Relation.Parataxis or Relation.Advcl or Relation.AclRelcl };

    /// <summary>"The crossing was shut": a participle without an ending.</summary>
    private static void MakePassive(SentenceEdit tree, int word)
    {
        int be = tree.Child(word, Relation.Cop);
        int subject = tree.Child(word, Relation.Nsubj);
        if (be < 0 || subject < 0 || subject > word || tree[be].Tag is not ("VBD" or "VBN" or "VB"))
            return;
        tree.MakeVerb(word);
        tree.MakeParticiple(word);
        tree.Hang(be, word, Relation.AuxPass);
        tree.Hang(subject, word, Relation.NsubjPass);
    }

    private static void RaiseAdjective(SentenceEdit tree, int adjective)
    {
        int verb = adjective + 2;
        if (tree.Child(verb, Relation.Cop) is not (>= 0 and var be) || be > adjective)
            return;
        tree.Raise(adjective, verb, tree[verb].Relation);
        tree.Move(verb, adjective, tree.First, adjective);
        for (int i = verb + 1; i < tree.End; i++)
        {
            if (tree[i].Head == verb && tree[i].Relation is Relation.Conj or Relation.Punct)
                tree.Hand(i, adjective);
        }

        tree.Hang(adjective + 1, verb, Relation.Mark);
        tree.Hang(verb, adjective, Relation.Xcomp);
    }

    /// <summary>"The general pleaded guilty": what has a subject of its own and no form of "be" is a verb, though tagged as an adjective.</summary>
    private static bool IsTaggedAdjective(ReadOnlySpan<Token> tokens, Sentence sentence, int token) =>
        (IsAdjectiveInEd(tokens[token]) && (IsBarePredicate(tokens, sentence, token) || IsInsertedPredicate(tokens, sentence, token))) || (tokens[token].Pos == PartOfSpeech.Adj && IsPassive(tokens, sentence, token));

    /// <summary>"A clerk, Jan Blom, pleaded guilty": behind a comma, with what only a verb has behind it.</summary>
    private static bool IsInsertedPredicate(ReadOnlySpan<Token> tokens, Sentence sentence, int token)
    {
        if (tokens[token].Relation is not (Relation.Parataxis or Relation.Appos or Relation.Acl or Relation.Advcl) || token == sentence.FirstToken || tokens[token - 1].Pos != PartOfSpeech.Punct)
            return false;
        for (int i = token + 1; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head == token && tokens[i].Relation is Relation.Obj or Relation.Xcomp or Relation.Ccomp)
                return true;
        }

        return false;
    }

    /// <summary>A participle beside "were", else a past.</summary>
    private static void MakeVerb(SentenceEdit tree, int word)
    {
        tree.MakeVerb(word);
        if (IsPassive(tree.Tokens, tree.Sentence, word))
            tree.MakeParticiple(word);
        else
            tree.MakeFinite(word);
    }

    private static bool IsPassive(ReadOnlySpan<Token> tokens, Sentence sentence, int token)
    {
        for (int i = sentence.FirstToken; i < token; i++)
        {
            if (tokens[i].Head == token && tokens[i].Relation == Relation.AuxPass)
                return true;
        }

        return false;
    }

    private static bool IsAdjectiveInEd(in Token token) => token.Pos == PartOfSpeech.Adj && token.Lemma.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>True for a word with a subject and neither a form of "be" nor another auxiliary.</summary>
    private static bool IsBarePredicate(ReadOnlySpan<Token> tokens, Sentence sentence, int predicate)
    {
        bool hasSubject = false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head != predicate)
                continue;
            if (tokens[i].Relation is Relation.Cop or Relation.Aux or Relation.AuxPass)
                return false;
            hasSubject |= tokens[i].Relation == Relation.Nsubj && i < predicate;
        }

        return hasSubject;
    }

    /// <summary>"Syria and Turkey voiced support", "Pakistan deported refugees", "its spokesman Jan Blom also denied reports": the verb is taken for an adjective of its own object.</summary>
    private static bool MayBeLostVerb(ReadOnlySpan<Token> tokens, Sentence sentence, int verb)
    {
        if (tokens[verb].Relation != Relation.Amod || verb == sentence.FirstToken || !(IsParticiple(tokens[verb]) || IsAdjectiveInEd(tokens[verb])))
            return false;
        int noun = tokens[verb].Head;
        if (!IsParticiple(tokens[verb]) && !IsAdjectiveAfterName(tokens, verb) && !IsBarePredicate(tokens, sentence, noun))
            return false;
        int last = BeforeAdverbs(tokens, sentence, verb);
        if (noun <= verb || last < sentence.FirstToken || tokens[last].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            return false;
        int top = Top(tokens, noun);
        if (tokens[top].Relation != Relation.Root)
            return false;
        return top == noun ? Below(tokens, last, noun) >= sentence.FirstToken : top < verb;
    }

    private static int BeforeAdverbs(ReadOnlySpan<Token> tokens, Sentence sentence, int verb)
    {
        int last = verb - 1;
        while (last > sentence.FirstToken && tokens[last].Pos == PartOfSpeech.Adv)
            last--;
        return last;
    }

    /// <summary>The child of a noun that a token stands under, when that is a phrase of its own before the noun; else -1.</summary>
    private static int Below(ReadOnlySpan<Token> tokens, int token, int noun)
    {
        for (int hops = 0; hops < 16 && token >= 0; hops++)
        {
            int head = tokens[token].Head;
            if (head == noun)
                return tokens[token].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn ? token : -1;
            token = head;
        }

        return -1;
    }

    private static bool IsParticiple(in Token token) => token.Pos == PartOfSpeech.Verb && token.Tag is "VBD" or "VBN";

    /// <summary>"Egypt eased restrictions": no name stands before a participle that describes.</summary>
    private static bool IsAdjectiveAfterName(ReadOnlySpan<Token> tokens, int token) =>
        IsAdjectiveInEd(tokens[token]) && tokens[token - 1].Pos == PartOfSpeech.Propn;

    /// <summary>The first of a list.</summary>
    private static int Top(ReadOnlySpan<Token> tokens, int token)
    {
        for (int hops = 0; hops < 64 && tokens[token].Relation is Relation.Conj or Relation.Appos && tokens[token].Head >= 0; hops++)
            token = tokens[token].Head;
        return token;
    }

    private static void RaiseVerb(SentenceEdit tree, int verb)
    {
        int noun = tree[verb].Head;
        int top = Top(tree.Tokens, noun);
        if (!tree.MayBePast(verb) || tree.Has(top, Relation.Cop))
            return;
        int subject = top == noun ? Below(tree.Tokens, BeforeAdverbs(tree.Tokens, tree.Sentence, verb), noun) : top;
        for (int i = tree.First; i < tree.End; i++)
        {
            if (i == verb || i == noun || i == subject)
                continue;
            if (top == noun && tree[i].Head == noun && i < verb)
                tree.Hand(i, tree.Is(i, Relation.Punct) ? verb : subject);
            else if (top != noun && tree[i].Head == top && i > verb)
                tree.Hand(i, verb);
        }

        tree.MakeRoot(verb);
        tree.Hang(noun, verb, Relation.Obj);
        tree.Hang(subject, verb, Relation.Nsubj);
    }

    /// <summary>"On Tuesday, Norway asked": the subject after an opening phrase is taken for its apposition.</summary>
    private static bool MayHideSubject(ReadOnlySpan<Token> tokens, Sentence sentence, int token)
    {
        if (tokens[token].Relation is not Relation.Appos || tokens[token].Pos is not (PartOfSpeech.Propn or PartOfSpeech.Noun))
            return false;
        int phrase = tokens[token].Head;
        if (phrase < sentence.FirstToken || phrase > token || tokens[phrase].Relation is not (Relation.Obl or Relation.OblUnmarked))
            return false;
        int verb = tokens[phrase].Head;
        if (verb <= token || tokens[verb].Pos != PartOfSpeech.Verb || !tokens[verb].Morphology.HasFlag(Morphology.Finite))
            return false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Head == verb && tokens[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Csubj or Relation.Expl or Relation.AuxPass)
                return false;
            if (tokens[i].Head == token && tokens[i].Relation == Relation.Case)
                return false;
        }

        return true;
    }

    private static void RaiseSubject(SentenceEdit tree, int subject)
    {
        int phrase = tree[subject].Head;
        for (int i = subject + 1; i < tree.End; i++)
        {
            if (tree[i].Head == phrase && tree[i].Relation is Relation.AclRelcl or Relation.Acl or Relation.Appos or Relation.Conj)
                tree.Hand(i, subject);
        }

        tree.Hang(subject, tree[phrase].Head, Relation.Nsubj);
    }
}
