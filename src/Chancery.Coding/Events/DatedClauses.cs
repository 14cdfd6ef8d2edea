using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Finds the clause that each date of a document hangs on.</summary>
/// <param name="sources">The document.</param>
/// <param name="words">The language's words of time.</param>
internal sealed class DatedClauses(EventSources sources, DateGrammar words)
{
    /// <summary>For each date the clause that it would hang on did it not frame another: "were killed on Friday when shells fell"; -1 for none.</summary>
    public int[] FramedBy { get; } = new int[sources.Dates.Length];

    /// <summary>For each date its clause, or -1.</summary>
    public int[] Find()
    {
        var clauseOfDate = new int[sources.Dates.Length];
        Array.Fill(FramedBy, -1);
        int token = 0;
        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            TextRange range = sources.Dates[d].Range;
            while (token < sources.Tree.Count && sources.Tree[token].Range.End <= range.Start)
                token++;
            clauseOfDate[d] = token < sources.Tree.Count ? ClauseBefore(token) is >= 0 and var beside ? beside : BeforeVerb(token, range) is >= 0 and var behind ? behind : BehindInsertion(ClauseAbove(token, sources.Dates[d]), range) : -1;
        }

        for (int d = 0; d < clauseOfDate.Length; d++)
        {
            if (ClauseAfterWhen(sources.Dates[d].Range) is not (>= 0 and var framed))
                continue;
            if (sources.Dates[d].Bound == DateBound.Since)
            {
                FramedBy[d] = framed;
                continue;
            }

            int first = TokenPlaces.FirstFrom(sources.Tree.Parsed, sources.Dates[d].Range.End);
            if (first < sources.Tree.Count && sources.Tree[first].Pos != PartOfSpeech.Punct && sources.Clauses[framed].Governor == clauseOfDate[d])
                FramedBy[d] = clauseOfDate[d];
            clauseOfDate[d] = framed;
        }

        return clauseOfDate;
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

    /// <summary>"said on Friday …", "said late Sunday …": the day right behind a verb of the past is the verb's, whatever the words after it make of the tree. -1 for none.</summary>
    private int ClauseBefore(int token)
    {
        DocumentTree tree = sources.Tree;
        int verb = token - 1;
        while (verb > 0 && token - verb < 3 && tree[verb].Pos is PartOfSpeech.Adp or PartOfSpeech.Adv)
            verb--;
        bool sharesSentence = verb >= 0 && tree.SentenceOf(verb) == tree.SentenceOf(token);
        bool isPart = tree[token].Relation == Relation.Nsubj || (token + 1 < tree.Count && tree[token + 1].Relation is Relation.Case or Relation.Nsubj or Relation.Compound);
        return sharesSentence && !isPart && tree[verb].Pos == PartOfSpeech.Verb && sources.Clauses.At(verb) is >= 0 and var clause
            && sources.Clauses[clause] is { Tense: Tense.Past, IsPassive: false } && sources.IsSaying(sources.Clauses[clause]) ? clause : -1;
    }

    /// <summary>"Chad, which shelters refugees, on Thursday shut a crossing": the day between the comma that closes an insertion and a verb is the verb's. -1 for none.</summary>
    private int BeforeVerb(int token, TextRange date)
    {
        DocumentTree tree = sources.Tree;
        int verb = TokenPlaces.FirstFrom(tree.Parsed, date.End);
        int before = token > 0 && tree[token - 1].Relation == Relation.Case ? token - 2 : token - 1;
        if (verb >= tree.Count || before <= 0 || tree.Form(before) is not "," || tree.SentenceOf(before) != tree.SentenceOf(verb) || tree[verb].Tag is not ("VBD" or "VBZ") || sources.Clauses.At(verb) is not (>= 0 and var index))
            return -1;
        return sources.Clauses[index] is { Kind: PredicateKind.Verb, Tense: Tense.Past or Tense.Present } clause && clause.Find(Roles.Subject) is var subject && subject >= 0 && subject < before ? index : -1;
    }

    /// <summary>"was convicted of fraud, committed as a judge, in 2011": the date behind the comma that closes an insertion belongs to what it was put into.</summary>
    private int BehindInsertion(int index, TextRange date)
    {
        if (index < 0 || sources.Clauses[index] is not { Tense: Tense.None, Kind: PredicateKind.Verb, Governor: >= 0 } inner)
            return index;
        Clause told = sources.Clauses[inner.Governor];
        if (told.Tense != Tense.Past || inner.Predicate < told.Predicate)
            return index;
        DocumentTree tree = sources.Tree;
        int first = TokenPlaces.FirstFrom(tree.Parsed, date.Start);
        int before = first > 0 && tree[first - 1].Relation == Relation.Case ? first - 2 : first - 1;
        return before > inner.Predicate && tree[before].Pos == PartOfSpeech.Punct ? inner.Governor : index;
    }

    // The head of the expression is the token in it whose own head lies outside.
    private int ClauseAbove(int token, DateMention date)
    {
        DocumentTree tree = sources.Tree;
        TextRange range = date.Range;
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

        // "an agreement for the period 2024-2028": a span of years is that of a thing.
        int behind = TokenPlaces.FirstFrom(tree.Parsed, range.End);
        if (date.Value.Precision == DatePrecision.Year && behind + 1 < tree.Count && tree[behind].Pos == PartOfSpeech.Punct && tree[behind].Range.Start == range.End && tree[behind + 1].Pos == PartOfSpeech.Num && tree[behind + 1].Range.Start == tree[behind].Range.End)
            return -1;

        // "signed a programme for 2024": the time of a thing, not of what is done with it.
        bool isFor = tree.Is(tree.Case(head), WordFunction.Goal);
        if (isFor && tree[head].Relation == Relation.Nmod)
            return -1;
        bool isForYear = isFor && date.Value.Precision == DatePrecision.Year;
        for (int i = head; i >= 0; i = tree.Head(i))
        {
            // "Born Ann Lee on 3 May 1950, she met …": the day of the participle before a name is not that of the verb behind it.
            if (i != head && tree[i] is { Pos: PartOfSpeech.Verb, Relation: Relation.Amod, Tag: "VBN" } && sources.Clauses.At(i) < 0)
                return -1;

            // "was found guilty in May": the day is that of the finding; and "March" is no march.
            if (!range.Overlaps(tree[i].Range) && sources.Clauses.At(i) is >= 0 and var clause && sources.Clauses[clause] is not { Kind: PredicateKind.Adjective, Tense: Tense.None, Link: ClauseLink.Complement, Governor: >= 0 })
            {
                // "On 12 June, minutes before they voted, he left": a date before the word that opens a clause stands outside it.
                if (tree.Child(i, Relation.Mark) is >= 0 and var mark && range.End < tree[mark].Range.Start && sources.Clauses[clause] is { Governor: >= 0, Tense: not Tense.None } inner && inner.Predicate < sources.Clauses[inner.Governor].Predicate)
                    clause = inner.Governor;
                return isForYear && sources.Clauses[clause] is { Tense: Tense.Past, IsPassive: false } ? -1 : clause;
            }
        }

        return -1;
    }
}
