using Chancery.Knowledge;
using Chancery.Model;
using Block = Chancery.Model.Block;

namespace Chancery.Coding;

/// <summary>Gives each act its own date: the expression that the grammar hangs on it, else what the report supports, else none.</summary>
internal sealed class EventDates
{
    /// <summary>An act dated this many days before the news is background.</summary>
    private const int HistoricalDays = 45;

    /// <summary>Paragraphs of a report that tell its news.</summary>
    private const int NewsParagraphs = 3;

    private readonly EventSources sources;
    private readonly DateGrammar words;
    private readonly int[] clauseOfDate;
    private readonly DateOnly?[] backgroundOf;
    private readonly DateOnly? news;
    private readonly string newsBasis;

    public EventDates(EventSources sources, ClauseGrammar grammar)
    {
        this.sources = sources;
        words = grammar.Dates;
        clauseOfDate = new int[sources.Dates.Length];
        int token = 0;
        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            TextRange range = sources.Dates[d].Range;
            while (token < sources.Tree.Count && sources.Tree[token].Range.End <= range.Start)
                token++;
            clauseOfDate[d] = token < sources.Tree.Count ? ClauseAbove(token, range) : -1;
        }

        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            if (ClauseAfterWhen(sources.Dates[d].Range) is >= 0 and var framed)
                clauseOfDate[d] = framed;
        }

        (news, newsBasis) = DayOfNews(sources.Tree.Parsed.Document);
        backgroundOf = Backgrounds();
    }

    /// <param name="index">The clause that tells the act.</param>
    /// <param name="real">Whether it happened.</param>
    /// <param name="isSaid">An act of saying.</param>
    /// <param name="byPerson">Whether a person did it.</param>
    public (EventDate Date, bool Historical) Of(int index, Factuality real, bool isSaid, bool byPerson)
    {
        for (int i = index, hops = 0; i >= 0 && hops < 6; hops++)
        {
            // The day on which a plan was spoken of is not the day of what is planned.
            bool isPlansOwn = i == index || real != Factuality.Future;
            if (isPlansOwn && FirstOf(i, isSaid) is { } mention)
                return (new EventDate(mention.Value, mention.Range.Of(sources.Tree.Text), mention.Basis), IsOld(mention.Value));
            Clause at = sources.Clauses[i];
            if (i == index && SinceWhen(i) is { } begun)
                return (new EventDate(Spanning(begun.Value), begun.Range.Of(sources.Tree.Text), begun.Basis), begun.Value.Precision == DatePrecision.Year && IsOld(begun.Value));
            if ((isPlansOwn || i == index) && DateOfOccasion(at) is { } occasion)
                return (occasion, IsOld(occasion.Date));
            if (i == index && real == Factuality.Future && at.Find(Roles.Complement) is >= 0 and var planned
                && sources.Clauses.At(planned) is >= 0 and var inner && FirstOf(inner) is { } set)
            {
                return (new EventDate(set.Value, set.Range.Of(sources.Tree.Text), set.Basis), false);
            }

            if (i == index && DateOfLastConjunct(i) is { } shared)
                return (new EventDate(shared.Value, shared.Range.Of(sources.Tree.Text), shared.Basis), IsOld(shared.Value));
            bool sharesTime = at.Kind == PredicateKind.Noun || SharesTense(at) || (at.Link is ClauseLink.Complement or ClauseLink.Adverbial or ClauseLink.Conjunct && at.Tense == Tense.None);
            if (!sharesTime)
                break;
            i = at.Governor;
        }

        return Supported(index, real, isSaid, byPerson);
    }

    // What the report supports for an act that no words date.
    private (EventDate Date, bool Historical) Supported(int index, Factuality real, bool isSaid, bool byPerson)
    {
        Clause told = sources.Clauses[index];
        bool pluperfect = told.IsPerfect && told.Tense == Tense.Past;
        if (pluperfect && told.Governor >= 0 && FirstOf(told.Governor) is { Value.Start: { } frame })
            return (new EventDate(PartialDate.Before(frame), null, "before a dated act"), IsOld(PartialDate.Before(frame)));
        if (news is not { } day)
            return (EventDate.Unknown, false);
        int sentence = sources.Tree.SentenceOf(told.Predicate);
        if (!isSaid && real is Factuality.Happened or Factuality.Negated && DayOfSaying(index) is { End: { } spoken } && spoken <= day)
            return (new EventDate(PartialDate.Before(spoken), null, "not after the day on which it was told"), false);
        if (real == Factuality.Future)
            return (new EventDate(PartialDate.After(day), null, "after " + newsBasis), false);
        if (real == Factuality.Hypothetical)
            return (EventDate.Unknown, false);
        if (backgroundOf[sentence] is { } since)
        {
            return pluperfect
                ? (new EventDate(PartialDate.Before(since), null, "before a dated act"), true)
                : (new EventDate(PartialDate.Between(since, day), null, "told as background after a dated act"), true);
        }

        if (IsLater(told) && ToldBefore(told.Predicate, sentence, day) is { } earlier)
            return (new EventDate(PartialDate.Between(earlier, day), null, "later than a dated act"), IsOld(PartialDate.Day(earlier)));
        bool early = sources.Tree.Parsed.Sentences[sentence].Block is var block && block <= LastNewsBlock();
        early &= told.Link != ClauseLink.Relative;

        // What a speaker says to have been done was done before he spoke.
        bool quotedPast = told.IsPerfect && IsInMarks(told.Predicate);
        if (isSaid && !pluperfect && !quotedPast && !IsRepeated(index) && (early || (byPerson && !told.IsPerfect && !told.IsPassive)))
            return (new EventDate(PartialDate.Day(day), null, newsBasis), false);
        if (early && LedToSaying(told))
            return (new EventDate(PartialDate.Day(day), null, "the day of what was said there, " + newsBasis), false);
        if (told is { Tense: Tense.Past, IsPerfect: false } && ToldInParagraph(told.Predicate, sentence, day) is { } opened)
            return told.Find("before") >= 0
                ? (new EventDate(PartialDate.Before(opened), null, "before a dated act of its paragraph"), false)
                : (new EventDate(opened == day ? PartialDate.Day(day) : PartialDate.Between(opened, day), null, "told after a dated act of its paragraph"), false);
        return (new EventDate(PartialDate.Before(day), null, "not after " + newsBasis), false);
    }

    /// <summary>"have marched since June": what has gone on from a day; "his first visit since 2017" was not then.</summary>
    private DateMention? SinceWhen(int clause)
    {
        if (sources.Clauses[clause] is not { Kind: PredicateKind.Verb } told || !(told.IsPerfect || told.IsProgressive))
            return null;
        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            if (clauseOfDate[d] == clause && sources.Dates[d] is { Bound: DateBound.Since, Value.Start: not null })
                return sources.Dates[d];
        }

        return null;
    }

    private PartialDate Spanning(PartialDate since) =>
        news is { } day && since.Start is { } start && start <= day ? PartialDate.Between(start, day) : PartialDate.After(since.Start ?? default);

    /// <summary>"…, officials said Sunday", "said on Sunday that …": the day of the saying around an act.</summary>
    private PartialDate? DayOfSaying(int index)
    {
        Clause told = sources.Clauses[index];
        int saying = told.Link == ClauseLink.Complement && told.Tense != Tense.None ? told.Governor : -1;
        for (int i = index + 1; saying < 0 && i < sources.Clauses.All.Length && sources.Clauses[i].Governor >= index; i++)
        {
            if (sources.Clauses[i].Governor == index && sources.Clauses[i].Link == ClauseLink.Parataxis)
                saying = i;
        }

        return saying >= 0 && IsSaying(saying) && FirstOf(saying) is { Value.Precision: DatePrecision.Day } date ? date.Value : null;
    }

    private bool IsSaying(int clause) =>
        sources.Quotes.Any(quote => quote.Cue is { } cue && cue.Overlaps(sources.Tree[sources.Clauses[clause].Predicate].Range));

    /// <summary>"has repeatedly accused", "has accused for years": no day of its own.</summary>
    private bool IsRepeated(int index)
    {
        foreach (int child in sources.Tree.Children(sources.Clauses[index].Predicate))
        {
            if (sources.Tree[child].Relation == Relation.Advmod && words.Is(sources.Tree.Form(child).ToString().ToLowerInvariant(), "often"))
                return true;
        }

        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            // Hours and minutes lie within a day.
            if (clauseOfDate[d] == index && sources.Dates[d] is { Kind: TimeKind.Duration, Timex: { } timex } && !timex.StartsWith("PT", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Until when what is agreed holds: "until 2030" in the clause or in one that it governs.</summary>
    public PartialDate? HorizonOf(int index)
    {
        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            int clause = clauseOfDate[d];
            bool below = clause == index || (clause >= 0 && sources.Clauses[clause].Governor == index);
            if (below && sources.Dates[d].Bound is DateBound.Until or DateBound.To && sources.Dates[d].Value.IsKnown)
                return sources.Dates[d].Value;
        }

        return null;
    }

    /// <summary>"On Sunday he resigned and left": the second act has the day of the first, told alike; so has what is told of a dated act: "the raid on Sunday that killed four".</summary>
    private bool SharesTense(Clause clause)
    {
        if (clause.Governor < 0)
            return false;
        Clause above = sources.Clauses[clause.Governor];
        return clause.Link switch
        {
            ClauseLink.Conjunct => clause.Tense == above.Tense && clause.IsPerfect == above.IsPerfect,
            ClauseLink.Relative => above.Kind == PredicateKind.Noun && clause.Tense == Tense.Past && !clause.IsPerfect,
            _ => false,
        };
    }

    /// <summary>"shot four and wounded six on Sunday": the day behind the last of several acts of one doer.</summary>
    private DateMention? DateOfLastConjunct(int index)
    {
        DateMention? last = null;
        Clause first = sources.Clauses[index];
        for (int i = index + 1; i < sources.Clauses.All.Length && sources.Tree.SentenceOf(sources.Clauses[i].Predicate) == sources.Tree.SentenceOf(first.Predicate); i++)
        {
            Clause other = sources.Clauses[i];
            bool same = other.Governor == index && other.Link == ClauseLink.Conjunct && other.Tense == first.Tense && other.IsPerfect == first.IsPerfect
                && other.Arguments.Any(argument => argument is { Role: Roles.Subject, IsShared: true });
            if (same && FirstOf(i) is { } date && date.Range.Start > sources.Tree[other.Predicate].Range.End)
                last = date;
        }

        return last;
    }

    private bool IsInMarks(int token) =>
        sources.Quotes.Any(quote => quote.Form == QuoteForm.Direct && quote.Content.Contains(sources.Tree[token].Range));

    /// <summary>"at their meeting on Monday": the day of the occasion is that of what is done there.</summary>
    private EventDate? DateOfOccasion(Clause clause)
    {
        foreach (Argument argument in clause.Arguments)
        {
            if (argument.IsShared || !words.Is(argument.Role, "occasion") || sources.Clauses.At(argument.Token) is not (>= 0 and var occasion))
                continue;
            for (int d = 0; d < clauseOfDate.Length; d++)
            {
                // "the meeting on Monday", "the meeting set for Monday"; not "the war that began in May".
                int owner = clauseOfDate[d];
                bool own = owner == occasion || (owner >= 0 && sources.Clauses[owner] is { Link: ClauseLink.Relative } happened && happened.Governor == occasion && words.Is(happened.Lemma, "happens")) || (owner >= 0 && sources.Clauses[owner] is { Link: ClauseLink.Relative, Tense: Tense.None } set && set.Governor == occasion);
                if (own && sources.Dates[d] is { Value.IsKnown: true } date && date.Kind != TimeKind.Duration)
                    return new EventDate(date.Value, date.Range.Of(sources.Tree.Text), date.Basis);
            }
        }

        return null;
    }

    /// <summary>"on 3 May, when rebels took the town": the clause that the date frames; -1 for none.</summary>
    private int ClauseAfterWhen(TextRange date)
    {
        DocumentTree tree = sources.Tree;
        int at = TokenPlaces.FirstFrom(tree.Parsed, date.End);
        if (at < tree.Count && tree[at].Pos == PartOfSpeech.Punct)
            at++;
        if (at >= tree.Count || at == 0 || tree.SentenceOf(at) != tree.SentenceOf(at - 1) || !words.Is(tree[at].Lemma.ToLowerInvariant(), "when"))
            return -1;
        for (int i = at + 1; i < tree.Count && tree.SentenceOf(i) == tree.SentenceOf(at); i++)
        {
            if (sources.Clauses.At(i) is >= 0 and var index && sources.Clauses[index] is { Kind: PredicateKind.Verb, Tense: Tense.Past, IsPerfect: false } clause
                && (clause.Link != ClauseLink.Relative || tree.Head(i) < at))
            {
                return index;
            }
        }

        return -1;
    }

    private bool IsLater(Clause clause)
    {
        foreach (int child in sources.Tree.Children(clause.Predicate))
        {
            if (sources.Tree[child].Relation == Relation.Advmod && words.Is(sources.Tree.Form(child).ToString().ToLowerInvariant(), "later"))
                return true;
        }

        return false;
    }

    /// <summary>The last day told in this sentence or the one before, not after the news.</summary>
    private DateOnly? ToldBefore(int token, int sentence, DateOnly day)
    {
        TextRange from = sources.Tree.Parsed.Sentences[Math.Max(0, sentence - 1)].Range;
        DateOnly? told = null;
        foreach (DateMention date in sources.Dates)
        {
            if (date.Range.Start >= sources.Tree[token].Range.Start)
                break;
            if (date.Range.Start >= from.Start && date.Value is { Precision: DatePrecision.Day, Start: { } start } && start <= day)
                told = start;
        }

        return told;
    }

    /// <summary>The last fresh day told by a main clause earlier in the paragraph: what is told on in the past followed it, or was on that day.</summary>
    private DateOnly? ToldInParagraph(int token, int sentence, DateOnly day)
    {
        int block = sources.Tree.Parsed.Sentences[sentence].Block;
        if (block < 0 || IsInMarks(token))
            return null;
        TextRange paragraph = sources.Tree.Parsed.Document.Body[block].Range;
        DateOnly? told = null;
        for (int d = 0; d < clauseOfDate.Length && sources.Dates[d].Range.Start < sources.Tree[token].Range.Start; d++)
        {
            bool main = sources.Dates[d].Range.Start >= paragraph.Start && clauseOfDate[d] >= 0
                && sources.Clauses[clauseOfDate[d]] is { Tense: Tense.Past, IsPerfect: false, Link: ClauseLink.Main or ClauseLink.Conjunct };
            if (main && sources.Dates[d].Value is { Precision: DatePrecision.Day, Start: { } start } value && start <= day && !IsOld(value))
                told = start;
        }

        return told;
    }

    /// <summary>"said after talks with": the talks of a fresh saying are as fresh.</summary>
    private bool LedToSaying(Clause told)
    {
        if (told.Kind != PredicateKind.Noun || told.Governor < 0)
            return false;
        Clause saying = sources.Clauses[told.Governor];
        if (saying.Tense != Tense.Past || saying.IsPerfect || !sources.Quotes.Any(quote => quote.Cue is { } cue && cue.Overlaps(sources.Tree[saying.Predicate].Range)))
            return false;
        foreach (Argument argument in saying.Arguments)
        {
            if (argument.Token == told.Predicate)
                return words.Is(argument.Role, "closeto");
        }

        return false;
    }

    private int LastNewsBlock()
    {
        int paragraphs = 0;
        var body = sources.Tree.Parsed.Document.Body;
        for (int i = 0; i < body.Length; i++)
        {
            if (body[i].Kind == BlockKind.Paragraph && ++paragraphs == NewsParagraphs)
                return i;
        }

        return body.Length;
    }

    /// <summary>For each sentence the day of the background that it goes on telling: a sentence with an old date opens it, one with a fresh date ends it.</summary>
    private DateOnly?[] Backgrounds()
    {
        var sentences = sources.Tree.Parsed.Sentences;
        var result = new DateOnly?[sentences.Length];
        DateOnly? open = null;
        int next = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            while (next < sources.Dates.Length && sources.Dates[next].Range.Start < sentences[s].Range.Start)
                next++;
            for (int d = next; d < sources.Dates.Length && sources.Dates[d].Range.End <= sentences[s].Range.End; d++)
            {
                DateMention date = sources.Dates[d];
                if (date.Kind == TimeKind.Duration || !date.Value.IsKnown || clauseOfDate[d] < 0)
                    continue;
                bool isMain = sources.Clauses[clauseOfDate[d]].Link is not (ClauseLink.Relative or ClauseLink.Nominal);
                bool opens = isMain || OpensSentence(sentences[s], date.Range);
                if (IsOld(date.Value) && date.Value.Precision is DatePrecision.Day or DatePrecision.Month && opens)
                    open = date.Value.Start;
                else if (!IsOld(date.Value))
                    open = null;
            }

            if (sources.Quotes.Any(quote => quote.Speaker is not null && quote.Form == QuoteForm.Direct && quote.Content.Overlaps(sentences[s].Range)))
                open = null;
            result[s] = open;
        }

        return result;
    }

    /// <summary>A date before the main predicate frames the whole sentence.</summary>
    private bool OpensSentence(Sentence sentence, TextRange date)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (sources.Tree.Head(i) < 0)
                return date.Start < sources.Tree[i].Range.Start;
        }

        return false;
    }

    private bool IsOld(PartialDate date) => news is { } day && date.End is { } end && end < day.AddDays(-HistoricalDays);

    /// <param name="clause">The clause.</param>
    /// <param name="isSaid">For an act of words: a date that tells which thing is spoken of ("thanked them for the help in the war of 2020") is not its day.</param>
    private DateMention? FirstOf(int clause, bool isSaid = false)
    {
        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            bool bounds = sources.Dates[d].Bound is DateBound.Until or DateBound.Since;
            if (clauseOfDate[d] == clause && !bounds && !(isSaid && IsOfThing(sources.Dates[d].Range, sources.Clauses[clause].Predicate)) && sources.Dates[d].Kind != TimeKind.Duration && sources.Dates[d].Value.IsKnown)
                return sources.Dates[d];
        }

        return null;
    }

    /// <summary>"the war of 2020", "the 2020 war": the date hangs on a noun by "of" or stands before it.</summary>
    private bool IsOfThing(TextRange date, int predicate)
    {
        DocumentTree tree = sources.Tree;
        for (int i = TokenPlaces.FirstFrom(tree.Parsed, date.Start); i < tree.Count && tree[i].Range.Start < date.End; i++)
        {
            int above = tree.Head(i);
            if (above < 0 || above == predicate || date.Overlaps(tree[above].Range))
                continue;
            return tree[above].Pos is PartOfSpeech.Noun or PartOfSpeech.Propn
                && (tree[i].Relation is Relation.Nummod or Relation.Compound or Relation.NmodPoss or Relation.Amod || (tree[i].Relation == Relation.Nmod && tree.Case(i) is "of"));
        }

        return false;
    }

    private int ClauseAbove(int token, TextRange range)
    {
        // The head of the expression is the token in it whose own head lies outside.
        DocumentTree tree = sources.Tree;
        int head = token;
        for (int i = token; i < tree.Count && tree[i].Range.Start < range.End; i++)
        {
            int above = tree.Head(i);
            if (above < 0 || !range.Overlaps(tree[above].Range))
            {
                head = i;
                break;
            }
        }

        for (int i = head; i >= 0; i = tree.Head(i))
        {
            if (sources.Clauses.At(i) is >= 0 and var clause)
                return clause;
        }

        return -1;
    }

    /// <summary>The day of the news: a weekday in the lead, else the dateline, else the publication.</summary>
    private (DateOnly? Day, string Basis) DayOfNews(Document document)
    {
        DateOnly? anchor = document.Published?.Date is { Precision: DatePrecision.Day } published ? published.Start : null;
        if (document.Dateline?.Date is { Precision: DatePrecision.Day } dateline)
            anchor = dateline.Start;
        if (anchor is not { } day)
            return (null, "");
        Block? lead = null;
        foreach (Block block in document.Body)
        {
            if (block.Kind == BlockKind.Paragraph)
            {
                lead = block;
                break;
            }
        }

        if (lead is { } first)
        {
            foreach (DateMention date in sources.Dates)
            {
                if (first.Range.Contains(date.Range) && date.Value is { Precision: DatePrecision.Day, Start: { } told } && told <= day && told > day.AddDays(-7))
                    return (told, "the day of the lead");
            }
        }

        return (day, document.Dateline?.Date is { Precision: DatePrecision.Day } ? "the dateline" : "the day of publication");
    }
}
