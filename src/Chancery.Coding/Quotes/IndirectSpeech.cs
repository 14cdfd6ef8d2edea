using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Cuts what cues give as somebody's out of the trees of their sentences.</summary>
internal sealed class IndirectSpeech(SpeechTree tree, CueReader cues, Carriers carriers)
{
    private readonly DocumentTree words = tree.Tree;
    private readonly SpeechParentheses parentheses = new(tree, cues);

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
        if (parentheses.Around(use) is { } place)
            return Around(use, place.From, place.To, place.GapFrom, place.GapTo, -1, "clause");
        Speech[] byTree = [.. OfTree(use)];
        return byTree.Length > 0 || parentheses.After(use) is not { } rest ? byTree
            : [Make(use, tree.Content(rest.From, rest.To), -1, "clause")];
    }

    private IEnumerable<Speech> OfTree(CueUse use)
    {
        int verb = use.Token;
        int clause = -1, infinitive = -1, thing = -1, second = -1, about = -1;
        foreach (int child in words.Children(verb))
        {
            switch (words[child].Relation)
            {
                case Relation.Ccomp:
                    clause = clause < 0 ? child : clause;
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

        // "plans to widen the road" tells of no words, whatever the parser calls the infinitive.
        if (clause >= 0 && !use.Cue.Has(CueFrames.Infinitive) && (words[clause].Morphology & Morphology.Infinitive) != 0 && !words.Has(clause, Relation.Nsubj) && !words.Has(clause, Relation.Aux))
            clause = -1;

        // A clause that was hung on the hearer: told reporters that …
        if (clause < 0 && use.Cue is { Hearer: "object" } && use.Cue.Has(CueFrames.Clause))
            clause = ClauseOn(second >= 0 ? second : thing);
        // "repeated the general's claim that …": the clause belongs to the noun before it, whatever it was hung on.
        if (clause > thing && thing > verb && use.Cue.Hearer != "object" && cues.At(thing) is { Cue.Kind: CueKind.Noun } claim
            && tree.First(clause) == claim.LastToken + 1 && tree.IsComplementizer(tree.First(clause)) && cues.OwnerOf(thing) is var owner and >= 0)
        {
            return [Make(claim, tree.Content(tree.First(clause), BeforeSource(use, thing, tree.Last(clause))), -1, "noun", owner)];
        }

        int hearer = HearerOf(use, second >= 0 ? second : thing, clause >= 0 || infinitive >= 0 || about >= 0);
        if (clause >= 0 && use.Cue.Has(CueFrames.Clause))
        {
            // A clause around its cue ("the vote, he said, was free") is told in two pieces.
            if (tree.First(clause) < verb && tree.Last(clause) > verb)
                return Around(use, tree.First(clause), tree.Last(clause), verb, verb, hearer, "clause");
            int start = clause < verb ? BehindBreak(StartOfClause(use, clause, hearer), verb) : StartOfClause(use, clause, hearer);
            if (hearer < 0 && TornHearer(use, start) is var torn and > 0)
                (hearer, start) = (words.HeadOf(use.LastToken + 1, torn - 1), torn);
            return [Make(use, tree.Content(start, BeforeSource(use, start, EndOfClause(verb, clause))), hearer, "clause")];
        }

        if (infinitive >= 0 && use.Cue.Has(CueFrames.Infinitive))
        {
            int from = thing >= 0 && thing > verb ? tree.First(thing) : tree.First(infinitive);
            return [Make(use, tree.Content(from, BeforeSource(use, from, tree.Last(infinitive))), hearer, "infinitive")];
        }

        if (about >= 0)
        {
            // "condemned the curfew for harming traders": with the thing that it is about.
            int from = use.Cue.Hearer != "object" && thing > use.LastToken && thing < about ? tree.First(thing) : AfterCase(about);
            return [Make(use, tree.Content(from, BeforeSource(use, from, tree.Last(about))), hearer, "about")];
        }

        if (use.Cue.Has(CueFrames.Object) && Thing(use, thing) is var head and >= 0)
        {
            // "voiced concern that …": the noun gives the words, this verb their speaker. In "criticised the army's support for the plan" the support is another's, and no words.
            if (cues.At(head) is { Cue.Kind: CueKind.Noun } noun && (!words.Has(head, Relation.NmodPoss) || words.Has(head, Relation.Ccomp)) && OfNoun(noun).Any())
                return [];
            if (use.Cue.Has(CueFrames.Relay) && cues.RelayOf(verb) is not null)
                return [];
            int from = use.LastToken > verb ? use.LastToken + 1 : AfterCase(head);
            return [Make(use, tree.Content(from, BeforeSource(use, from, EndOfPhrase(verb, head))), -1, "object")];
        }

        if (words[verb].Relation == Relation.Parataxis && words[verb].Head is var said and >= 0 && !IsParted(verb, said) && use.Cue.Has(CueFrames.Quote | CueFrames.Clause))
            return Around(use, tree.First(said), tree.Last(said), tree.First(verb), tree.Last(verb), hearer, "clause");
        return [];
    }

    private int ClauseOn(int hearer)
    {
        if (hearer < 0)
            return -1;
        foreach (int child in words.Children(hearer))
        {
            if (child > hearer && words[child].Relation is Relation.AclRelcl or Relation.Acl && tree.IsComplementizer(tree.First(child)))
                return child;
        }

        return -1;
    }

    private IEnumerable<Speech> OfNoun(CueUse use)
    {
        int noun = use.Token;
        foreach (int child in words.Children(noun))
        {
            if (child < noun)
                continue;
            Relation relation = words[child].Relation;
            bool told = relation is Relation.Ccomp or Relation.Acl && HasMark(child) && use.Cue.Has(CueFrames.Clause | CueFrames.Infinitive);
            bool about = relation == Relation.Nmod && use.Cue.Prepositions.Contains(words.Case(child));
            if (!told && !about)
                continue;
            int owner = cues.OwnerOf(noun);
            if (owner < 0 || owner == child)
                continue;
            Speech speech = Make(use, tree.Content(AfterCase(child), tree.Last(child)), -1, "noun", owner);

            // "rejected claims that …": the one who rejects denies what others claim.
            return [words[noun].Relation == Relation.Obj && cues.At(words[noun].Head) is { Cue.Stance: Stance.Denies } ? speech with { Stance = Stance.Denies } : speech];
        }

        return [];
    }

    private IEnumerable<Speech> OfPreposition(CueUse use)
    {
        int source = words[use.Token].Head;
        if (source < 0 || words[source].Head < 0 || source < use.LastToken)
            return [];

        // "according to a statement by the mayor": the mayor speaks.
        int named = tree.Is(source, CueKind.Occasion) && cues.OwnerBeside(source) is var owner and >= 0 ? owner : source;

        // Set off at the end of its sentence it speaks for all of it, wherever the parser hangs it.
        Sentence sentence = words.Parsed.Sentences[words.SentenceOf(use.Token)];
        if (EndsSentence(source, sentence) && use.Token - 2 > sentence.FirstToken && tree.IsSetOff(use.Token))
            return [Make(use, tree.Content(sentence.FirstToken, use.Token - 1), -1, "source", named)];

        // "…, and according to the bank prices fell": it tells of the clause that it opens, not of the one before.
        int part = words[source].Head;
        if (words[part].Relation == Relation.Conj && tree.Last(source) < part && use.Token > sentence.FirstToken && words[use.Token - 1].Relation == Relation.Cc)
            return [Make(use, tree.Content(tree.Last(source) + 1, tree.Last(part)), -1, "source", named)];
        int clause = tree.Predicate(part);
        return Around(use, tree.First(clause), tree.Last(clause), tree.First(source), tree.Last(source), -1, "source", named);
    }

    private bool EndsSentence(int source, Sentence sentence)
    {
        int at = tree.Last(source) + 1;
        while (at < sentence.EndToken)
        {
            // "…, citing state television" still names sources.
            if (words[at].Pos == PartOfSpeech.Verb && (words[at].Morphology & (Morphology.Gerund | Morphology.Participle)) != 0 && cues.At(at) is { } more && more.Cue.Has(CueFrames.Relay))
                at = Math.Max(at, tree.Last(at)) + 1;
            else if (words[at].Pos == PartOfSpeech.Punct)
                at++;
            else
                return false;
        }

        return true;
    }

    // What somebody says ends before ", according to …" at the end of the sentence, which is the writer's.
    private int BeforeSource(CueUse use, int from, int to)
    {
        if (use.Cue.Kind == CueKind.Preposition)
            return to;
        Sentence sentence = words.Parsed.Sentences[words.SentenceOf(use.Token)];
        for (int i = from + 1; i <= to; i++)
        {
            if (IsOtherTelling(use, i) || (words[i].Relation == Relation.Cc && words[i].Head > i && cues.SpeechBefore(words[i].Head) == use.Token) || IsSetAgainst(i))
                return i - 1;
            if (words[i].Pos is PartOfSpeech.Verb or PartOfSpeech.Adp && tree.IsSetOff(i) && cues.At(i) is { Cue.Kind: CueKind.Preposition } source
                && words[source.Token].Head is var named and >= 0 && named > source.LastToken && EndsSentence(named, sentence))
            {
                return i - 1;
            }
        }

        return to;
    }

    // ", while the road stayed shut", ", despite reports …": what the writer sets against it behind a comma.
    private bool IsSetAgainst(int token) =>
        words[token].Relation is Relation.Mark or Relation.Case && tree.IsSetOff(token) && words[token].Head > token && tree.Is(token, CueKind.Against);

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

    // "… while the minister wrote that …": somebody else's saying, set beside this one.
    private bool IsOtherTelling(CueUse use, int token)
    {
        if (words[token].Relation != Relation.Mark || tree.IsComplementizer(token) || token <= use.LastToken)
            return false;
        int verb = words[token].Head;
        return verb > token && words[verb].Relation == Relation.Advcl && cues.At(verb) is { Cue.Kind: CueKind.Verb } other
            && other.Cue.Has(CueFrames.Clause) && words.Has(verb, Relation.Nsubj) && words.Has(verb, Relation.Ccomp);
    }

    // What is said before and after the words that say who says it.
    private IEnumerable<Speech> Around(CueUse use, int from, int to, int gapFrom, int gapTo, int hearer, string rule, int speaker = int.MinValue)
    {
        to = BeforeSource(use, from, to);
        from = BehindBreak(from, gapFrom);
        TextRange before = gapFrom > from ? tree.Content(from, gapFrom - 1) : default;
        TextRange after = gapTo < to ? tree.Content(gapTo + 1, to) : default;
        if (!before.IsEmpty)
            yield return Make(use, before, hearer, rule, speaker);
        if (!after.IsEmpty)
            yield return Make(use, after, hearer, rule, speaker);
    }

    // "The road was shut; but, the mayor said, …": what stands before a semicolon, or before the "but" of a tag, was told before it began.
    private int BehindBreak(int from, int gap)
    {
        int begin = from;
        for (int i = from; i < gap; i++)
        {
            if (words.Form(i) is ";" || (words[i].Pos == PartOfSpeech.Cconj && i > from && OnlyMarks(i + 1, gap)))
                begin = i + 1;
        }

        return begin;
    }

    private bool OnlyMarks(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (words[i].Pos != PartOfSpeech.Punct)
                return false;
        }

        return true;
    }

    private Speech Make(CueUse use, TextRange content, int hearer, string rule, int speaker = int.MinValue)
    {
        if (speaker == int.MinValue)
            speaker = cues.SpeakerOf(use.Token);
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
            IsClause = rule is "clause" or "source" || (rule == "object" && Calls(use.Token)),
            IsSource = use.Cue.Kind == CueKind.Preposition,
            IsObject = rule == "object",
            Rule = $"quote.{use.Cue.Class}.{rule}",
        };
    }

    // "called the vote a farce", "described it as free": a thing and what it is said to be.
    private bool Calls(int verb)
    {
        foreach (int child in words.Children(verb))
        {
            if (child > verb && (words[child].Relation == Relation.Xcomp || (words[child].Relation is Relation.Obl or Relation.Advcl && tree.HasOpening(child, CueKind.Predicate))))
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

    private int HearerOf(CueUse use, int thing, bool hasContent)
    {
        if (use.Cue.Hearer == "object")
            return hasContent || !use.Cue.Has(CueFrames.Object) ? thing : -1;
        if (use.Cue.Hearer.Length == 0)
            return -1;
        return cues.HearerBeside(use);
    }

    // The object; of a cue that ends in a preposition, the noun that this preposition governs.
    private int Thing(CueUse use, int thing)
    {
        if (use.LastToken == use.Token)
            return thing > use.Token ? thing : -1;
        foreach (int child in words.Children(use.Token))
        {
            if (child > use.LastToken && words[child].Relation is Relation.Obl or Relation.Obj or Relation.Advcl or Relation.Xcomp)
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
            if (child > use.LastToken && child < from && child != hearer && words[child].Relation is Relation.Obj or Relation.Nsubj or Relation.Iobj && use.Cue.Hearer != "object")
                return tree.First(child);
        }

        return from;
    }

    // The clause with those that follow on the same verb and are not told by the writer: "… , but would think it over".
    private int EndOfClause(int verb, int clause)
    {
        int end = tree.Last(clause);
        if (clause < verb)
            return end;
        foreach (int child in words.Children(verb))
        {
            if (child <= clause || tree.First(child) <= end)
                continue;
            Relation relation = words[child].Relation;
            if (relation == Relation.Punct)
                continue;
            bool comma = tree.IsSetOff(child);
            bool goesOn = relation switch
            {
                Relation.Conj => cues.At(child) is not { Cue.Kind: CueKind.Verb } && (words.Has(child, Relation.Mark) || !words.Has(child, Relation.Nsubj)),
                Relation.Advcl or Relation.Obl or Relation.Xcomp or Relation.Ccomp => !comma,
                _ => false,
            };
            if (!goesOn)
                break;
            end = tree.Last(child);
        }

        return end;
    }

    private int AfterCase(int head)
    {
        int from = tree.First(head);
        foreach (int child in words.Children(head))
        {
            if (child < head && words[child].Relation == Relation.Case && tree.Last(child) >= from)
                from = tree.Last(child) + 1;
        }

        return from;
    }

    // The object with what belongs to the same act of saying: "blamed the army for the deaths".
    private int EndOfPhrase(int verb, int thing)
    {
        int end = tree.Last(thing);
        foreach (int child in words.Children(verb))
        {
            if (child <= thing)
                continue;
            bool belongs = words[child].Relation switch
            {
                Relation.Obl => tree.IsLink(words.Case(child)),
                Relation.Advcl => !tree.IsSetOff(child),
                Relation.Xcomp or Relation.Obj or Relation.Ccomp => true,
                _ => false,
            };
            if (belongs)
                end = Math.Max(end, tree.Last(child));
            else if (words[child].Relation is Relation.Conj or Relation.Punct or Relation.Advcl or Relation.Parataxis)
                break;
        }

        return end;
    }

    // "told Radio Norte the road was open": names right behind a cue that takes a hearer, before an article, are whom it was told.
    private int TornHearer(CueUse use, int start)
    {
        if (use.Cue.Hearer != "object" || start != use.LastToken + 1)
            return -1;
        int first = words[start].Pos == PartOfSpeech.Det ? start + 1 : start;
        int at = first;
        while (at < words.Count && (words[at].Pos == PartOfSpeech.Propn || (at > first && tree.Is(at, CueKind.Medium))))
            at++;
        return at > first && at < words.Count && words[at].Pos is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Num ? at : -1;
    }

    private bool HasMark(int child) => words.Has(child, Relation.Mark) || tree.IsComplementizer(tree.First(child));
}
