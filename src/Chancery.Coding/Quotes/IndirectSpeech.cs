using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Cuts what cues give as somebody's out of the trees of their sentences.</summary>
internal sealed partial class IndirectSpeech(SpeechTree tree, CueReader cues, Carriers carriers, ToldOn open, SpeakerBehind behind)
{
    private readonly DocumentTree words = tree.Tree;
    private readonly SpeechParentheses parentheses = new(tree, cues);
    private readonly SpeechReach reach = new(tree, cues);
    private readonly SpeechHearers hearers = new(tree, cues, carriers);

    /// <summary>What one cue gives, piece by piece.</summary>
    public IEnumerable<Speech> Of(CueUse use) => use.Cue.Kind switch
    {
        CueKind.Verb => OfVerb(use),
        CueKind.Noun => OfNoun(use),
        CueKind.Preposition => OfPreposition(use),
        _ => [],
    };

    private IEnumerable<Speech> OfVerb(CueUse use)
    {
        if (behind.BehindAs(use) is >= 0 and var affirming)
            return [Make(use, tree.Content(words.Parsed.Sentences[words.SentenceOf(use.Token)].FirstToken, use.Token - 2), -1, "clause", affirming)];
        if (cues.IsUnsaidParticiple(use.Token) || (use.LastToken > use.Token && cues.IsSaidByNobody(use)))
            return [];
        if (reach.IsAnswer(use) || reach.IsOfThingBefore(use) || IsOfDoer(use) || IsDeskNote(use.Token))
            return [];
        if (behind.OfPassive(use) is { } passive)
            return passive.Contents.Select(content => Make(use, content, -1, passive.Frame, passive.Speaker) with { IsClause = true });
        if (reach.BehindAside(use) is >= 0 and var opened)
            return [Make(use, tree.Content(opened, reach.BeforeSource(use, opened, parentheses.EndOfRest(opened))), hearers.HearerOf(use, words.Child(use.Token, Relation.Obj), true), "clause")];
        if (open.BehindComma(use) is >= 0 and var begun)
            return [Make(use, tree.Content(begun, reach.BeforeSource(use, begun, words.Parsed.Sentences[words.SentenceOf(use.Token)].EndToken - 1)), -1, "clause")];
        if (parentheses.Around(use) is { } place)
            return Around(use, place.From, place.To, place.GapFrom, place.GapTo, -1, "clause");
        Speech[] byTree = [.. OfTree(use)];
        return byTree.Length > 0 || parentheses.After(use) is not { } rest ? byTree
            : [Make(use, tree.Content(rest.From, rest.To), -1, "clause")];
    }

    // "a march announced by teachers did not take place": told of the march, by a participle with its doer.
    private bool IsOfDoer(CueUse use) =>
        words[use.Token] is { Tag: "VBN" or "VBD", Relation: Relation.Acl } && tree.IsSetOff(use.Token) && words.Child(use.Token, Relation.Ccomp) < 0 && cues.AgentOf(use.Token) is >= 0 and var doer && tree.Last(doer) + 1 < words.Count && words.Form(tree.Last(doer) + 1) is ","
        || words[use.Token].Tag is "VBN" or "VBD" && !words.Has(use.Token, Relation.Nsubj) && !words.Has(use.Token, Relation.Aux) && !words.Has(use.Token, Relation.AuxPass) && use.LastToken + 2 < words.Count
        && tree.Is(use.LastToken + 1, CueKind.Agent) && !tree.IsDay(use.LastToken + 2) && cues.RelayOf(use.Token) is null;

    private IEnumerable<Speech> OfTree(CueUse use)
    {
        int verb = use.Token;
        int clause = -1, infinitive = -1, thing = -1, second = -1, about = -1;
        foreach (int child in words.Children(verb))
        {
            switch (words[child].Relation)
            {
                // "it was noted that …".
                case Relation.Csubj or Relation.CsubjPass when child > verb && tree.IsComplementizer(tree.First(child)):
                case Relation.Ccomp when !reach.IsOfNext(verb, child):
                    clause = clause < 0 || IsUnmarkedBefore(verb, clause) || (clause < verb && child > verb && (words[tree.First(clause)].Pos == PartOfSpeech.Adp || reach.IsOpening(clause))) ? child : clause;
                    break;
                case Relation.Xcomp when child > verb:
                    infinitive = infinitive < 0 ? child : infinitive;
                    break;
                case Relation.Obj:
                    thing = thing < 0 ? child : thing;
                    break;
                case Relation.Iobj:
                    second = child;
                    break;
                case Relation.Obl or Relation.Advcl when child > verb && about < 0 && Takes(use, child):
                    about = child;
                    break;
            }
        }

        // "Told of the remark, the envoy said …": whoever is told speaks behind.
        if (clause >= 0 && clause < verb && reach.IsOpening(clause))
            clause = -1;

        // "plans to widen the road" tells of no words, whatever the parser calls the infinitive.
        if (clause >= 0 && !use.Cue.Has(CueFrames.Infinitive) && (words[clause].Morphology & Morphology.Infinitive) != 0 && !words.Has(clause, Relation.Nsubj) && !words.Has(clause, Relation.Aux) && !words.Has(clause, Relation.Cop))
            clause = -1;

        // "While he admitted delays, the minister named other causes": what is set against the saying is not what is said.
        if (clause >= 0 && clause < verb && thing > verb && tree.Is(tree.First(clause), CueKind.Against))
            clause = -1;

        // "threatened to leave were the law not changed": a condition, and what is threatened stands before it.
        if (clause > verb && use.Cue.Has(CueFrames.Infinitive) && words[tree.First(clause)].Pos == PartOfSpeech.Aux && InfinitiveBefore(verb, clause) is >= 0 and var aim)
            (clause, infinitive) = (-1, aim);

        // "established that the walls, built to support the roof, …": a participle without a subject tells nothing.
        if (clause > verb && words[clause].Tag == "VBN" && !words.Has(clause, Relation.Nsubj) && !words.Has(clause, Relation.NsubjPass) && !words.Has(clause, Relation.Aux) && !words.Has(clause, Relation.AuxPass))
            clause = -1;

        // "who, in an interview taped before he left, said that …": what is said stands behind the conjunction.
        if (clause >= 0 && clause < verb && use.LastToken + 1 < words.Count && words[use.LastToken + 1].Pos == PartOfSpeech.Sconj && tree.IsComplementizer(use.LastToken + 1))
            clause = -1;

        // "sued over the emergency the president declared last week": a clause before its noun's own verb is told by nobody.
        if (clause >= 0 && clause < verb && use.Cue.Has(CueFrames.Object) && IsUnmarkedBefore(verb, clause) && verb + 1 < words.Count && words[verb + 1].Pos != PartOfSpeech.Punct)
            return [];

        // A clause that was hung on the hearer: told reporters that …
        if (clause < 0 && use.Cue is { Hearer: "object" } && use.Cue.Has(CueFrames.Clause))
            clause = ClauseOn(second >= 0 ? second : thing);
        // "repeated the general's claim that …": the clause belongs to the noun before it, whatever it was hung on.
        if (clause > thing && thing > verb && use.Cue.Hearer != "object" && cues.At(thing) is { Cue.Kind: CueKind.Noun } claim
            && reach.OpeningOf(clause) is >= 0 and var opens && opens > claim.LastToken && (opens == claim.LastToken + 1 || reach.IsOwnersPhrase(thing, claim.LastToken + 1, opens)) && cues.OwnerOf(thing) is var owner and >= 0)
        {
            return [Make(claim, tree.Content(opens, reach.BeforeSource(use, thing, tree.Last(clause))), -1, "noun", owner)];
        }

        // "when the member for Suva told the House he would go": what the parser fetched from before the telling is none of it.
        if (clause > verb && tree.First(clause) < verb && use.Cue.Has(CueFrames.Clause) && hearers.TornHearer(use, use.LastToken + 1) is > 0 and var fetched)
            return [Make(use, tree.Content(fetched, reach.BeforeSource(use, fetched, tree.Last(clause))), words.HeadOf(use.LastToken + 1, fetched - 1), "clause")];

        int hearer = hearers.HearerOf(use, second >= 0 ? second : thing, clause >= 0 || infinitive >= 0 || about >= 0);
        if (clause >= 0 && use.Cue.Has(CueFrames.Clause))
        {
            if (clause < verb && BeforeCarrier(clause) is >= 0 and var end)
                return [Make(use, tree.Content(reach.BehindBreak(tree.First(clause), verb), end), hearer, "clause")];

            // A clause around its cue ("the vote, he said, was free") is told in two pieces; where the speaker stands within it, before him and behind the cue.
            if (tree.First(clause) < verb && tree.Last(clause) > verb)
            {
                int speaker = cues.SpeakerOf(verb);
                return Around(use, tree.First(clause), tree.Last(clause), speaker >= 0 && speaker < verb ? Math.Max(tree.First(clause), tree.First(speaker)) : verb, verb, hearer, "clause");
            }

            // "the road was shut, guards on both sides said": the clause ends before its teller, whatever the parser hung on it.
            if (clause < verb && cues.SpeakerOf(verb) is var teller && teller > clause && teller < verb && tree.FirstBeside(teller) is var phrase && tree.Last(clause) >= phrase && phrase > clause)
                return [Make(use, tree.Content(reach.BehindBreak(tree.First(clause), verb), phrase - 1), hearer, "clause")];

            // "Asked whether he would go, the envoy said he would": with nobody found who speaks and a clause behind, what stands before is not what is said.
            if (clause < verb && cues.SpeakerOf(verb) < 0 && use.LastToken + 1 < words.Count && words[use.LastToken + 1].Pos is PartOfSpeech.Pron or PartOfSpeech.Det or PartOfSpeech.Propn or PartOfSpeech.Sconj)
                return [];

            int start = clause < verb ? reach.BehindBreak(StartOfClause(use, clause, hearer), verb) : StartOfClause(use, clause, hearer);
            if (clause > verb && hearers.BehindOutlet(use, start) is var named and > 0)
                (hearer, start) = (hearer >= 0 ? hearer : words.HeadOf(use.LastToken + 1, named - 1), named);
            else if (hearer < 0 && hearers.TornHearer(use, start) is var torn and > 0)
                (hearer, start) = (words.HeadOf(use.LastToken + 1, torn - 1), torn);
            int last = reach.EndOfClause(verb, clause);
            return [Make(use, tree.Content(start, clause > verb && words.Form(use.LastToken + 1) is ":" ? last : reach.BeforeSource(use, start, last)), hearer, "clause")];
        }

        if (infinitive >= 0 && use.Cue.Has(CueFrames.Infinitive))
        {
            // "urged the crews to wait": the one who is told is no part of what is told.
            int from = thing > verb && thing < infinitive && (thing != hearer || !words.Has(infinitive, Relation.Mark)) ? tree.First(thing) : tree.First(infinitive);
            return [Make(use, tree.Content(from, reach.BeforeSource(use, from, tree.Last(infinitive))), hearer, "infinitive")];
        }

        // "the march, which the union had called a farce": what it is said to be.
        if (infinitive > verb && thing >= 0 && thing < verb && words[thing].Tag == "WDT" && use.Cue.Has(CueFrames.Object) && tree.Is(verb, CueKind.Calling) && words[infinitive].Pos is PartOfSpeech.Noun or PartOfSpeech.Adj && !words.Has(infinitive, Relation.Mark))
            return [Make(use, tree.Content(tree.First(infinitive), tree.Last(infinitive)), hearer, "object")];

        if (about >= 0)
        {
            // "condemned the curfew for harming traders": with the thing that it is about.
            int from = use.Cue.Hearer != "object" && thing > use.LastToken && thing < about ? tree.First(thing) : AfterCase(about);
            from = BehindTarget(from, tree.Last(about));
            return [Make(use, tree.Content(from, reach.BeforeDoing(from, reach.BeforeSource(use, from, tree.Last(about)))), hearer, "about")];
        }

        if (use.Cue.Has(CueFrames.Object) && Thing(use, thing) is var head and >= 0)
        {
            // "voiced concern that …": the noun gives the words, this verb their speaker. In "criticised the army's support for the plan" the support is another's, and no words.
            if (cues.At(head) is { Cue.Kind: CueKind.Noun } noun && (!words.Has(head, Relation.NmodPoss) || words.Has(head, Relation.Ccomp) || ClauseOn(head) >= 0) && OfNoun(noun).Any())
                return [];
            if (use.Cue.Has(CueFrames.Relay) && cues.RelayOf(verb) is not null)
                return [];
            int from = use.LastToken > verb ? use.LastToken + 1 : AfterCase(head);
            if (from < head && tree.Is(from, CueKind.Predicate))
                from++;
            if (words[head].Pos == PartOfSpeech.Pron && from == head && head + 1 < words.Count && tree.Is(head + 1, CueKind.Predicate))
                from = head + 2;
            from = BehindTarget(from, reach.EndOfPhrase(verb, head));
            return [Make(use, tree.Content(from, reach.BeforeDoing(from, reach.BeforeSource(use, from, reach.EndOfPhrase(verb, head)))), -1, "object")];
        }

        if (words[verb].Relation == Relation.Parataxis && tree.IsSetOff(verb) && words[verb].Head is var said and >= 0 && !IsParted(verb, said) && use.Cue.Has(CueFrames.Quote | CueFrames.Clause) && !(use.Cue.Has(CueFrames.Object) && !use.Cue.Has(CueFrames.Clause)))
            return Around(use, tree.First(said), tree.Last(said), tree.First(verb), tree.Last(verb), hearer, "clause");
        return [];
    }

    // "accused the bank of 'robbing widows'": with what is said in marks whoever is accused is no part of it.
    private int BehindTarget(int from, int to)
    {
        for (int i = from + 2; i < to; i++)
        {
            if (words[i].Tag is "VBD" or "VBZ" or "VBP" or "MD")
                return from;
            if (words[i].Pos == PartOfSpeech.Punct && words.Form(i) is "\"" or "“" or "``" or "«" or "‘")
                return words[i - 1].Pos is PartOfSpeech.Adp or PartOfSpeech.Sconj && tree.IsLink(words[i - 1].Lemma) && !tree.Is(i - 1, CueKind.Predicate) && EndsInMarks(i + 1, to) ? i + 1 : from;
        }

        return from;
    }

    private bool EndsInMarks(int from, int to)
    {
        int marks = 0;
        int last = -1;
        for (int i = from; i < words.Count && i <= to + 2; i++)
        {
            if (words.Form(i) is "\"" or "”" or "''" or "»" or "’")
                (marks, last) = (marks + 1, i);
        }

        return marks == 1 && last >= to - 1;
    }

    private int InfinitiveBefore(int verb, int clause)
    {
        foreach (int child in words.Children(verb))
        {
            if (child > verb && child < clause && words[child].Relation is Relation.Xcomp or Relation.Advcl && (words[child].Morphology & Morphology.Infinitive) != 0 && words.Has(child, Relation.Mark))
                return child;
        }

        return -1;
    }

    // "the guards we met said the road was shut": no mark stands between the words before a saying and the saying, so they are not what is said.
    private bool IsUnmarkedBefore(int verb, int clause)
    {
        for (int i = clause; i < verb; i++)
        {
            if (words[i].Pos == PartOfSpeech.Punct)
                return false;
        }

        return clause < verb;
    }

    // "the road was shut, Radio Sur reported the mayor said": a saying that hangs on a saying and tells nothing by itself only passes on what stands before its comma.
    private int BeforeCarrier(int verb)
    {
        if (cues.At(verb) is not { Cue.Kind: CueKind.Verb } use || !use.Cue.Has(CueFrames.Clause) || tree.Last(verb) > verb && words[verb + 1].Pos != PartOfSpeech.Det && words[verb + 1].Pos != PartOfSpeech.Punct)
            return -1;
        int at = verb - 1;
        while (at > 0 && words[at].Pos is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Det)
            at--;
        return at > tree.First(verb) && at < verb - 1 && words.Form(at) is "," ? at - 1 : -1;
    }

    private int ClauseOn(int hearer)
    {
        if (hearer < 0)
            return -1;
        foreach (int child in words.Children(hearer))
        {
            if (child > hearer && words[child].Relation is Relation.AclRelcl or Relation.Acl && tree.IsComplementizer(tree.First(child)))
                return child;

            // "told the press the guards had fled": one who is only told, with a clause that has its own subject and no pronoun for him.
            if (child > hearer && words[hearer].Relation == Relation.Iobj && words[child].Relation == Relation.AclRelcl && words.Child(child, Relation.Nsubj) is >= 0 and var subject && subject < child
                && words[subject].Tag is not ("WDT" or "WP") && tree.First(subject) == tree.First(child) && words[tree.First(child)].Tag is not ("WDT" or "WP" or "WP$" or "WRB"))
            {
                return child;
            }
        }

        return -1;
    }

    private IEnumerable<Speech> OfPreposition(CueUse use)
    {
        // "in the words of the mayor": the last word has the one who speaks.
        bool isPhrase = words[use.LastToken].Head > use.LastToken;
        int source = words[isPhrase ? use.LastToken : use.Token].Head;
        if (source < 0 || source < use.LastToken)
            return [];
        if (words[source].Head < 0)
            return reach.BehindSource(use, source) is >= 0 and var after ? [Make(use, tree.Content(after, words.Parsed.Sentences[words.SentenceOf(source)].EndToken - 1), -1, "source", source) with { Speaker = tree.Content(use.LastToken + 1, after - 1) }] : [];

        // "according to a statement by the mayor": the mayor speaks.
        int named = tree.Is(source, CueKind.Occasion) && cues.OwnerBeside(source) is var owner and >= 0 ? owner : source;

        // Set off at the end of its sentence it speaks for all of it, wherever the parser hangs it.
        Sentence sentence = words.Parsed.Sentences[words.SentenceOf(use.Token)];
        if (reach.EndsSentence(source, sentence) && use.Token - 2 > sentence.FirstToken && tree.IsSetOff(use.Token))
            return [Make(use, tree.Content(sentence.FirstToken, use.Token - 1), -1, "source", named)];

        // "six people, four of them children according to the police, died": told is what stands between the commas.
        if (reach.BetweenCommas(use.Token, tree.Last(source), sentence) is >= 0 and var aside)
            return [Make(use, tree.Content(aside, use.Token - 1), -1, "source", named)];

        // "the chief of the guard, according to whom the road is shut": whoever the pronoun means.
        if (words[source].Tag == "WP" && behind.Meant(use.Token) is >= 0 and var meant && words[source].Head > source)
            return [Make(use, tree.Content(source + 1, behind.EndOfMeant(source, tree.Last(words[source].Head))), -1, "source", meant)];

        // "a plan which according to the bank was dropped": told is the clause that the pronoun opens.
        if (use.Token > sentence.FirstToken && words[use.Token - 1].Tag is "WDT" or "WP" && words[use.Token - 1].Head is var opened && opened > source)
            return [Make(use, tree.Content(tree.Last(source) + 1, Math.Max(tree.Last(opened), opened)), -1, "source", named)];

        // "…, and according to the bank prices fell": it tells of the clause that it opens, not of the one before.
        int part = words[source].Head;
        if (words[part].Relation == Relation.Conj && tree.Last(source) < part && use.Token > sentence.FirstToken && words[use.Token - 1].Relation == Relation.Cc)
            return [Make(use, tree.Content(tree.Last(source) + 1, tree.Last(part)), -1, "source", named)];
        int clause = tree.Predicate(part);
        int end = reach.BehindReason(reach.BehindDay(EndOfSource(source, clause)), sentence);
        if (end + 1 < words.Count && words[end + 1].Head >= 0 && words[end].Pos == PartOfSpeech.Noun && words[end + 1].Pos == PartOfSpeech.Propn && words[end + 1].Relation != Relation.Appos)
        {
            // "according to the mayor Ann Lee, the road …": the name right behind an office is whose the office is.
            named = tree.Is(source, CueKind.Occasion) ? named : end + 1;
            while (end + 1 < words.Count && words[end + 1].Pos == PartOfSpeech.Propn)
                end++;
        }

        return Around(use, tree.First(clause), tree.Last(clause), Math.Min(use.Token, tree.First(source)), end, -1, "source", named);
    }

    // A mark further on may have been hung on the source: its words end before the first word that is not its own.
    private int EndOfSource(int source, int clause)
    {
        int end = source;
        for (int i = source + 1; i <= tree.Last(source); i++)
        {
            if (words[i].Pos == PartOfSpeech.Punct)
                continue;
            if (!tree.IsUnder(i, source) || reach.IsSum(i))
                break;
            end = i;
        }

        int next = end + 1 <= tree.Last(source) && words[end + 1].Pos == PartOfSpeech.Punct ? end + 2 : end + 1;

        // "according to Ann Lee, the mayor's deputy, …": a noun between commas is said of the source, a phrase with a preposition is told by it.
        bool isBeside = next <= tree.Last(source) && words[next].Pos is not (PartOfSpeech.Adp or PartOfSpeech.Adv or PartOfSpeech.Sconj)
            && Math.Max(words.Child(clause, Relation.Nsubj), words.Child(clause, Relation.NsubjPass)) > tree.Last(source);
        return isBeside ? tree.Last(source) : next - 1;
    }

    // A semicolon parts two statements: neither tells the other.
    private bool IsParted(int one, int other)
    {
        for (int i = Math.Min(one, other); i < Math.Max(one, other); i++)
        {
            if (words.Form(i) is ";")
                return true;
        }

        return false;
    }

    // What is said before and after the words that say who says it.
    private IEnumerable<Speech> Around(CueUse use, int from, int to, int gapFrom, int gapTo, int hearer, string rule, int speaker = int.MinValue)
    {
        to = reach.BeforeSource(use, from, to);
        from = reach.BehindBreak(from, gapFrom);

        // "from three funds: according to the bank, $3 million …".
        if (words.Form(gapFrom) is ":")
            from = gapFrom;
        if (use.Cue.Kind == CueKind.Preposition)
            gapTo = reach.BehindJoint(gapTo, to);
        TextRange before = gapFrom > from ? tree.Content(from, gapFrom - 1) : default;
        TextRange after = gapTo < to ? tree.Content(gapTo + 1, to) : default;
        if (!before.IsEmpty && !reach.IsOccasion(from, gapFrom))
            yield return Make(use, before, hearer, rule, speaker);
        if (!after.IsEmpty && !IsJudged(gapTo + 1, to) && !reach.IsTellersOwn(from, gapTo, to) && !(use.Cue.Kind == CueKind.Preposition && reach.IsOfSource(gapTo + 1)))
            yield return Make(use, after, hearer, rule, speaker);
    }

    private Speech Make(CueUse use, TextRange content, int hearer, string rule, int speaker = int.MinValue)
    {
        if (speaker == int.MinValue)
            speaker = cues.SpeakerOf(use.Token);
        if (hearer < 0 && cues.LettingOf(use.Token) is >= 0 and var letting)
            hearer = words.Child(letting, Relation.Obj);

        // "farmers, many of whom say the minister's promises are empty": nobody in what is said says it.
        if (speaker > use.LastToken && content.Start >= words[use.LastToken].Range.End && content.Contains(words[speaker].Range))
            speaker = words[use.Token] is { Relation: Relation.AclRelcl, Head: var told } ? told : -1;
        return new Speech
        {
            Content = content,
            SpeakerHead = speaker,
            Speaker = speaker >= 0 ? Behind(use, carriers.Phrase(speaker)) : null,
            HearerHead = hearer,
            Cue = tree.RangeOf(use.Token, use.LastToken),
            CueToken = use.Token,
            Carriers = carriers.Of(use),
            Cited = use.Cue.Kind == CueKind.Preposition && speaker >= 0 ? carriers.CitedAfter(speaker) : [],
            Stance = use.Cue.Stance,
            Class = use.Cue.Class,
            IsClause = rule is "clause" or "source" || (rule == "object" && Calls(use)),
            IsSource = use.Cue.Kind == CueKind.Preposition,
            IsObject = rule == "object",
            IsAbout = rule == "about",
            Rule = $"quote.{use.Cue.Class}.{rule}",
        };
    }

    // "called the vote a farce", "described it as free": a thing and what it is said to be.
    private bool Calls(CueUse use)
    {
        int verb = use.Token;
        bool isCalling = use.LastToken == verb && tree.Is(verb, CueKind.Calling);
        foreach (int child in words.Children(verb))
        {
            if (child > verb && (words[child].Relation == Relation.Xcomp && !(isCalling && (words[child].Pos == PartOfSpeech.Adv || tree.Is(child, CueKind.Way) || words.Has(child, Relation.Mark) && !words.Has(child, Relation.Cop))) || (words[child].Relation is Relation.Obl or Relation.Advcl && tree.HasOpening(child, CueKind.Predicate))))
                return true;
        }

        int thing = words.Child(verb, Relation.Obj);
        if (thing < 0)
            return false;
        foreach (int child in words.Children(thing))
        {
            if (words[child].Relation is Relation.Nmod or Relation.Acl && tree.HasOpening(child, CueKind.Predicate))
                return true;
        }

        return false;
    }

    // A phrase that a cue was hung into begins behind it.
    private TextRange Behind(CueUse use, TextRange phrase)
    {
        TextRange cue = tree.RangeOf(use.Token, use.LastToken);
        if (!phrase.Overlaps(cue) || cue.End + 1 >= phrase.End)
            return phrase;
        // "an officer of the guard who says …": it ends before the pronoun.
        if (words[use.Token].Relation == Relation.AclRelcl && phrase.Start < cue.Start && tree.First(use.Token) is var pronoun && pronoun > 0 && words[pronoun - 1].Range.Start >= phrase.Start)
            return TextRange.FromBounds(phrase.Start, words[pronoun - 1].Range.End);
        int from = TokenPlaces.FirstFrom(words.Parsed, cue.End);
        return from < words.Count && words[from].Range.End <= phrase.End ? TextRange.FromBounds(words[from].Range.Start, phrase.End) : phrase;
    }

    private bool Takes(CueUse use, int child)
    {
        if (words[child].Relation == Relation.Obl)
            return use.Cue.Prepositions.Contains(words.Case(child));
        int mark = words.Child(child, Relation.Mark);
        return mark >= 0 && use.Cue.Prepositions.Contains(words[mark].Lemma);
    }

    // The object; of a cue that ends in a preposition, the noun that this preposition governs.
    private int Thing(CueUse use, int thing)
    {
        if (use.LastToken == use.Token)
            return thing > use.Token ? thing : -1;
        foreach (int child in words.Children(use.Token))
        {
            if (child > use.LastToken && words[child].Relation is Relation.Obl or Relation.Obj or Relation.Advcl or Relation.Xcomp && !(words.Has(child, Relation.AuxPass) && !words.Has(child, Relation.Mark)))
                return child;
        }

        return -1;
    }

    // What stands between a word of saying and its clause, and is no hearer, is the clause's subject torn off.
    private int StartOfClause(CueUse use, int clause, int hearer)
    {
        int from = tree.First(clause);
        if (clause < use.Token || tree.IsComplementizer(from))
            return from;
        foreach (int child in words.Children(use.Token))
        {
            bool isTorn = words[child].Relation switch
            {
                Relation.Nsubj => true,
                Relation.Obj or Relation.Iobj => use.Cue.Hearer != "object",

                // "alleged the accused had fled": a participle with an article is a noun.
                Relation.Xcomp => words.Has(child, Relation.Det),
                _ => false,
            };
            if (isTorn && child > use.LastToken && child < from && child != hearer)
                return tree.First(child);
            if (words[child].Relation == Relation.Ccomp && child > from && tree.First(child) is var opens && opens > use.LastToken && opens < from)
                return opens;
        }

        return from;
    }

    private int AfterCase(int head)
    {
        int from = tree.First(head);
        foreach (int child in words.Children(head))
        {
            if (child < head && words[child] is { Relation: Relation.Case } && !words.Has(head, Relation.Cop) || child < head && words[child] is { Relation: Relation.Mark, Tag: "IN" } && tree.Last(child) >= from)
                from = tree.Last(child) + 1;
        }

        return from;
    }

    private bool HasMark(int child) => words.Has(child, Relation.Mark) || tree.IsComplementizer(tree.First(child));
}
