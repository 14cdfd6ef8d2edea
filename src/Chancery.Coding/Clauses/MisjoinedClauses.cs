using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Clauses joined to the wrong one beside them: "whether the driver, who was held, had fled" with the holding in question, "talked of raising the price and banning the wine" with the ban done,
/// "charged him with taking bribes and want him jailed" with the wish as a charge, "shelled the camp, a charge denied by Togo" with the charge denying.
/// </summary>
internal sealed class MisjoinedClauses : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        tokens[i] is { Relation: Relation.Parataxis, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBN" }
        || (tokens[i] is { Relation: Relation.Xcomp, Tag: "VBN" } && i > sentence.FirstToken && tokens[i - 1].Pos == PartOfSpeech.Punct)
        || (tokens[i] is { Relation: Relation.Ccomp, Tag: "WP" } && i > sentence.FirstToken)
        || (tokens[i] is { Relation: Relation.AclRelcl, Tag: "VBN" or "VBD" } && tokens[i].Head >= sentence.FirstToken && tokens[tokens[i].Head].Relation == Relation.Root)
        || (i == sentence.FirstToken && tokens[i].Tag == "VBZ" && i + 1 < sentence.EndToken && tokens[i + 1].Relation == Relation.Mark)
        || (tokens[i] is { Relation: Relation.Advcl, Pos: PartOfSpeech.Verb } && tokens[i].Head > i && i > sentence.FirstToken + 3)
        || (tokens[i] is { Relation: Relation.Conj, Tag: "VBG" } && tokens[i].Head < i - 2)
        || (tokens[i] is { Relation: Relation.Advmod, Pos: PartOfSpeech.Adv } && tokens[i].Head < i - 1 && tokens[i].Head >= sentence.FirstToken && tokens[tokens[i].Head].Pos == PartOfSpeech.Propn)
        || (tokens[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb, Tag: "VBD" or "VBP" or "VBZ" or "VB", Head: var joined } && joined >= sentence.FirstToken && joined < i && tokens[joined].Tag == "VBG")
        || (tokens[i] is { Relation: Relation.Conj, Pos: PartOfSpeech.Verb, Tag: "VBD", Head: var told } && told >= sentence.FirstToken && told < i && tokens[told].Relation == Relation.Root)
        || (tokens[i] is { Relation: Relation.Advcl, Tag: "VBG" } && i > sentence.FirstToken + 2)
        || (tokens[i] is { Relation: Relation.Mark, Head: var marked } && marked > i + 2 && marked < sentence.EndToken && tokens[marked].Relation == Relation.AclRelcl);

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (i == tree.First && tree[i].Tag == "VBZ")
            MendClaims(tree, i);
        else if (tree.Is(i, Relation.Ccomp) && tree[i].Tag == "WP")
            MendAside(tree, i, head);
        else if (tree.Is(i, Relation.Xcomp))
            MendTrailing(tree, i, head);
        else if (tree.Is(i, Relation.AclRelcl))
            MendMain(tree, i, head);
        else if (tree.Is(i, Relation.Parataxis))
            MendDenied(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Advmod))
            MendBack(tree, i, head);
        else if (tree.Is(i, Relation.Advcl) && head > i)
            MendWithin(tree, i, head);
        else if (tree.Is(i, Relation.Conj) && tree[i].Tag == "VBG")
            MendListed(tree, i, head);
        else if (tree.Is(i, Relation.Conj) && tree[head].Tag == "VBG")
            MendTensed(tree, i, head);
        else if (tree.Is(i, Relation.Conj) && tree[i].Tag == "VBD")
        {
            MendOpposed(tree, i, head, grammar);
            MendResumed(tree, i, head, grammar);
        }
        else if (tree.Is(i, Relation.Advcl) && tree[i].Tag == "VBG")
            MendAdding(tree, i, head, grammar);
        else if (tree.Is(i, Relation.Mark))
            MendMark(tree, i, head);
    }

    /// <summary>"shelled the camp, a charge denied by Togo", with the charge denying: behind a comma a form with a doer and no object describes the noun.</summary>
    private static void MendDenied(SentenceEdit tree, int participle, int verb, ClauseGrammar grammar)
    {
        int noun = tree.Child(participle, Relation.Nsubj);
        if (noun <= verb || noun > participle || tree[noun].Pos != PartOfSpeech.Noun || !tree.IsComma(tree.Edges(noun, -1).First - 1) || tree.Edges(noun, -1).Last != participle - 1 || tree.Has(participle, Relation.Obj) || tree.Has(participle, Relation.Aux) || !tree.MayBePast(participle))
            return;
        for (int i = participle + 1; i < tree.End; i++)
        {
            if (tree[i].Head != participle || tree[i].Relation is not (Relation.OblAgent or Relation.Obl) || tree.Child(i, Relation.Case) is not (>= 0 and var by) || by != participle + 1 || !grammar.Functions.Is(tree[by].Lemma, WordFunction.Agent))
                continue;
            tree.Hang(noun, verb, Relation.Parataxis);
            tree.MakeParticiple(participle);
            tree.Hang(participle, noun, Relation.Acl);
            tree.Hang(i, participle, Relation.OblAgent);
            return;
        }
    }

    /// <summary>"will restore the ties, broken in 1961", with the ties restored as broken: a participle behind the object and a comma describes the object.</summary>
    private static void MendTrailing(SentenceEdit tree, int participle, int verb)
    {
        if (tree.IsComma(participle - 1) && !tree.HasSubject(participle) && tree.Child(verb, Relation.Obj) is >= 0 and var noun && noun < participle && tree.Edges(noun, participle).Last is var last && (last == participle - 2 || last == participle - 1))
            tree.Hang(participle, noun, Relation.Acl);
    }

    /// <summary>"Claims that Chad took the island are baseless, he said", with somebody claiming: the first word is what is judged.</summary>
    private static void MendClaims(SentenceEdit tree, int claims)
    {
        int told = tree.Child(claims, Relation.Ccomp);
        if (told < 0 || tree.HasSubject(claims) || tree.Child(told, Relation.Mark) != claims + 1 || tree[claims].Relation is not (Relation.Ccomp or Relation.Parataxis or Relation.Root))
            return;
        for (int judged = told + 1; judged < tree.End; judged++)
        {
            if (tree[judged].Head != claims || !tree.Is(judged, Relation.Ccomp) || tree.HasSubject(judged) || !(tree.Has(judged, Relation.Cop) || tree.Has(judged, Relation.AuxPass)))
                continue;
            tree.MakeNoun(claims);
            tree.Raise(judged, claims, tree[claims].Relation);
            tree.Hang(claims, judged, tree.Has(judged, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
            tree.Hang(told, claims, Relation.Acl);
            return;
        }
    }

    /// <summary>"called its envoy, Jan Blom, back": behind the comma the adverb is the verb's.</summary>
    private static void MendBack(SentenceEdit tree, int adverb, int name)
    {
        int verb = tree[name].Head;
        for (int hops = 0; tree.Holds(verb) && tree[verb].Pos != PartOfSpeech.Verb && hops < 4; hops++)
            verb = tree[verb].Head;
        if (tree.IsComma(adverb - 1) && tree.Is(name, Relation.Appos) && tree.Holds(verb) && verb < name && tree[verb].Pos == PartOfSpeech.Verb && tree.Child(verb, Relation.Obj) is var recalled && recalled > verb && recalled < name)
            tree.Hang(adverb, verb, Relation.Advmod);
    }

    /// <summary>"Jan Blom, who came late because Chad had shut the port, proposed": what no comma parts from a relative clause belongs to it.</summary>
    private static void MendWithin(SentenceEdit tree, int clause, int verb)
    {
        int first = tree.Edges(clause, -1).First;
        if (first <= tree.First + 2 || !tree.Has(clause, Relation.Mark) || tree[first - 1].Pos == PartOfSpeech.Punct)
            return;
        int at = first - 1;
        for (int hops = 0; tree.Holds(at) && hops < 10 && !(tree[at].Pos == PartOfSpeech.Verb && tree.Is(at, Relation.AclRelcl)); at = tree[at].Head)
            hops++;
        if (tree.Holds(at) && at < first && at != verb && tree.IsUnder(at, verb) && tree.Is(at, Relation.AclRelcl) && tree.OpensPhrase(tree.Edges(at, -1).First))
            tree.Hang(clause, at, Relation.Advcl);
    }

    /// <summary>"talked of raising the price and banning the wine", with the ban talked of as done: two forms of one kind behind one preposition.</summary>
    private static void MendListed(SentenceEdit tree, int second, int verb)
    {
        if (tree.HasSubject(second) || tree.Has(second, Relation.Aux) || tree[verb].Pos != PartOfSpeech.Verb || tree[verb].Tag == "VBG" || !tree.Has(second, Relation.Cc))
            return;
        for (int i = verb + 1; i < second; i++)
        {
            if (tree[i].Head != verb || !tree.Is(i, Relation.Advcl) || tree[i].Tag != "VBG" || !tree.Is(i - 1, Relation.Mark))
                continue;
            tree.Hang(second, i, Relation.Conj);
            return;
        }
    }

    /// <summary>"Lima thanked Quito, while the opposition blamed Quito and asked it to leave", with Lima asking: what no comma parts from the clause that is set against the first goes on with that clause.</summary>
    private static void MendOpposed(SentenceEdit tree, int second, int main, ClauseGrammar grammar)
    {
        if (tree.HasSubject(second) || tree.Has(second, Relation.Mark) || tree.Child(second, Relation.Cc) is not (> 0 and var and) || tree.IsComma(and - 1))
            return;
        for (int i = main + 1; i < and; i++)
        {
            if (tree[i].Head == main && tree.Is(i, Relation.Advcl) && tree[i].Tag == tree[second].Tag && tree.HasSubject(i) && tree.Child(i, Relation.Mark) is >= 0 and var mark && mark > main && grammar.Functions.Is(tree[mark].Lemma, WordFunction.Contrast) && tree.Edges(i, -1).Last == and - 1)
            {
                tree.Hang(second, i, Relation.Conj);
                return;
            }
        }
    }

    /// <summary>"Togo objected to the fee, diplomats said, and gave way at noon", with the diplomats giving way: behind an inserted saying of several the sentence goes on.</summary>
    private static void MendResumed(SentenceEdit tree, int second, int saying, ClauseGrammar grammar)
    {
        if (tree.HasSubject(second) || tree.Has(second, Relation.Mark) || tree.Child(second, Relation.Cc) is not (> 0 and var and) || !tree.IsComma(and - 1) || grammar.IsVoicing(tree[second].Lemma) || grammar.ForceOf(tree[second].Lemma) == ModalForce.Asserted)
            return;
        int told = tree.Child(saying, Relation.Ccomp);
        int teller = tree.Child(saying, Relation.Nsubj);
        if (told < 0 || told > saying || teller < told || tree[teller].Tag != "NNS" || Math.Max(teller, saying) != and - 2 || tree.Has(told, Relation.Mark) || !tree.HasSubject(told) || !(TornSentences.IsTensed(tree, told) || tree.MayBePast(told)))
            return;
        // "Four men died, officials said, and promised an inquiry": what only somebody with a will does may be the officials'.
        bool isWilled = grammar.IsSubjectControl(tree[second].Lemma) || grammar.ForceOf(tree[second].Lemma) != ModalForce.None;
        if (isWilled && !(grammar.IsVoicing(tree[told].Lemma) || grammar.IsAddressing(tree[told].Lemma) || grammar.IsSubjectControl(tree[told].Lemma) || grammar.ForceOf(tree[told].Lemma) == ModalForce.Asserted))
            return;
        for (int i = tree.First; i < and; i++)
        {
            if (tree[i] is { Pos: PartOfSpeech.Punct, Tag: not "," })
                return;
        }

        if (!TornSentences.IsTensed(tree, told))
            tree.MakeFinite(told);
        tree.Hang(second, told, Relation.Conj);
    }

    /// <summary>"The army had not fired, he said, adding that rebels had", with the army adding: whoever was just said to say so goes on.</summary>
    private static void MendAdding(SentenceEdit tree, int adding, int verb, ClauseGrammar grammar)
    {
        if (!tree.IsComma(adding - 1) || tree.HasSubject(adding) || tree.Has(adding, Relation.Mark) || !(grammar.IsVoicing(tree[adding].Lemma) || (grammar.ForceOf(tree[adding].Lemma) == ModalForce.Asserted && tree.Has(adding, Relation.Ccomp))))
            return;
        for (int i = verb + 1; i < adding; i++)
        {
            if (tree[i].Head != verb || !tree.Is(i, Relation.Parataxis) || !tree.IsFinite(i) || !tree.HasSubject(i) || tree.Edges(i, -1).Last != adding - 2)
                continue;
            tree.Hang(adding, i, Relation.Advcl);
            return;
        }
    }

    /// <summary>"charged him with taking bribes and want him jailed", with the wish as a second charge: what has a tense stands beside what has one.</summary>
    private static void MendTensed(SentenceEdit tree, int second, int gerund)
    {
        int verb = tree[gerund].Head;
        bool isGerund = tree[gerund].Tag == "VBG" && tree[gerund].Pos == PartOfSpeech.Verb && !tree.Has(gerund, Relation.Aux) && !tree.HasSubject(gerund) && tree[gerund].Relation is Relation.Advcl or Relation.Acl;
        if (!isGerund || tree.HasSubject(second) || !tree.Has(second, Relation.Cc) || tree.Has(second, Relation.Mark))
            return;
        for (int hops = 0; tree.Holds(verb) && hops < 6; verb = tree[verb].Head, hops++)
        {
            if (verb > gerund || tree[verb].Pos != PartOfSpeech.Verb || !TornSentences.IsTensed(tree, verb) || !tree.HasSubject(verb))
                continue;
            tree.Hang(second, verb, Relation.Conj);
            return;
        }
    }

    /// <summary>"whether the driver, who was held, had fled", with the holding in question: what opens a clause stands before its subject, not before what is told of that in passing.</summary>
    private static void MendMark(SentenceEdit tree, int mark, int relative)
    {
        int noun = tree[relative].Head;
        if (!tree.Is(relative, Relation.AclRelcl) || noun <= mark || !SentenceEdit.IsSubject(tree[noun].Relation) || tree[noun].Head is not (>= 0 and var verb) || verb < relative || tree.Has(verb, Relation.Mark) || tree[verb].Relation is not (Relation.Ccomp or Relation.Advcl))
            return;
        tree.Hang(mark, verb, Relation.Mark);
    }

    /// <summary>"envoys who, he said, had bribed two men", with whoever says so bribing: the one right before "who" did.</summary>
    private static void MendAside(SentenceEdit tree, int who, int saying)
    {
        int told = tree[saying].Head;
        int named = who - 1;
        while (tree.Is(named, Relation.Flat) && tree.Holds(tree[named].Head))
            named = tree[named].Head;
        if (!tree.IsComma(who + 1) || !tree.Is(saying, Relation.Parataxis) || !tree.Holds(told) || told < saying || !tree.IsNominal(named) || tree.HasSubject(told) || tree.IsUnder(named, told))
            return;
        tree.Hang(told, named, Relation.AclRelcl);
        tree.Hang(who, told, tree.Has(told, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
    }

    /// <summary>"a proposal that Chad send observers was rejected", with both told of the proposal: of two, the passive behind is what the sentence tells.</summary>
    private static void MendMain(SentenceEdit tree, int main, int noun)
    {
        if (!tree.Is(noun, Relation.Root) || !tree.IsNominal(noun) || tree.HasSubject(noun) || tree.HasSubject(main) || tree.Has(main, Relation.Mark) && !tree.Has(main, Relation.AuxPass) || !TornSentences.IsTensed(tree, main))
            return;
        for (int i = noun + 1; i < main; i++)
        {
            if (tree[i].Head != noun || !tree.Is(i, Relation.AclRelcl) || tree.Child(i, Relation.Nsubj) is not (>= 0 and var doer) || doer > i || (!tree.Has(main, Relation.AuxPass) && (tree.Edges(main, -1).First != main || tree.Edges(i, main).Last != main - 1)))
                continue;
            if (tree.Child(main, Relation.Mark) is >= 0 and var mark && mark < i)
                tree.Hang(mark, i, Relation.Mark);
            tree.Raise(main, noun, Relation.Root);
            tree.Hang(noun, main, tree.Has(main, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
            return;
        }
    }
}
