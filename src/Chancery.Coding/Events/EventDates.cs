using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Gives each act its own date: the expression that the grammar hangs on it, else what the report supports, else none.</summary>
internal sealed class EventDates
{
    /// <summary>An act dated this many days before the news is background.</summary>
    private const int HistoricalDays = 8;

    /// <summary>An act that the lead tells may be this much older.</summary>
    private const int LongPastDays = 45;

    /// <summary>Who speaks in a paragraph behind the telling of a day so far back speaks in the background as well.</summary>
    private const int BygoneDays = 120;

    private readonly EventSources sources;
    private readonly ClauseGrammar grammar;
    private readonly DateGrammar words;
    private readonly Occasions occasions;
    private readonly int[] clauseOfDate;
    private readonly ClauseDates dated;
    private readonly BackgroundDays background;
    private readonly Opening opening;
    private readonly Entries entries;
    private readonly DateOnly? news;
    private readonly DateOnly? lead;
    private readonly DateOnly? speech;
    private readonly string newsBasis;

    public EventDates(EventSources sources, ClauseGrammar grammar)
    {
        this.sources = sources;
        this.grammar = grammar;
        words = grammar.Dates;
        speech = Dates.SpeechDay(sources.Tree.Parsed.Document);
        dated = new ClauseDates(sources, grammar);
        clauseOfDate = dated.ClauseOfDate;
        occasions = new Occasions(sources, grammar, clauseOfDate);
        (news, newsBasis) = NewsDay.Of(sources);
        lead = NewsDay.OfLead(sources);
        opening = new Opening(sources);
        entries = new Entries(sources);
        background = new BackgroundDays(sources, dated, IsOld, grammar);
    }

    /// <param name="index">The clause that tells the act.</param>
    /// <param name="real">Whether it happened.</param>
    /// <param name="isSaid">An act of saying.</param>
    /// <param name="actors">Who did it.</param>
    /// <param name="inSaying">An act that is done by what its clause says: "said that he would not apologise".</param>
    public (EventDate Date, bool Historical) Of(int index, Factuality real, bool isSaid, List<Side> actors, bool inSaying)
    {
        (EventDate Date, bool Historical) found = Told(index, real, isSaid, actors, inSaying);
        // "earlier this week", "a week before the talks of next Monday": what has been was before the report.
        bool isLate = real == Factuality.Happened && found.Date.Date is { Precision: DatePrecision.Range or DatePrecision.Before, End: { } end } && end > speech;
        bool isWeek = found.Date.Date is { Start: { DayOfWeek: DayOfWeek.Monday } first, End: { DayOfWeek: DayOfWeek.Sunday } last } && last == first.AddDays(6);
        if (!isLate || speech is not { } today || found.Date.Date.Start > today || (found.Date.Expression is not null && !isWeek))
            return found;
        return (found.Date with { Date = found.Date.Date.Start is { } start ? PartialDate.Between(start, today) : PartialDate.Before(today) }, found.Historical);
    }

    private (EventDate Date, bool Historical) Told(int index, Factuality real, bool isSaid, List<Side> actors, bool inSaying)
    {
        if (inSaying && sources.Clauses[index].Link == ClauseLink.Complement && SayingOf(index) is { } said)
            return (new EventDate(said.Value, said.Range.Of(sources.Tree.Text), said.Basis), IsOldIn(index, said.Value));
        // "the beacon, he said, was wrecked in May by Chad": the day is that of the deed, not of the charge.
        if (inSaying && isSaid && real == Factuality.Happened && sources.Clauses[index] is { Tense: Tense.Past, Modal: null } && HasOwn(index))
            return Supported(index, real, isSaid, actors);
        if (!HasOwn(index) && dated.IsRemembered(sources.Clauses[index]))
            return (news is { } today ? new EventDate(PartialDate.Before(today), null, "what is remembered was before the news") : EventDate.Unknown, true);
        for (int i = index, hops = 0; i >= 0 && hops < 6; hops++)
        {
            // The day on which a plan was spoken of is not the day of what is planned.
            bool isPlansOwn = i == index || real != Factuality.Future || IsPurposeOf(sources.Clauses[index], i);
            if (isPlansOwn && FirstOf(i, isSaid, real == Factuality.Happened ? speech : null) is { } mention)
                return (Spanned(mention), IsOldIn(index, mention.Value));
            Clause at = sources.Clauses[i];
            if (i == index && real == Factuality.Happened && DateOfWhen(i) is { } moment)
                return (new EventDate(moment.Value, moment.Range.Of(sources.Tree.Text), moment.Basis), IsOldIn(index, moment.Value));
            // "The envoy, asked by Togo to mediate, left on Monday": what was said to somebody was before he did something.
            if (i == index && isSaid && at is { Kind: PredicateKind.Verb, IsPassive: true, Tense: Tense.None, Link: ClauseLink.Relative or ClauseLink.Adverbial, Governor: >= 0 } && at.Predicate < sources.Clauses[at.Governor].Predicate && sources.Tree[at.Predicate].Relation is Relation.Acl or Relation.Advcl && FirstOf(at.Governor) is { Value.End: { } done } deed && real == Factuality.Happened)
                return (new EventDate(PartialDate.Before(done), null, "before a dated act"), IsOldIn(index, deed.Value));
            if (i == index && dated.SinceWhen(i) is { } begun)
                return (new EventDate(Spanning(begun.Value), begun.Range.Of(sources.Tree.Text), begun.Basis), begun.Value.Precision == DatePrecision.Year && !at.IsProgressive && IsOldIn(index, begun.Value));
            if ((isPlansOwn || i == index) && occasions.DateOf(at) is { } occasion)
                return (occasion, IsOldIn(index, occasion.Date));
            if (i == index && real == Factuality.Happened && PastOfInfinitive(at) is { } misplaced)
                return (new EventDate(misplaced.Value, misplaced.Range.Of(sources.Tree.Text), misplaced.Basis), IsOldIn(index, misplaced.Value));
            if (i == index && real == Factuality.Future && at.Find(Roles.Complement) is >= 0 and var planned
                && sources.Clauses.At(planned) is >= 0 and var inner && FirstOf(inner) is { } set)
            {
                return (new EventDate(set.Value, set.Range.Of(sources.Tree.Text), set.Basis), false);
            }

            if (i == index && occasions.DateOfNoun(at) is { } takenUp)
                return (takenUp, IsOldIn(index, takenUp.Date));
            if (i == index && DateOfLastConjunct(i) is { } shared)
                return (new EventDate(shared.Value, shared.Range.Of(sources.Tree.Text), shared.Basis), IsOldIn(index, shared.Value));
            if (FirstConjunct(at) is >= 0 and var first && !(i == index && dated.HasUnclear(i)))
            {
                i = first;
                continue;
            }

            // "agreed on Friday after talks": what something followed was before it.
            if (at.Kind == PredicateKind.Noun && at.Governor >= 0 && dated.Follows(i, at.Governor))
                return FirstOf(at.Governor) is { Value.End: { } then } later ? (new EventDate(PartialDate.Before(then), null, "before a dated act"), IsOldIn(index, later.Value)) : Supported(index, real, isSaid, actors);
            // "the opening on 3 May, Togo having promised a loan": what stands beside a noun with somebody of its own has not its day.
            if (at is { Kind: PredicateKind.Verb, IsPerfect: true, Tense: Tense.None, Marker: null, Governor: >= 0 } && sources.Clauses[at.Governor].Kind == PredicateKind.Noun && at.Arguments.Any(static argument => argument is { Role: Roles.Subject, IsShared: false }))
                break;
            bool sharesTime = at.Kind == PredicateKind.Noun || SharesTense(at) || (at.Link is ClauseLink.Complement or ClauseLink.Adverbial or ClauseLink.Conjunct && at.Tense == Tense.None);
            if (!sharesTime)
                break;
            i = at.Governor;
        }

        // "After the 1986 attack France flew in troops".
        if (real == Factuality.Happened && news is { } present && dated.Followed(index) is { Value: { Start: { } followed } year } && IsOld(year))
            return (new EventDate(PartialDate.Between(followed, present), null, "after a dated occasion"), true);
        (EventDate Date, bool Historical) found = Framed(sources.Clauses[index]) ?? Supported(index, real, isSaid, actors);
        if (real != Factuality.Happened || !IsToldAsPast(index))
            return (found.Date, found.Historical || dated.HasLongAgo(index));
        return (found.Date is { Expression: null, Date.End: { } end } ? new EventDate(PartialDate.Before(end), null, "told as background, not after the day of the report") : found.Date, true);
    }

    private bool IsToldAsPast(int index) =>
        dated.IsEarlier(index) || dated.IsOldWithoutYear(index, HistoricalDays) || (sources.Clauses[index].Tense == Tense.Past && (dated.IsBygone(index) || dated.IsOfTenure(index)));

    /// <summary>"on a visit from 11 to 13 May": the days from the first to the last.</summary>
    private EventDate Spanned(DateMention first)
    {
        string text = sources.Tree.Text;
        int next = sources.Dates.IndexOf(first) + 1;
        if (next < sources.Dates.Length && first.Value is { Precision: DatePrecision.Day, Start: { } start } && sources.Dates[next] is { Value: { Precision: DatePrecision.Day, End: { } end } } last
            && end > start && last.Range.Start > first.Range.End && words.Is(text[first.Range.End..last.Range.Start].Trim().ToLowerInvariant(), "through"))
        {
            return new EventDate(PartialDate.Between(start, end), text[first.Range.Start..last.Range.End], first.Basis);
        }

        return new EventDate(first.Value, first.Range.Of(text), first.Basis);
    }

    /// <summary>"will travel on 5 December for talks": what a journey to come is made for is on its day.</summary>
    private bool IsPurposeOf(Clause act, int clause) =>
        act.Kind == PredicateKind.Noun && act.Governor == clause && (sources.Clauses[clause].Tense == Tense.Future || sources.Clauses[clause].Marker == "to")
        && grammar.ForceOf(sources.Clauses[clause].Lemma) == ModalForce.None
        && !sources.IsSaying(sources.Clauses[clause]);

    /// <summary>"was convicted in 2018 and sentenced": the first of two clauses told alike, where both hang on another one; -1 for none.</summary>
    private int FirstConjunct(Clause clause)
    {
        if (clause.Link == ClauseLink.Conjunct || sources.Tree[clause.Predicate].Relation != Relation.Conj)
            return -1;
        int first = sources.Clauses.At(sources.Tree.Head(clause.Predicate));
        return first >= 0 && sources.Clauses[first] is { Kind: PredicateKind.Verb } other && other.Tense == clause.Tense && other.IsPerfect == clause.IsPerfect ? first : -1;
    }

    /// <summary>"In 2009 she took over after he resigned": what stands behind "after" was before the dated act, what stands behind "when" with it.</summary>
    private (EventDate Date, bool Historical)? Framed(Clause told)
    {
        if (told is not { Link: ClauseLink.Adverbial, Tense: Tense.Past, Marker: { } marker, Governor: >= 0 } || FirstOf(told.Governor) is not { } frame)
            return null;
        if (words.Is(marker, "when"))
            return (new EventDate(frame.Value, frame.Range.Of(sources.Tree.Text), frame.Basis), IsOld(frame.Value));
        return words.Is(marker, "closeto") && frame.Value.End is { } end ? (new EventDate(PartialDate.Before(end), null, "before a dated act"), IsOld(frame.Value)) : null;
    }

    // What the report supports for an act that no words date.
    private (EventDate Date, bool Historical) Supported(int index, Factuality real, bool isSaid, List<Side> actors)
    {
        Clause told = sources.Clauses[index];
        bool pluperfect = (told.IsPerfect && told.Tense == Tense.Past) || IsBy(told);
        if (pluperfect && told.Governor >= 0 && FirstOf(told.Governor) is { Value.Start: { } frame })
            return (new EventDate(PartialDate.Before(frame), null, "before a dated act"), IsOld(PartialDate.Before(frame)));
        // "In 2007 a court ruled that Chad had threatened Togo": what was told long ago was before that.
        if (real is Factuality.Happened or Factuality.Negated && told is { Link: ClauseLink.Complement, Tense: Tense.Past, Governor: >= 0 } && FirstOf(told.Governor) is { Value: { End: { } ruled } ruling } && IsOldIn(told.Governor, ruling))
            return (new EventDate(PartialDate.Before(ruled), null, "not after the day on which it was told"), true);
        if (!pluperfect && real is Factuality.Happened or Factuality.Negated or Factuality.Ongoing && entries.Of(sources.Tree.SentenceOf(told.Predicate)) is { } entry)
            return (entry, IsOld(entry.Date));
        if (news is not { } day)
            return (EventDate.Unknown, real == Factuality.Happened && TenseOf(told) != Tense.Present && background.Tells(sources.Tree.SentenceOf(told.Predicate), isSaid));
        DateOnly today = speech > day ? speech.Value : day;
        string notAfter = "not after " + (today == day ? newsBasis : "the day of the report");
        int sentence = sources.Tree.SentenceOf(told.Predicate);
        if (!isSaid && real is Factuality.Happened or Factuality.Negated && SayingOf(index)?.Value is { End: { } spoken } && spoken <= today)
            return (new EventDate(PartialDate.Before(spoken), null, "not after the day on which it was told"), false);
        if (real == Factuality.Future)
            return (Announced(told) is { } announced && announced < day ? new EventDate(PartialDate.After(announced), null, "after the day on which it was told") : new EventDate(PartialDate.After(day), null, "after " + newsBasis), false);
        if (real == Factuality.Hypothetical)
            return (EventDate.Unknown, false);

        // What is told in the present, or as done by now, is of the time of the report.
        Tense tense = TenseOf(told);
        if (tense != Tense.Present && background.Of(sentence) is { } since && !(isSaid && !pluperfect && told.Link != ClauseLink.Relative && since > day.AddDays(-BygoneDays) && !background.IsOfParagraph(sentence)))
        {
            return pluperfect ? (new EventDate(PartialDate.Before(since), null, "before a dated act"), true)
                : background.GoesOn(sentence, told.Predicate) ? (new EventDate(PartialDate.Between(since, today), null, "told as background after a dated act"), true)
                : (new EventDate(PartialDate.Before(today), null, "told as background, " + notAfter), true);
        }

        if (tense == Tense.Past && background.IsHeaded(sentence))
            return (new EventDate(PartialDate.Before(today), null, "told under a heading of background"), true);
        if (!isSaid && tense == Tense.Past && background.IsOfYear(sentence))
            return (new EventDate(PartialDate.Before(today), null, "told as background, " + notAfter), true);
        if (dated.IsLater(told) && ToldBefore(told.Predicate, sentence, today) is { Start: { } earlier } first)
            return (new EventDate(PartialDate.Between(earlier, today), null, "later than a dated act"), IsOld(first));
        bool early = sources.Tree.Parsed.Sentences[sentence].Block is var block && block <= opening.LastNewsBlock;
        early &= told.Link != ClauseLink.Relative;

        // What a speaker says to have been done was done before he spoke.
        bool quotedPast = told.IsPerfect && IsInMarks(told.Predicate);
        if (isSaid && tense == Tense.Past && dated.IsRecent(index))
            return (new EventDate(PartialDate.Before(today), null, "recently, " + notAfter), false);
        bool isLater = dated.IsLater(told) && !early;
        if (isSaid && !pluperfect && !quotedPast && !isLater && !dated.IsRepeated(index) && (early || (IsPerson(actors) && told.Link != ClauseLink.Relative && !told.IsPerfect && !told.IsPassive)) || early && LedToSaying(told))
            return (OnNews(day, today, told.Predicate, sentence, actors), false);
        if (told is { Tense: Tense.Past, IsPerfect: false } && (isSaid || told.Link != ClauseLink.Relative) && ToldInParagraph(told.Predicate, sentence, today) is { } opened)
            return told.Find("before") >= 0
                ? (new EventDate(PartialDate.Before(opened), null, "before a dated act of its paragraph"), false)
                : (new EventDate(opened == day || opened == today ? PartialDate.Day(opened) : PartialDate.Between(opened, today), null, "told after a dated act of its paragraph"), false);
        return (new EventDate(PartialDate.Before(today), null, notAfter), false);
    }

    /// <summary>"On 2 July he announced that he would leave": the day on which what was to come was told, by the clauses above it.</summary>
    private DateOnly? Announced(Clause planned)
    {
        for (int hops = 0; hops < 4 && planned.Governor >= 0; hops++)
        {
            if (FirstOf(planned.Governor) is { Value: { Precision: DatePrecision.Day, Start: { } day } })
                return day;
            planned = sources.Clauses[planned.Governor];
        }

        return null;
    }

    /// <summary>"resigned when rebels took the town on Monday": the day of what was done at the time.</summary>
    private DateMention? DateOfWhen(int index)
    {
        if (sources.Clauses[index] is not { Kind: PredicateKind.Verb, Tense: Tense.Past })
            return null;
        for (int i = index + 1; i < sources.Clauses.All.Length && sources.Tree.SentenceOf(sources.Clauses[i].Predicate) == sources.Tree.SentenceOf(sources.Clauses[index].Predicate); i++)
        {
            if (sources.Clauses[i] is { Link: ClauseLink.Adverbial, Tense: Tense.Past, IsPerfect: false } other && other.Governor == index && dated.IsWhen(other) && FirstOf(i) is { } date)
                return date;
        }

        return null;
    }

    /// <summary>"said that he had given in by agreeing": how something had been done is as old as the doing.</summary>
    private bool IsBy(Clause told) =>
        told is { Kind: PredicateKind.Verb, Tense: Tense.None, Marker: not null, Link: ClauseLink.Adverbial or ClauseLink.Complement, Governor: >= 0 } && !sources.Tree.Is(told.Marker, WordFunction.Infinitive)
        && sources.Clauses[told.Governor] is { IsPerfect: true, Tense: Tense.Past };

    /// <summary>The tense of a clause, or that of the clause which it hangs on by an infinitive, a participle or a noun.</summary>
    private Tense TenseOf(Clause told)
    {
        for (int hops = 0; hops < 6 && told is { Tense: Tense.None, Governor: >= 0 }; hops++)
            told = sources.Clauses[told.Governor];
        return told.Tense;
    }

    private bool IsPerson(List<Side> actors) => actors.Count > 0 && sources.Mentions.Entities[actors[0].Entity].Kind == EntityKind.Person;

    /// <summary>What those say of whom the lead tells is said on the day of the news; what others say about then, where no words tell when.</summary>
    private EventDate OnNews(DateOnly day, DateOnly today, int token, int sentence, List<Side> actors)
    {
        for (int d = 0; d < clauseOfDate.Length && sources.Dates[d].Range.Start < sources.Tree[token].Range.Start; d++)
        {
            if (IsToldByMain(d) && sources.Dates[d].Value is { Precision: DatePrecision.Day, Start: { } start } && start > day && start <= today)
                return new EventDate(PartialDate.Between(day, today), null, "between the day of the lead and that of the report");
        }

        if (sources.Tree.Parsed.Sentences[sentence].Block <= opening.FirstParagraph || opening.Tells(actors))
            return new EventDate(PartialDate.Day(day), null, newsBasis);
        // Where the report tells its day none is guessed before it.
        bool isGuess = day == today && newsBasis == NewsDay.Publication;
        return new EventDate(PartialDate.Between(isGuess ? day.AddDays(-1) : day, today), null, "about " + newsBasis);
    }

    private PartialDate Spanning(PartialDate since) =>
        news is { } day && since.Start is { } start && start <= day ? PartialDate.Between(start, day) : PartialDate.After(since.Start ?? default);

    /// <summary>"…, officials said Sunday", "said on Sunday that …": the day of the saying around an act.</summary>
    private DateMention? SayingOf(int index)
    {
        Clause told = sources.Clauses[index];
        int saying = told.Link == ClauseLink.Complement && told.Tense != Tense.None ? told.Governor : -1;
        for (int i = index + 1; saying < 0 && i < sources.Clauses.All.Length && sources.Clauses[i].Governor >= index; i++)
        {
            if (sources.Clauses[i].Governor == index && sources.Clauses[i].Link == ClauseLink.Parataxis)
                saying = i;
        }

        return saying >= 0 && sources.IsSaying(sources.Clauses[saying]) && FirstOf(saying) is { Value.Precision: DatePrecision.Day } date ? date : null;
    }

    /// <summary>"offered to resign last night", "asked that the road be closed in 2014": a past day is that of the offer, wherever it hangs; "asked the court to void the vote of 2014" is not.</summary>
    private DateMention? PastOfInfinitive(Clause offer)
    {
        if (offer.Tense != Tense.Past || sources.Clauses.At(offer.Find(Roles.Complement)) is not (>= 0 and var aim) || sources.Clauses[aim] is not { Tense: Tense.None, IsPerfect: false } wished || FirstOf(aim) is not { Value.End: { } end } date || end >= speech)
            return null;
        bool counts = date.Value.Precision == DatePrecision.Day && DateRules.CountsFromReport(date);
        bool ends = grammar.ForceOf(offer) == ModalForce.Hypothetical && !dated.IsOfThing(date.Range, aim) && EndsSentence(date.Range.End, wished.Predicate);
        return (wished.Marker is "to" && counts) || ends ? date : null;
    }

    /// <summary>Whether nothing but a mark follows a place in the sentence of a token.</summary>
    private bool EndsSentence(int end, int token)
    {
        Sentence sentence = sources.Tree.Parsed.Sentences[sources.Tree.SentenceOf(token)];
        int next = TokenPlaces.FirstFrom(sources.Tree.Parsed, end);
        return next >= sentence.EndToken - 1;
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
            if (!same)
                continue;
            // "begged them to relent, met them on Monday and left": the day of one in the middle is its own.
            last = FirstOf(i) is { } date && date.Range.Start > sources.Tree[other.Predicate].Range.End ? date : null;
        }

        return last;
    }

    private bool IsInMarks(int token) =>
        sources.Quotes.Any(quote => quote.Form == QuoteForm.Direct && quote.Content.Contains(sources.Tree[token].Range));

    /// <summary>The last day told in this sentence or the one before, or the last year in this one, not after the news.</summary>
    private PartialDate? ToldBefore(int token, int sentence, DateOnly day)
    {
        TextRange from = sources.Tree.Parsed.Sentences[Math.Max(0, sentence - 1)].Range;
        PartialDate? told = null;
        foreach (DateMention date in sources.Dates)
        {
            if (date.Range.Start >= sources.Tree[token].Range.Start)
                break;
            bool isYear = date.Value.Precision == DatePrecision.Year && sources.Tree.Parsed.Sentences[sentence].Range.Contains(date.Range);
            if (date.Range.Start >= from.Start && (isYear || date.Value.Precision == DatePrecision.Day) && date.Kind != TimeKind.Duration && date.Value.Start <= day)
                told = date.Value;
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
            // "confirmed on Monday that his office was searched": what is told on was not on the day of the words.
            bool main = sources.Dates[d].Range.Start >= paragraph.Start && IsToldByMain(d) && !sources.IsSaying(sources.Clauses[clauseOfDate[d]]);
            if (main && sources.Dates[d].Value is { Precision: DatePrecision.Day, Start: { } start } value && start <= day && !IsOld(value))
                told = start;
        }

        return told;
    }

    /// <summary>A date that a main clause tells in the past: "he left on Monday", "he left on Monday, officials said".</summary>
    private bool IsToldByMain(int date) =>
        clauseOfDate[date] >= 0 && sources.Clauses[clauseOfDate[date]] is { Tense: Tense.Past, IsPerfect: false } teller
        && (teller.Link is ClauseLink.Main or ClauseLink.Conjunct || (teller.Link == ClauseLink.Complement && teller.Marker is null && teller.Governor >= 0 && sources.IsSaying(sources.Clauses[teller.Governor])));

    /// <summary>"said after talks with": the talks of a fresh saying are as fresh.</summary>
    private bool LedToSaying(Clause told)
    {
        if (told.Kind != PredicateKind.Noun || told.Governor < 0)
            return false;
        Clause saying = sources.Clauses[told.Governor];
        bool after = saying is { Tense: Tense.None, Governor: >= 0 } && words.Is(sources.Tree.Form(saying.Predicate).ToString().ToLowerInvariant(), "closeto");
        if (after)
            saying = sources.Clauses[saying.Governor];
        if (saying.Tense != Tense.Past || saying.IsPerfect || !sources.IsSaying(saying))
            return false;
        foreach (Argument argument in saying.Arguments)
        {
            if (argument.Token == told.Predicate)
                return words.Is(argument.Role, "closeto");
        }

        return after;
    }

    /// <summary>Whether words of a clause itself name a day after the report.</summary>
    public bool LiesAhead(int index) => FirstOf(index) is { Value: { Precision: DatePrecision.Day, Start: { } day } } && day > speech;

    /// <summary>Until when what is agreed holds.</summary>
    public PartialDate? HorizonOf(int index) => dated.HorizonOf(index);

    /// <summary>Whether words of a clause itself date it.</summary>
    public bool HasOwn(int index) => FirstOf(index) is not null;

    /// <summary>"had given them until Thursday": what runs to a day of the news is no background.</summary>
    public bool IsBoundFresh(int index)
    {
        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            if (clauseOfDate[d] == index && sources.Dates[d].Bound is DateBound.Until or DateBound.To && IsFresh(sources.Dates[d].Value))
                return true;
        }

        return false;
    }

    /// <summary>A date of the days before the news.</summary>
    private bool IsFresh(PartialDate date) => news is not null && date.Start is not null && !IsOld(date);

    /// <summary>A day of the news itself.</summary>
    public bool IsOfNews(PartialDate date) => IsFresh(date) && !(date.End < news);

    /// <summary>Weeks before the news; a year that is over is background at once. A report that does not tell its own year names that of something older.</summary>
    private bool IsOld(PartialDate date) =>
        date.End is { } end && ((news ?? lead) is { } day
            ? end < (date.Precision == DatePrecision.Year ? day : day.AddDays(-HistoricalDays))
            : date.Precision is DatePrecision.Day or DatePrecision.Month or DatePrecision.Year);

    /// <summary>The first sentence tells the news, though it be some weeks old.</summary>
    private bool IsOldIn(int clause, PartialDate date) =>
        IsOld(date) && !(news is { } day && date.Precision is DatePrecision.Day or DatePrecision.Month && date.End >= day.AddDays(-LongPastDays) && IsLead(sources.Tree.SentenceOf(sources.Clauses[clause].Predicate)));

    private bool IsLead(int sentence) =>
        sources.Tree.Parsed.Sentences[sentence].Block is var block && block <= opening.FirstParagraph && (sentence == 0 || sources.Tree.Parsed.Sentences[sentence - 1].Block < block);

    /// <param name="clause">The clause.</param>
    /// <param name="isSaid">For an act of words: a date that tells which thing is spoken of ("thanked them for the help in the war of 2020") is not its day.</param>
    /// <param name="upTo">For what has been: the day that it cannot be later than.</param>
    private DateMention? FirstOf(int clause, bool isSaid = false, DateOnly? upTo = null)
    {
        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            bool bounds = sources.Dates[d].Bound == DateBound.Until || (sources.Dates[d].Bound == DateBound.Since && !dated.IsFramed(d, clause));
            bounds |= clauseOfDate[d] == clause && DateRules.IsClock(sources.Dates[d]) && (background.IsOpen(sources.Tree.SentenceOf(sources.Clauses[clause].Predicate)) || HasDay(clause, d));
            if (dated.IsOf(d, clause) && !bounds && !(isSaid && dated.IsOfThing(sources.Dates[d].Range, sources.Clauses[clause].Predicate)) && !dated.IsOfAim(sources.Dates[d], sources.Clauses[clause].Predicate) && !(isSaid && IsOfDeed(sources.Dates[d], sources.Clauses[clause])) && sources.Dates[d].Kind != TimeKind.Duration && sources.Dates[d].Value.IsKnown && !(sources.Dates[d].Value.Start > upTo) && !dated.IsToCome(sources.Dates[d], upTo))
                return Finer(d, clause);
        }

        return null;
    }

    /// <summary>"09:20 Chad expelled the envoy in January": a clock beside a day or month of its own tells when it was told.</summary>
    private bool HasDay(int clause, int clock)
    {
        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            if (d != clock && clauseOfDate[d] == clause && !DateRules.IsClock(sources.Dates[d]) && sources.Dates[d] is { Bound: DateBound.None, Kind: not TimeKind.Duration })
                return true;
        }

        return false;
    }

    /// <summary>"condemned the shelling of the village on 3 May", days later: the day is that of the deed.</summary>
    private bool IsOfDeed(DateMention date, Clause saying) => date.Value.End < (news ?? lead)?.AddDays(-1) && dated.IsBehindDeed(date, saying);

    /// <summary>"next month on 2 October": of two dates of one clause, the one that lies within the other.</summary>
    private DateMention Finer(int date, int clause)
    {
        PartialDate wide = sources.Dates[date].Value;
        for (int d = date + 1; d < clauseOfDate.Length && clauseOfDate[d] == clause; d++)
        {
            if (sources.Dates[d] is { Bound: DateBound.None, Value: { Start: { } start, End: { } end } fine } && fine.Precision < wide.Precision && start >= wide.Start && end <= wide.End)
                return sources.Dates[d];
        }

        return sources.Dates[date];
    }
}
