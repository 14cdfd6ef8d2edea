using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Time expressions: found by the rules of the language, valued from left to right, each leaning on what was told before.</summary>
public static class Dates
{
    // "In 1968" and "By the end of 1968" open a sentence.
    private const int OpeningPieces = 4;

    /// <summary>All time expressions of a document, in text order and without overlap.</summary>
    /// <param name="parsed">The parsed document.</param>
    /// <param name="names">What is named in it, in text order: "the March 14 Alliance" tells no day.</param>
    /// <param name="language">Its words of time.</param>
    /// <param name="problems">Takes what is wrong with dates.</param>
    public static ImmutableArray<DateMention> Find(ParsedDocument parsed, ImmutableArray<EntityMention> names, Language language, List<Diagnostic> problems)
    {
        DateGrammar grammar = language.Dates;
        var found = new List<(DateText Text, DateMatch Match)>();
        foreach (Sentence sentence in parsed.Sentences)
            Match(new DateText(parsed, sentence), names, grammar, found);

        DateOnly? speech = SpeechDay(parsed.Document);
        var anchors = new DateAnchors(speech, speech is { } day && parsed.Document.Dateline is null && DateRegister.IsNarrative(found, day), parsed.Document.Dateline is not null || DateRegister.IsNews(found));
        var resolver = new DateResolver(anchors);
        var direction = new DateDirections(parsed, language);
        var mentions = ImmutableArray.CreateBuilder<DateMention>();
        DateText? open = null;
        foreach ((DateText text, DateMatch match) in found)
        {
            if (text != open)
                (open, anchors.Sentence) = (text, anchors.Sentence + 1);
            anchors.OpensBlock = match.Start == 0 && text.OpensBlock;

            // "Wed 22:10 Army on alert" stamps what is already told.
            anchors.Direction = anchors.OpensBlock && text.IsStamp(match) ? DateDirection.Past : direction.Of(text, match);
            anchors.IsBeforeThen = anchors.OpensBlock && direction.IsPastPerfect(text, match);
            anchors.Describes = text.IsBeforeNoun(match.End - 1);
            DateTerm term = resolver.Resolve(match);
            TextRange range = RangeOf(text, match.Start, match.End);
            if (term.Impossible)
                problems.Add(new(DiagnosticId.ImpossibleDate, Severity.Warning, range, $"'{range.Of(parsed.Text)}' is on no calendar; no date was read"));
            if (resolver.Contradiction is { } contradiction)
                problems.Add(new(DiagnosticId.ContradictoryDates, Severity.Warning, range, contradiction));
            if (term.Moment is not { } moment)
                continue;
            if (term is { Second: { } second, Between: { } between })
            {
                Add(moment, text, match, match.Start, between.Start, DateBound.None);
                Add(second, text, match, between.End, match.End, mentions[^1].Bound == DateBound.From ? DateBound.To : DateBound.None);
            }
            else
            {
                Add(moment, text, match, match.Start, match.End, DateBound.None);
            }
        }

        new ToldDays(mentions, parsed, language.QuotationMarks, anchors).Settle();
        return mentions.ToImmutable();

        void Add(Moment moment, DateText text, DateMatch match, int start, int end, DateBound bound)
        {
            DateBound last = mentions.Count > 0 && text.Sentence.Range.Contains(mentions[^1].Range) ? mentions[^1].Bound : DateBound.None;
            mentions.Add(new DateMention(RangeOf(text, start, end), moment.Value, moment.Timex, moment.Kind, match.Rule.Basis)
            {
                Bound = bound == DateBound.None ? DateBounds.Before(text, start, grammar, last) : bound,
                Rule = new RuleId("date." + match.Rule.Name),
            });
            anchors.Tell(moment, start <= OpeningPieces, DateRegister.NamesYear(match), mentions[^1].Bound is DateBound.Since or DateBound.Until, text.IsBeforeNoun(end - 1), anchors.OpensBlock && (text.IsSetApart(end) || text.IsStamp(match)));
        }
    }

    /// <summary>The day on which the report speaks: the dateline's, else that of publication.</summary>
    internal static DateOnly? SpeechDay(Document document) =>
        document.Dateline?.Date is { Precision: DatePrecision.Day, Start: { } line } ? line
        : document.Published is { Date: { Precision: DatePrecision.Day, Start: { } day } } ? day
        : null;

    private static void Match(DateText text, ImmutableArray<EntityMention> names, DateGrammar grammar, List<(DateText Text, DateMatch Match)> found)
    {
        var matcher = new DateMatcher(text, grammar);
        for (int i = 0; i < text.Pieces.Length;)
        {
            if (!MayBegin(text, i) || matcher.At(i) is not { } match)
            {
                i++;
                continue;
            }

            if (!text.IsInName(match.Start, match.End) && !text.IsOfPaper(match.Start, match.End, grammar) && !IsOfName(RangeOf(text, match.Start, match.End), names))
                found.Add((text, match));
            i = match.End;
        }
    }

    // Within a name, and not its end: "the March 14 Alliance", but not "the Constitution of 1993".
    private static bool IsOfName(TextRange range, ImmutableArray<EntityMention> names)
    {
        int low = 0, high = names.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names[middle].Range.Start <= range.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && names[low - 1] is { Kind: MentionKind.Name, Range: var name } && name.Contains(range) && name.End > range.End;
    }

    // Not in the middle of a number, a sum of money, a code or an abbreviation.
    private static bool MayBegin(DateText text, int at)
    {
        DatePiece piece = text.Pieces[at];
        if (at == 0 || !piece.Glued)
            return at == 0 || !(piece.IsDigits && text.Pieces[at - 1].Word is "$" or "€" or "£" or "¥" or "#");
        DatePiece before = text.Pieces[at - 1];
        if (before.IsDigits || before.IsLetters)
            return false;
        bool number = at >= 2 && before.Glued && text.Pieces[at - 2].IsDigits;
        return before.Word switch
        {
            "," or ":" or "/" or "-" or "–" => !number,
            "." or "$" or "€" or "£" or "¥" or "#" or "&" or "@" or "+" or "_" => false,
            "'" or "’" => !piece.IsDigits,
            _ => true,
        };
    }

    private static TextRange RangeOf(DateText text, int start, int end) =>
        text.Pieces[start].Range.Union(text.Pieces[end - 1].Range);
}
