using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <content>What nouns give: "the mayor's claim that …".</content>
internal sealed partial class IndirectSpeech
{
    private IEnumerable<Speech> OfNoun(CueUse use)
    {
        int noun = use.Token;

        // "said in a statement that …": the verb says it.
        if (words[noun].Relation == Relation.Obl && tree.Is(noun, CueKind.Occasion) && tree.HasCase(noun, CueKind.Channel) && words[noun].Head is >= 0 and var verb && cues.At(verb) is { Cue.Kind: CueKind.Verb } said && reach.BehindAside(said) >= 0)
            return [];
        foreach (int child in words.Children(noun))
        {
            if (child < noun)
                continue;
            Relation relation = words[child].Relation;
            // "a promise to pay" tells what was said, "the decision to pay" what is done.
            bool isAim = words.Child(child, Relation.Mark) is >= 0 and var mark && words[mark].Pos == PartOfSpeech.Part;
            bool told = (relation is Relation.Ccomp or Relation.Acl || relation == Relation.Csubj && words.Has(noun, Relation.Cop)) && HasMark(child) && use.Cue.Has(isAim ? CueFrames.Infinitive : CueFrames.Clause);
            bool about = relation == Relation.Nmod && use.Cue.Prepositions.Contains(words.Case(child));
            if (!told && !about)
                continue;
            int owner = isAim && told && behind.OfWhom(noun, child) is >= 0 and var giver ? giver
                : !tree.Is(noun, CueKind.Occasion) && cues.StateBefore(noun) is >= 0 and var state ? state : cues.OwnerOf(noun);

            if (owner < 0)
                continue;

            // ", a claim that the mayor would not confirm": behind a comma the writer judges what was told.
            int article = words.Form(tree.First(noun)) is "," ? tree.First(noun) + 1 : tree.First(noun);
            if (article > 0 && words.Form(article - 1) is "," && IsJudged(article, noun) && words[owner].Relation == Relation.Nsubj)
                continue;

            // "commenting on reports that the firm had failed": the reports of others.
            if (words[noun] is { Relation: Relation.Obl, Tag: "NNS", Head: >= 0 and var saying } && !tree.IsUnder(owner, noun) && !words.Has(noun, Relation.Det)
                && cues.At(saying) is { } topic && (topic.LastToken == noun - 1 || topic.Cue.Prepositions.Contains(words.Case(noun))))
                continue;

            // "in a statement that two members did not sign": told of the paper.
            if (tree.Is(noun, CueKind.Occasion) && tree.Last(child) == child && words[child].Pos == PartOfSpeech.Verb && words.Has(child, Relation.Nsubj) && IsNegated(child))
                continue;

            // "hesitated for fear of drawing people back": no words.
            if (owner == child || !isAim && !tree.IsComplementizer(tree.First(child)) && words[noun].Relation == Relation.Obl && !words.Has(noun, Relation.Det) && !words.Has(noun, Relation.NmodPoss))
                continue;
            Speech speech = Make(use, tree.Content(AfterCase(child), tree.Last(child)), -1, "noun", owner);

            // "rejected claims that …": the one who rejects denies what others claim.
            return [words[noun].Relation == Relation.Obj && cues.At(words[noun].Head) is { Cue.Stance: Stance.Denies } ? speech with { Stance = Stance.Denies } : speech];
        }

        // "The army's version is that …".
        if (use.Cue.Has(CueFrames.Clause) && words[noun] is { Relation: Relation.NsubjOuter, Head: >= 0 and var equal } && words.Child(equal, Relation.Mark) is >= 0 and var that && that > noun && tree.IsComplementizer(that) && cues.OwnerBeside(noun) is >= 0 and var teller)
            return [Make(use, tree.Content(that + 1, tree.Last(equal)), -1, "noun", teller)];
        if (use.Cue.Has(CueFrames.Clause) && reach.OnOwner(noun) is >= 0 and var hung && cues.OwnerOf(noun) is >= 0 and var source)
            return [Make(use, tree.Content(tree.First(hung), tree.Last(hung)), -1, "noun", source)];
        if (words[noun].Relation == Relation.NsubjPass && reach.TornClause(noun) is >= 0 and var torn && cues.OwnerOf(noun) is >= 0 and var whose)
            return [Make(use, tree.Content(tree.First(torn), tree.Last(torn)), -1, "noun", whose)];
        return [];
    }

    // "(Adds the envoy's remarks, background)": the desk tells what it has added.
    private bool IsDeskNote(int verb) => verb > 0 && words.Form(verb - 1) is "(" or "*" or "•" && words[verb].Tag is "VBZ" or "VBG" or "NNS" or "NNPS" && char.IsUpper(words.Text[words[verb].Range.Start]);

    private bool IsNegated(int verb)
    {
        foreach (int child in words.Children(verb))
        {
            if (child < verb && (words[child].Morphology & Morphology.Negative) != 0)
                return true;
        }

        return false;
    }

    // ", a claim that the mayor would not confirm": the writer judges what was told before.
    private bool IsJudged(int from, int to)
    {
        while (from < to && words[from].Pos == PartOfSpeech.Punct)
            from++;
        return from < to && words[from].Pos == PartOfSpeech.Det && (words[from].Morphology & Morphology.Indefinite) != 0 && words[from + 1].Pos == PartOfSpeech.Noun && cues.At(from + 1) is { Cue.Kind: CueKind.Noun };
    }
}
