using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>The background that a report tells behind its news: a sentence with an old date opens it, one with a fresh date ends it.</summary>
/// <param name="sources">The document.</param>
/// <param name="dated">The clauses that dates hang on.</param>
/// <param name="isOld">Whether a date lies too far back for news.</param>
/// <param name="grammar">The words of time and of speech.</param>
internal sealed class BackgroundDays(EventSources sources, ClauseDates dated, Func<PartialDate, bool> isOld, ClauseGrammar grammar)
{
    /// <summary>Words between a date and the predicate that its phrase frames.</summary>
    private const int DeepestFrame = 6;

    /// <summary>A background that began no longer ago than this may be left without a date.</summary>
    private const int RecentDays = 62;

    private readonly (DateOnly Since, int Block, bool IsYear)?[] opened = Read(sources, dated, isOld, grammar);
    private readonly bool[] headed = ReadHeadings(sources, isOld, grammar.Dates);

    /// <summary>The first day of the background that a sentence goes on telling; null where it tells none.</summary>
    public DateOnly? Of(int sentence) => opened[sentence] is { IsYear: false } background ? background.Since : null;

    /// <summary>Whether a sentence goes on telling background.</summary>
    public bool IsOpen(int sentence) => opened[sentence] is not null;

    /// <summary>Whether a bare year frames a sentence: "In 1988 they split. …", in one paragraph.</summary>
    public bool IsOfYear(int sentence) => opened[sentence] is { IsYear: true } background && background.Block == sources.Tree.Parsed.Sentences[sentence].Block;

    /// <summary>Whether a sentence stands below a heading that announces background ("History"), before any fresh day.</summary>
    public bool IsHeaded(int sentence) => headed[sentence];

    /// <summary>Whether a sentence tells what came after that day. A report that has gone further back before may do so again behind the paragraph that told the day.</summary>
    public bool GoesOn(int sentence, int token) =>
        opened[sentence] is { } background && (background.Block == sources.Tree.Parsed.Sentences[sentence].Block || !HasGoneFurther(background.Since, token));

    /// <summary>Whether a sentence goes on telling background, of a day or, in one paragraph, of a year.</summary>
    public bool Tells(int sentence, bool isSaid) => isSaid ? Of(sentence) is not null && IsOfParagraph(sentence) : Of(sentence) is not null || IsOfYear(sentence);

    /// <summary>Whether the paragraph of a sentence told the day of the background: who speaks in a later one may speak of the news.</summary>
    public bool IsOfParagraph(int sentence) => opened[sentence] is { } background && background.Block == sources.Tree.Parsed.Sentences[sentence].Block;

    private static bool[] ReadHeadings(EventSources sources, Func<PartialDate, bool> isOld, DateGrammar words)
    {
        Document document = sources.Tree.Parsed.Document;
        var sentences = sources.Tree.Parsed.Sentences;
        bool[] result = new bool[sentences.Length];
        bool isBackground = false;
        int next = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            if (sentences[s].Block is >= 0 and var block && document.Body[block] is { Kind: BlockKind.Heading } heading)
                isBackground = words.Is(heading.Range.Of(document.Text).Trim().ToLowerInvariant(), "bygonetitle");
            for (; next < sources.Dates.Length && sources.Dates[next].Range.Start < sentences[s].Range.End; next++)
                isBackground &= !(sources.Dates[next] is { Kind: not TimeKind.Duration, Value: { IsKnown: true, Precision: DatePrecision.Day } } date && !isOld(date.Value));
            result[s] = isBackground;
        }

        return result;
    }

    /// <summary>"congratulated him on his success in the election of 3 May", but not "in its judgment of 3 May recognised": the day of a thing that is not the occasion of the act.</summary>
    private static bool IsOfOtherThing(DocumentTree tree, ClauseDates dated, TextRange date, int predicate, DateGrammar words)
    {
        if (!dated.IsOfThing(date, predicate))
            return false;
        int thing = TokenPlaces.At(tree.Parsed, date.Start);
        while (thing >= 0 && date.Contains(tree[thing].Range))
            thing = tree.Head(thing);
        return thing < 0 || tree.Head(thing) != predicate || !words.Is(tree.Case(thing), "occasion");
    }

    /// <summary>"said that …", "took note that the row, which began when …": what somebody of the news speaks of, however deep in his words.</summary>
    private static bool IsSaid(EventSources sources, ClauseGrammar grammar, Clause teller)
    {
        for (int hops = 0; hops < DeepestFrame && teller.Governor >= 0; hops++)
        {
            Clause saying = sources.Clauses[teller.Governor];
            if (teller is { Link: ClauseLink.Complement, Tense: not Tense.None } && saying is { Kind: PredicateKind.Verb, Tense: Tense.Past, IsPerfect: false } && (sources.IsSaying(saying) || grammar.IsVoicing(saying.Lemma) || sources.Tree.Is(teller.Marker, WordFunction.Content)))
                return true;
            teller = saying;
        }

        return false;
    }

    private bool HasGoneFurther(DateOnly since, int token)
    {
        foreach (DateMention date in sources.Dates)
        {
            if (date.Range.Start >= sources.Tree[token].Range.Start)
                break;
            if (date.Kind != TimeKind.Duration && date.Value.End < since)
                return true;
        }

        return false;
    }

    // For each sentence the day of the background that it goes on telling: a sentence with an old date opens it, one with a fresh date ends it.
    private static (DateOnly Since, int Block, bool IsYear)?[] Read(EventSources sources, ClauseDates dated, Func<PartialDate, bool> isOld, ClauseGrammar grammar)
    {
        DateGrammar words = grammar.Dates;
        int[] clauseOfDate = dated.ClauseOfDate;
        var sentences = sources.Tree.Parsed.Sentences;
        var result = new (DateOnly Since, int Block, bool IsYear)?[sentences.Length];
        (DateOnly Since, int Block, bool IsYear)? open = null;
        int next = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            // Below a heading the report begins anew.
            if (sentences[s].Block is >= 0 and var block && sources.Tree.Parsed.Document.Body[block].Kind == BlockKind.Heading)
                open = null;
            while (next < sources.Dates.Length && sources.Dates[next].Range.Start < sentences[s].Range.Start)
                next++;
            for (int d = next; d < sources.Dates.Length && sources.Dates[d].Range.End <= sentences[s].Range.End; d++)
            {
                DateMention date = sources.Dates[d];
                // A bare hour tells no other day.
                if (DateRules.IsClock(date))
                    continue;
                // "4,200 have been sent back since Saturday": what goes on since a fresh day is news.
                if (DateRules.IsRecent(date) || date is { Bound: DateBound.Since, Value.Precision: DatePrecision.Day } && !isOld(date.Value))
                    open = null;
                if (date.Kind == TimeKind.Duration || !date.Value.IsKnown || clauseOfDate[d] < 0 || date.Bound is DateBound.Since or DateBound.Until)
                    continue;
                Clause teller = sources.Clauses[clauseOfDate[d]];
                bool isMain = teller.Link is not (ClauseLink.Relative or ClauseLink.Nominal);

                // "France, which left in December, was asked": what tells more of a noun frames nothing.
                bool isAside = teller.Link == ClauseLink.Relative && date.Range.Start > sources.Tree.SubtreeRange(teller.Predicate).Start;
                bool opens = isMain || (!isAside && OpensSentence(sources.Tree, sentences[s], date.Range));
                opens &= !IsMeasure(sources.Tree, date.Range, teller.Predicate, words) && !IsOfOtherThing(sources.Tree, dated, date.Range, teller.Predicate, words);

                // "said that trade had grown last May": what somebody says of an older time is news.
                opens &= !IsSaid(sources, grammar, teller) && !((sources.IsSaying(teller) || grammar.IsVoicing(teller.Lemma)) && dated.IsBehindDeed(date, teller));

                // "will meet in Dakar in May", "warns that he will act if men come again, as last May": what lies ahead, or is only supposed, opens no past.
                opens &= !(teller.Tense == Tense.Future || teller.Modal is not null || (teller is { Tense: Tense.Present, IsPerfect: false, Link: ClauseLink.Adverbial } && date.Range.Start > sources.Tree[teller.Predicate].Range.Start));

                // "her first visit since she took office last May": the clause only tells how long ago.
                opens &= !(teller is { Link: ClauseLink.Adverbial, Marker: { } since } && words.Is(since, "bound") && !words.Is(since, "closeto"));
                if (opens && isOld(date.Value) && date.Value is { Precision: DatePrecision.Day or DatePrecision.Month, Start: { } start })
                    open = (start, sentences[s].Block, false);
                else if (isMain && !IsBehind(sources, teller) && teller.Tense == Tense.Past && !IsSaid(sources, grammar, teller) && isOld(date.Value) && date.Value is { Precision: DatePrecision.Year, Start: { } year } && IsAdjunct(sources.Tree, date.Range, teller.Predicate))
                    open = (year, sentences[s].Block, true);
                else if (!isOld(date.Value))
                    open = null;
            }

            if (open is { } past && past.Block != sentences[s].Block && Dates.SpeechDay(sources.Tree.Parsed.Document) is { } day && past.Since > day.AddDays(-RecentDays) && TurnsAway(sources.Tree, sentences[s], words))
                open = null;
            if (open is { } told && told.Block != sentences[s].Block && (TakesUpNews(sources.Tree, s, told.Block, result) || TakesUpPerson(sources, s, told.Block, result)))
                open = null;
            if (open is { } before && before.Block != sentences[s].Block && IsTold(sources, sentences[s], grammar))
                open = null;
            if (sources.Quotes.Any(quote => quote.Speaker is not null && quote.Form == QuoteForm.Direct && quote.Content.Overlaps(sentences[s].Range)))
                open = null;
            result[s] = open;
        }

        return result;
    }

    /// <summary>"gave maize, although relations have been sour since their armies fought in 2000": what a clause behind the main one tells of is not the time of the main one.</summary>
    private static bool IsBehind(EventSources sources, Clause teller) =>
        teller is { Link: ClauseLink.Adverbial, Governor: >= 0 } && teller.Predicate > sources.Clauses[teller.Governor].Predicate;

    /// <summary>"Officials in Oslo said that the planes had flown", in a paragraph behind: somebody of the news speaks again.</summary>
    private static bool IsTold(EventSources sources, Sentence sentence, ClauseGrammar grammar)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (sources.Tree.Head(i) >= 0)
                continue;
            return sources.Clauses.At(i) is >= 0 and var index && sources.Clauses[index] is { Kind: PredicateKind.Verb, Tense: Tense.Past, IsPerfect: false, IsPassive: false } telling
                && (sources.IsSaying(telling) || grammar.IsVoicing(telling.Lemma)) && telling.Find(Roles.Subject) >= 0 && telling.Find(Roles.Complement) is >= 0 and var told
                && sources.Clauses.At(told) is >= 0 and var inner && sources.Clauses[inner].Tense != Tense.None;
        }

        return false;
    }

    /// <summary>"Police meanwhile raided two homes": behind background of the last weeks the first sentence of a paragraph turns back to the news.</summary>
    private static bool TurnsAway(DocumentTree tree, Sentence sentence, DateGrammar words)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tree[i] is { Pos: PartOfSpeech.Adv, Relation: Relation.Advmod } && tree.Head(i) is >= 0 and var root && tree.Head(root) < 0 && words.Is(tree[i].Lemma.ToLowerInvariant(), "meantime"))
                return true;
        }

        return false;
    }

    /// <summary>"The subpoena was issued by the committee", where the first paragraph told of a subpoena and the background did not: a paragraph that turns back to the news.</summary>
    private static bool TakesUpNews(DocumentTree tree, int sentence, int background, ReadOnlySpan<(DateOnly Since, int Block, bool IsYear)?> open)
    {
        var sentences = tree.Parsed.Sentences;
        for (int i = sentences[sentence].FirstToken; i < sentences[sentence].EndToken; i++)
        {
            if (tree[i].Pos != PartOfSpeech.Noun || tree[i].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.Obj) || !tree.IsDefinite(i))
                continue;
            bool inLead = false;
            bool inBackground = false;
            for (int s = 0; s < sentence; s++)
            {
                bool isTold = Names(tree, sentences[s], tree[i].Lemma);
                inLead |= isTold && (sentences[s].Block <= sentences[0].Block + 1 || (open[s] is null && tree[i].Relation is not Relation.Obj && sentences[s].Block < background));
                inBackground |= isTold && sentences[s].Block == background;
            }

            if (inLead && !inBackground)
                return true;
        }

        return false;
    }

    /// <summary>"Norov invited him": the paragraph has for its subject an official of whom the news told and the background did not.</summary>
    private static bool TakesUpPerson(EventSources sources, int sentence, int background, ReadOnlySpan<(DateOnly Since, int Block, bool IsYear)?> open)
    {
        DocumentTree tree = sources.Tree;
        var sentences = tree.Parsed.Sentences;
        int root = sentences[sentence].FirstToken;
        while (root < sentences[sentence].EndToken && tree.Head(root) >= 0)
            root++;
        if (root == sentences[sentence].EndToken || tree.Child(root, Relation.Nsubj) is not (>= 0 and var subject))
            return false;
        int person = -1;
        foreach (int at in sources.Mentions.At(subject))
        {
            int entity = sources.Mentions.Mentions[at].Entity;
            person = sources.Mentions.Entities[entity] is { Kind: EntityKind.Person, Sectors: [Sector.Gov or Sector.Mil or Sector.Leg or Sector.Igo or Sector.Pty or Sector.Opp, ..] } ? entity : person;
        }

        if (person < 0)
            return false;
        bool inNews = false;
        foreach (EntityMention mention in sources.Mentions.Mentions)
        {
            if (mention.Entity != person || mention.Range.Start >= sentences[sentence].Range.Start)
                continue;
            int told = tree.SentenceOf(mention.HeadToken);
            if (sentences[told].Block == background || open[told] is not null)
                return false;
            inNews = true;
        }

        return inNews;
    }

    private static bool Names(DocumentTree tree, Sentence sentence, string noun)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tree[i].Pos == PartOfSpeech.Noun && tree[i].Lemma.Equals(noun, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>"in 2011", but not "a 2011 law": the date hangs on the predicate, on what frames it ("at the elections of 2011, they won") or behind what was put in ("convicted of fraud, committed as a judge, in 2011").</summary>
    private static bool IsAdjunct(DocumentTree tree, TextRange date, int predicate)
    {
        int part = TokenPlaces.At(tree.Parsed, date.Start);
        bool isFrame = date.Start < tree[predicate].Range.Start;
        for (int hops = 0; hops < DeepestFrame && part >= 0 && tree.Head(part) != predicate; hops++)
        {
            part = tree.Head(part);
            if (part >= 0 && !isFrame && !date.Contains(tree[part].Range) && tree[part].Pos != PartOfSpeech.Verb)
                return false;
        }

        return part >= 0 && tree.Head(part) == predicate && tree[part].Relation is Relation.Obl or Relation.OblUnmarked or Relation.Advmod or Relation.Advcl;
    }

    /// <summary>"the worst since a raid in May 2008": a date inside what only tells how long ago something was.</summary>
    private static bool IsMeasure(DocumentTree tree, TextRange date, int predicate, DateGrammar words)
    {
        int part = TokenPlaces.At(tree.Parsed, date.Start);
        for (int hops = 0; hops < DeepestFrame && part >= 0 && part != predicate; hops++)
        {
            string preposition = tree.Case(part);
            if (tree[part].Pos == PartOfSpeech.Noun && words.Is(preposition, "bound") && !words.Is(preposition, "closeto"))
                return true;
            part = tree.Head(part);
        }

        return false;
    }

    /// <summary>A date before the main predicate frames the whole sentence.</summary>
    private static bool OpensSentence(DocumentTree tree, Sentence sentence, TextRange date)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tree.Head(i) < 0)
                return date.Start < tree[i].Range.Start;
        }

        return false;
    }
}
