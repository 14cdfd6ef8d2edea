using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>
/// Words hung past their own head: "with a gift said to be worth millions" with somebody saying so, "an envoy of jailed President Blom" with a jailing told of, "Chad is a member and Togo is not, demanded" with the demand denied,
/// "Blom and Togo's Jan Roe" with Togo beside them, "supporters of Blom who marched" with Blom marching.
/// </summary>
internal sealed class StrayWords : WordRepair
{
    protected override bool MayErr(ReadOnlySpan<Token> tokens, Sentence sentence, int i) =>
        (tokens[i] is { Pos: PartOfSpeech.Verb, Tag: "VBN" or "VBD" } && i > sentence.FirstToken + 2)
        || (tokens[i] is { Pos: PartOfSpeech.Noun, Relation: Relation.Obl, Tag: "NNS" } && tokens[i].Head < i - 1)
        || (tokens[i] is { Pos: PartOfSpeech.Propn, Relation: Relation.Conj } && i + 1 < sentence.EndToken && tokens[i + 1].Tag == "POS")
        || (tokens[i] is { Pos: PartOfSpeech.Aux } && tokens[i].Head > i + 2)
        || (tokens[i] is { Relation: Relation.AclRelcl } && tokens[i].Head >= sentence.FirstToken && tokens[tokens[i].Head].Pos == PartOfSpeech.Propn)
        || (tokens[i] is { Relation: Relation.Nsubj } && tokens[i].Head > i + 4)
        || (tokens[i] is { Relation: Relation.Case } && i + 1 < sentence.EndToken && tokens[i + 1].Tag == "VBG" && tokens[i].Head > i + 1)
        || (tokens[i] is { Relation: Relation.OblUnmarked or Relation.Obl } && tokens[i].Head > i + 2 && tokens[i + 1].Pos == PartOfSpeech.Punct && tokens[i + 2].Pos == PartOfSpeech.Punct)
        || (tokens[i] is { Relation: Relation.Nummod } && tokens[i].Head > i + 1 && tokens[i + 1].Pos == PartOfSpeech.Punct)
        || (tokens[i] is { Relation: Relation.Mark } && tokens[i].Head >= sentence.FirstToken && tokens[tokens[i].Head].Relation == Relation.Ccomp);

    protected override void Mend(SentenceEdit tree, int i, int head, ClauseGrammar grammar)
    {
        if (tree[i].Pos == PartOfSpeech.Aux)
        {
            MendElided(tree, i, head, grammar);
        }
        else if (tree.Is(i, Relation.Conj) && tree[i].Pos == PartOfSpeech.Propn)
        {
            MendOwner(tree, i, head);
        }
        else if (tree.Is(i, Relation.AclRelcl))
        {
            MendCrowd(tree, i, head);
        }
        else if (tree.Is(i, Relation.Nsubj))
        {
            MendTold(tree, i, head, grammar);
        }
        else if (tree[i].Relation is Relation.Obl or Relation.OblUnmarked)
        {
            if (head > i)
                MendBeforeMark(tree, i, head);
            else
                MendCounted(tree, i, head, grammar);
        }
        else if (tree.Is(i, Relation.Case))
        {
            MendGerund(tree, i, head);
        }
        else if (tree.Is(i, Relation.Nummod))
        {
            MendPair(tree, i, head);
        }
        else if (tree.Is(i, Relation.Mark))
        {
            MendAfter(tree, i, head, grammar);
        }
        else if (tree[i].Pos == PartOfSpeech.Verb && tree[i].Tag is "VBN" or "VBD")
        {
            if (tree.Is(i, Relation.Parataxis) && MendInserted(tree, i, head))
                return;
            MendSaid(tree, i, grammar);
            MendReputed(tree, i, head, grammar);
            MendDescribed(tree, i);
            MendDoneTo(tree, i, head, grammar);
        }
    }

    /// <summary>"rejects in strong words said action and demands its end", with a saying: before a bare noun, and with nobody to say it, the word points back.</summary>
    private static void MendSaid(SentenceEdit tree, int said, ClauseGrammar grammar)
    {
        int thing = said + 1;
        if (!tree.Is(said, Relation.Root) || tree[thing].Head != said || !tree.Is(thing, Relation.Obj) || tree[thing].Tag is not ("NN" or "NNS") || tree.HasSubject(said) || grammar.ForceOf(tree[said].Lemma) != ModalForce.Asserted || tree.Child(said, Relation.Ccomp) is not (>= 0 and var verb) || verb > said || !tree.IsFinite(verb) || !tree.HasSubject(verb))
            return;
        tree.Raise(verb, said, Relation.Root);
        tree.Hang(thing, verb, Relation.Obj);
        tree.MakeParticiple(said);
        tree.Hang(said, thing, Relation.Amod);
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree[i].Head == said && i != thing)
                tree.Hand(i, verb);
        }
    }

    /// <summary>"came with a gift said to be worth millions", with a saying by whoever came: a thing "said to be" something is described.</summary>
    private static void MendReputed(SentenceEdit tree, int reputed, int verb, ClauseGrammar grammar)
    {
        int thing = reputed - 1;
        if (!tree.IsNominal(thing) || !tree.Is(thing, Relation.Obl) || !(tree[thing].Head == reputed || tree.Is(reputed, Relation.Advcl)) || reputed + 2 >= tree.End || tree[reputed + 1].Tag != "TO" || tree[reputed + 2].Tag != "VB" || grammar.ForceOf(tree[reputed].Lemma) != ModalForce.Asserted || tree.HasSubject(reputed) || tree.Has(reputed, Relation.Aux) || tree.Has(reputed, Relation.AuxPass) || verb > thing)
            return;
        if (tree[thing].Head == reputed)
            tree.Hang(thing, verb, Relation.Obl);
        tree.MakeParticiple(reputed);
        tree.Hang(reputed, thing, Relation.Acl);
    }

    /// <summary>"an envoy of jailed President Blom", with a jailing told of: a participle between a preposition and its noun describes the noun.</summary>
    private static void MendDescribed(SentenceEdit tree, int participle)
    {
        int noun = tree.Is(participle - 1, Relation.Case) ? tree[participle - 1].Head : -1;
        if (noun <= participle || !tree.IsNominal(noun) || !tree.MayBePast(participle) && tree[participle].Tag != "VBN")
            return;
        for (int i = tree.First; i < tree.End; i++)
        {
            if (tree[i].Head == participle && (i > participle || tree[i].Pos is not PartOfSpeech.Adv))
                return;
        }

        tree.MakeParticiple(participle);
        tree.Hang(participle, noun, Relation.Amod);
    }

    /// <summary>"freed Jan Blom, accused of theft, in May", with the accusing done by whoever freed him: what is done to people, told behind a comma and without an object, was done to the one named before it.</summary>
    private static void MendDoneTo(SentenceEdit tree, int participle, int verb, ClauseGrammar grammar)
    {
        if (!tree.IsComma(participle - 1) || tree[participle - 2].Pos != PartOfSpeech.Propn || tree.Is(participle, Relation.Acl) || !grammar.IsDoneToPeople(tree[participle].Lemma) || !tree.MayBePast(participle))
            return;
        if (tree.HasSubject(participle) || tree.Has(participle, Relation.Obj) || tree.Has(participle, Relation.Mark) || tree.Has(participle, Relation.Aux) || tree.Has(participle, Relation.AuxPass) || tree.Has(participle, Relation.Ccomp) || tree.Has(participle, Relation.Cc))
            return;
        int name = participle - 2;
        while (tree[name].Relation is Relation.Flat or Relation.Compound && tree.Holds(tree[name].Head))
            name = tree[name].Head;
        if (name <= verb || SentenceEdit.IsSubject(tree[name].Relation) || tree[name].Pos != PartOfSpeech.Propn || !tree.IsUnder(name, verb) || !(tree.Has(name, Relation.Flat) || tree.Has(name, Relation.NmodDesc)))
            return;
        tree.MakeParticiple(participle);
        tree.Hang(participle, name, Relation.Acl);
    }

    /// <summary>"Chad, of which Mali is a neighbour and Togo is not, demanded": a denial that a comma ends denies what was told before it.</summary>
    private static void MendElided(SentenceEdit tree, int be, int verb, ClauseGrammar grammar)
    {
        int not = be + 1;
        int named = be - 1;
        if (verb <= not + 1 || named <= tree.First || !tree.IsNominal(named) || !grammar.Functions.Is(tree[not].Lemma, WordFunction.Negation) || !tree.IsComma(not + 1) || tree[not].Head != verb || tree[named].Head == verb)
            return;
        tree.Hang(be, named, Relation.Cop);
        tree.Hang(not, named, Relation.Advmod);
    }

    /// <summary>"Blom and Togo's Jan Roe", with Togo as one of three: it owns the name behind it.</summary>
    private static void MendOwner(SentenceEdit tree, int owner, int first)
    {
        int owned = owner + 2;
        while (tree.Holds(owned) && tree[owned].Relation is Relation.Compound or Relation.Amod or Relation.Flat or Relation.NmodDesc or Relation.Nummod && tree[owned].Head is var above && above != owner && tree.Holds(above))
            owned = above;
        if (tree[owner + 1].Tag != "POS" || !tree.Holds(owned) || owned <= owner + 1 || !tree.IsNominal(owned) || !tree.Is(owned, Relation.Conj) || tree[owned].Head != first || tree.Has(owned, Relation.NmodPoss))
            return;
        tree.Hang(owner, owned, Relation.NmodPoss);
    }

    /// <summary>"supporters of Blom who tried to march": no comma, so not Blom but those who are counted; in "families of those who died" it is those.</summary>
    private static void MendCrowd(SentenceEdit tree, int relative, int name)
    {
        int people = tree[name].Head;
        if (!tree.Is(name, Relation.Nmod) || tree[name].Pos != PartOfSpeech.Propn || !tree.Holds(people) || people > name || tree[people].Tag != "NNS" || tree.Child(name, Relation.Case) is not (>= 0 and var of) || tree[of].Lemma != "of" || tree.Child(relative, Relation.Nsubj) is not (>= 0 and var who) || tree[who].Tag != "WP" || who > relative || tree[who - 1].Pos == PartOfSpeech.Punct)
            return;
        if (tree.Edges(name, relative).Last != who - 1)
            return;
        for (int i = who; i <= relative; i++)
        {
            if ((i == relative || tree[i].Head == relative) && tree[i].Tag is "VBZ" || tree[i].Head == relative && tree[i].Lemma == "be" && tree[i].Tag == "VBD" && tree[i].Morphology.HasFlag(Morphology.Singular))
                return;
        }

        tree.Hang(relative, people, Relation.AclRelcl);
    }

    /// <summary>"Two ships that lay off an island claimed by Chad turned home, officials said", with the ships saying so: of two who say it the first did what has no other doer.</summary>
    private static void MendTold(SentenceEdit tree, int doer, int saying, ClauseGrammar grammar)
    {
        int teller = -1;
        for (int i = doer + 1; i < saying; i++)
        {
            if (tree[i].Head == saying && tree[i].Relation is Relation.Ccomp or Relation.Parataxis)
                return;
            teller = tree[i].Head == saying && tree.Is(i, Relation.Nsubj) ? i : teller;
        }

        if (teller < 0 || grammar.ForceOf(tree[saying].Lemma) != ModalForce.Asserted)
            return;
        (int first, int last) = tree.Edges(teller, -1);
        if (last != saying - 1 || !tree.IsComma(first - 1))
            return;
        int told = -1;
        for (int i = doer + 1; i < first - 1; i++)
        {
            if (tree[i].Pos != PartOfSpeech.Verb || !TornSentences.IsTensed(tree, i) || tree.HasSubject(i) || tree.Is(i, Relation.AclRelcl) || tree.Has(i, Relation.Mark) || tree.Has(i, Relation.Cc) || tree.Is(i, Relation.Acl))
                continue;
            if (told >= 0)
                return;
            told = i;
        }

        if (told < 0 && (told = BehindTime(tree, doer, saying)) < 0)
            return;
        int above = tree[told].Head;
        for (int i = above + 1; i < told; i++)
        {
            if (tree[i].Head == told && tree.Is(i, Relation.Obl) && tree[above].Tag is "VBN" or "VBD" && tree.Child(i, Relation.Case) is >= 0 and var by && grammar.Functions.Is(tree[by].Lemma, WordFunction.Agent))
                tree.Hang(i, above, Relation.OblAgent);
        }

        tree.Hang(told, saying, Relation.Ccomp);
        tree.Hang(doer, told, tree.Has(told, Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
    }

    /// <summary>""If so," Blom told deputies last May, "we shall leave"", with the leaving last May: what stands before the comma and the mark is of the telling.</summary>
    private static void MendBeforeMark(SentenceEdit tree, int time, int quoted)
    {
        int telling = tree[quoted].Head;
        if (tree.IsComma(time + 1) && tree[time + 2].Pos == PartOfSpeech.Punct && !tree.IsComma(time + 2) && tree.Holds(telling) && telling < time && tree[telling].Pos == PartOfSpeech.Verb && tree[quoted].Relation is Relation.Ccomp or Relation.Parataxis)
            tree.Hang(time, telling, tree[time].Relation);
    }

    /// <summary>"arresting about a hundred men", with nobody arrested: what is counted right behind the verb is its object.</summary>
    private static void MendCounted(SentenceEdit tree, int counted, int verb, ClauseGrammar grammar)
    {
        if (tree[verb].Pos != PartOfSpeech.Verb || tree.Has(counted, Relation.Case) || tree.Child(counted, Relation.Nummod) is not (>= 0 and var number) || tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.AuxPass) || grammar.IsIntransitive(tree[verb].Lemma) || tree.Edges(counted, -1).First != verb + 1)
            return;
        tree.Hang(counted, verb, Relation.Obj);
        if (tree.Is(verb + 1, Relation.Case) && tree[verb + 1].Head == number)
            tree.Hang(verb + 1, number, Relation.Advmod);
    }

    /// <summary>"Two men who had been held since June were freed, officials said", with June freed: the only verb left is what was done. -1 for none.</summary>
    private static int BehindTime(SentenceEdit tree, int doer, int saying)
    {
        for (int i = doer + 1; i < saying; i++)
        {
            if (tree[i].Head != saying || !tree.Is(i, Relation.Advcl) || tree[i].Pos != PartOfSpeech.Verb || !TornSentences.IsTensed(tree, i) || tree.Child(i, Relation.Mark) is not (>= 0 and var since) || since < doer)
                continue;
            int time = since + 1;
            int held = since - 1;
            while (held > doer && tree[held].Pos != PartOfSpeech.Verb)
                held--;
            if (tree[time].Head != i || !SentenceEdit.IsSubject(tree[time].Relation) || held <= doer || !tree.IsUnder(held, doer))
                return -1;
            tree.Hang(since, time, Relation.Case);
            tree.Hang(time, held, Relation.Obl);
            return i;
        }

        return -1;
    }

    /// <summary>"an official said on Friday, a day after Togo accused the army", with the accusing said: what was before or after is told beside it.</summary>
    private static void MendAfter(SentenceEdit tree, int mark, int told, ClauseGrammar grammar)
    {
        int saying = tree[told].Head;
        if (!tree.Is(told, Relation.Ccomp) || !tree.Holds(saying) || saying > mark || tree[saying].Pos != PartOfSpeech.Verb || mark > told)
            return;
        if (grammar.Functions.Is(tree[mark].Lemma, WordFunction.Succession) || tree[mark].Lemma is not "that" && grammar.Functions.Is(tree[mark].Lemma, WordFunction.Awaited))
            tree.Hang(told, saying, Relation.Advcl);
    }

    /// <summary>"replied by barring imports", with a reply by imports: a preposition right before a verb in "-ing" is the verb's, and the noun behind it its object.</summary>
    private static void MendGerund(SentenceEdit tree, int preposition, int noun)
    {
        int gerund = preposition + 1;
        if (!tree.Holds(gerund) || tree[gerund].Tag != "VBG" || tree[gerund].Pos != PartOfSpeech.Verb || noun <= gerund || !tree.IsNominal(noun) || tree.Has(gerund, Relation.Obj) || tree[gerund].Head != tree[noun].Head || tree[noun].Head > preposition || !tree.Is(gerund, Relation.Advcl) || tree.Edges(noun, -1).First is var first && first != gerund + 1 && first != preposition)
            return;
        tree.Hang(preposition, gerund, Relation.Mark);
        tree.Hang(noun, gerund, Relation.Obj);
    }

    /// <summary>"The two, sources at the hall say, may propose a pact", with the sources proposing: a number that a comma ends counts nobody behind it.</summary>
    private static void MendPair(SentenceEdit tree, int number, int sayer)
    {
        int verb = tree[sayer].Head;
        if (!tree.IsComma(number + 1) || sayer <= number + 1 || !tree.Is(sayer, Relation.Nsubj) || !tree.Holds(verb) || verb < sayer)
            return;
        for (int saying = sayer + 1; saying < verb; saying++)
        {
            if (tree[saying].Head != verb || !tree.Is(saying, Relation.Parataxis))
                continue;
            tree.Hang(number, verb, Relation.Nsubj);
            if (number > tree.First && tree.Is(number - 1, Relation.Det) && tree[number - 1].Head == sayer)
                tree.Hang(number - 1, number, Relation.Det);
            if (tree.Child(saying, Relation.Nsubj) is >= 0 and var place && tree.Child(saying, Relation.Mark) is >= 0 and var at && at == sayer + 1)
            {
                tree.Hang(place, sayer, Relation.Nmod);
                tree.Hang(at, place, Relation.Case);
            }

            tree.Hang(sayer, saying, Relation.Nsubj);
            return;
        }
    }

    /// <summary>"The Togolese, an adviser, Jan Blom, said, opened fire", with nobody saying so: the last named before the verb says it.</summary>
    private static bool MendInserted(SentenceEdit tree, int saying, int verb)
    {
        int subject = tree.Child(verb, Relation.Nsubj);
        if (verb < saying || subject < tree.First || subject > saying || tree.HasSubject(saying) || tree.Has(saying, Relation.Aux) || tree.Has(saying, Relation.AuxPass) || tree.Has(saying, Relation.Obj))
            return false;
        int sayer = -1;
        int name = -1;
        for (int i = subject + 1; i < saying; i++)
        {
            if (tree[i].Head != subject || !tree.Is(i, Relation.Appos))
                continue;
            (sayer, name) = sayer < 0 ? (i, -1) : (sayer, i);
        }

        int last = name < 0 ? sayer : name;
        if (sayer < 0 || !tree.Has(sayer, Relation.Det) || tree.Edges(last, -1).Last is var end && end != saying - 1 && !(end == saying - 2 && tree.IsComma(saying - 1)))
            return false;
        tree.Hang(sayer, saying, Relation.Nsubj);
        tree.MakeFinite(saying);
        if (tree.Child(saying, Relation.OblAgent) is >= 0 and var means)
            tree.Hang(means, saying, Relation.Obl);
        if (name >= 0)
            tree.Hang(name, sayer, Relation.Appos);
        return true;
    }
}
