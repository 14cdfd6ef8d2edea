using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Gives a bare time of day, and "today" in somebody's words, the day that the text tells for them.</summary>
/// <param name="mentions">The dates found; those that are settled are replaced.</param>
/// <param name="parsed">The document.</param>
/// <param name="marks">What opens and closes somebody's words.</param>
/// <param name="anchors">The day of the report.</param>
internal sealed class ToldDays(ImmutableArray<DateMention>.Builder mentions, ParsedDocument parsed, ImmutableArray<QuotationMarks> marks, DateAnchors anchors)
{
    private const int NearCharacters = 40;
    private const int DaysOfNews = 7;
    private const string Noon = "T12:00";

    // Whether somebody's words are open at a date, found once for each.
    private readonly Dictionary<int, bool> inMarks = [];

    /// <summary>"6 p.m. local time (1700 UTC) tomorrow": the day beside the clock, else one told before it in its paragraph, else the day of the lead; a day to come that was told in passing is not taken over.</summary>
    public void Settle()
    {
        DateOnly? lead = anchors.Narrative ? null : LeadDay();
        int sentence = 0;
        for (int i = 0; i < mentions.Count; i++)
        {
            DateMention mention = mentions[i];
            bool isClock = DateRules.IsClock(mention);
            if (!(isClock || DateRules.CountsFromReport(mention)) || mention.Timex is not { } timex)
                continue;
            while (sentence + 1 < parsed.Sentences.Length && parsed.Sentences[sentence].Range.End <= mention.Range.Start)
                sentence++;
            Sentence own = parsed.Sentences[sentence];
            if (isClock && timex.IndexOf('T', StringComparison.Ordinal) is > 0 and var time)
                mentions[i] = AtClock(i, own, lead, timex[time..]);
            else if (!isClock)
                mentions[i] = InQuotation(i, own, lead);
        }
    }

    private DateMention AtClock(int at, Sentence sentence, DateOnly? lead, string time)
    {
        DateMention clock = mentions[at];

        // "18:05 Talks fail": the stamp of an entry is of the day of its entry, whatever day that tells of.
        if (!anchors.Narrative && anchors.Speech is not null && sentence.Block >= 0 && clock.Range.Start == parsed.Document.Body[sentence.Block].Range.Start)
            return clock;
        DateOnly? day = DayIn(at, sentence.Range);
        if (day is null && !anchors.Narrative && sentence.Block >= 0)
            day = DayBefore(at, parsed.Document.Body[sentence.Block].Range.Start) ?? lead;
        if (day is { } known)
        {
            known = IsMidnightAfter(at, sentence, known, time) && Moment.Add(known, 1, DateGrain.Day) is { } next ? next : known;
            return clock with { Value = PartialDate.Day(known), Timex = Moment.Of(DateGrain.Day, known).Timex + time };
        }

        return !anchors.Narrative && anchors.Speech is { } speech && clock.Value.Start > speech
            ? clock with { Value = PartialDate.Unknown, Timex = "XXXX-XX-XX" + time }
            : clock;
    }

    // "The fire broke out at 7 p.m.; at midnight it was still burning": the midnight that ends the day.
    private bool IsMidnightAfter(int at, Sentence sentence, DateOnly day, string time)
    {
        if (!time.StartsWith("T00:00", StringComparison.Ordinal) || !char.IsLetter(parsed.Text[mentions[at].Range.Start]) || sentence.Block < 0)
            return false;
        int from = parsed.Document.Body[sentence.Block].Range.Start;
        for (int i = at - 1; i >= 0 && mentions[i].Range.Start >= from; i--)
        {
            if (mentions[i] is { Kind: TimeKind.Time, Timex: { } before } && mentions[i].Value.Start == day && before.IndexOf('T', StringComparison.Ordinal) is > 0 and var hour)
                return string.CompareOrdinal(before, hour, Noon, 0, Noon.Length) >= 0 && char.IsAsciiDigit(before[hour + 1]);
        }

        return false;
    }

    // "Today we sign," she said on Thursday: the speaker's day, not that of the report.
    private DateMention InQuotation(int at, Sentence sentence, DateOnly? lead)
    {
        DateMention mention = mentions[at];
        if (anchors.Narrative || anchors.Speech is not { } speech || mention.Value is not { Precision: DatePrecision.Day, Start: { } counted } || !InMarks(mention.Range.Start))
            return mention;
        DateOnly? said = null;
        for (int i = 0; i < mentions.Count && mentions[i].Range.Start < sentence.Range.End; i++)
        {
            if (mentions[i].Range.Start >= sentence.Range.Start && IsDay(mentions[i]) && mentions[i].Value.Start <= speech && !InMarks(mentions[i].Range.Start))
                said = mentions[i].Value.Start;
        }

        // The days of a quotation that runs on are those of the saying that it goes on from.
        said ??= (sentence.Block >= 0 ? DaySaidBefore(at, parsed.Document.Body[sentence.Block].Range.Start, speech) : null) ?? lead;
        if (said is not { } day || Moment.Add(day, counted.DayNumber - speech.DayNumber, DateGrain.Day) is not { } meant)
            return mention;
        string time = mention.Timex is { } timex && timex.IndexOf('T', StringComparison.Ordinal) is > 0 and var from ? timex[from..] : "";
        return mention with { Value = PartialDate.Day(meant), Timex = Moment.Of(DateGrain.Day, meant).Timex + time };
    }

    private DateOnly? DaySaidBefore(int at, int from, DateOnly speech)
    {
        for (int i = at - 1; i >= 0 && mentions[i].Range.Start >= from; i--)
        {
            if (IsDay(mentions[i]) && mentions[i].Value.Start is { } day && day <= speech && day >= speech.AddDays(-DaysOfNews) && !InMarks(mentions[i].Range.Start))
                return day;
        }

        return null;
    }

    private Sentence SentenceAt(int position)
    {
        foreach (Sentence sentence in parsed.Sentences)
        {
            if (sentence.Range.Contains(position))
                return sentence;
        }

        return parsed.Sentences[^1];
    }

    private DateOnly? DayIn(int clock, TextRange sentence)
    {
        int end = mentions[clock].Range.End;
        for (int i = clock + 1; i < mentions.Count && mentions[i].Range.Start < Math.Min(sentence.End, end + NearCharacters); i++)
        {
            if (NamesDay(mentions[i]))
                return mentions[i].Value.Start;
            end = mentions[i].Range.End;
        }

        if (DayBefore(clock, sentence.Start) is { } before)
            return before;
        for (int i = clock + 1; i < mentions.Count && mentions[i].Range.Start < sentence.End; i++)
        {
            if (IsDay(mentions[i]))
                return mentions[i].Value.Start;
        }

        return null;
    }

    private DateOnly? DayBefore(int clock, int from)
    {
        for (int i = clock - 1; i >= 0 && mentions[i].Range.Start >= from; i--)
        {
            if (NamesDay(mentions[i]))
                return mentions[i].Value.Start;
        }

        return null;
    }

    /// <summary>The first day that the first paragraph tells, when it lies in the week before the report.</summary>
    private DateOnly? LeadDay()
    {
        if (anchors.Speech is not { } speech)
            return null;
        foreach (Model.Block block in parsed.Document.Body)
        {
            if (block.Kind != BlockKind.Paragraph)
                continue;
            foreach (DateMention mention in mentions)
            {
                bool inDateline = parsed.Document.Dateline is { } line && line.Range.Overlaps(mention.Range);
                if (!inDateline && block.Range.Contains(mention.Range) && IsDay(mention) && mention.Value.Start <= speech)
                    return mention.Value.Start >= speech.AddDays(-DaysOfNews) ? mention.Value.Start : null;
            }

            return null;
        }

        return null;
    }

    private bool InMarks(int at)
    {
        if (!inMarks.TryGetValue(at, out bool known))
            inMarks[at] = known = IsMarked(at, SentenceAt(at));
        return known;
    }

    private bool IsMarked(int at, Sentence sentence)
    {
        string? close = null;
        for (int i = sentence.Block < 0 ? sentence.Range.Start : parsed.Document.Body[sentence.Block].Range.Start; i < at; i++)
        {
            if (close is null)
                close = ClosingAt(i);
            else if (string.CompareOrdinal(parsed.Text, i, close, 0, close.Length) == 0)
                close = null;
        }

        return close is not null;
    }

    private string? ClosingAt(int at)
    {
        foreach (QuotationMarks pair in marks)
        {
            if (!pair.Single && string.CompareOrdinal(parsed.Text, at, pair.Open, 0, pair.Open.Length) == 0)
                return pair.Close;
        }

        return null;
    }

    // "3 p.m. local time on Monday (1800 UTC)": a time that is told with its day.
    private static bool NamesDay(DateMention mention) =>
        IsDay(mention) || (mention is { Kind: TimeKind.Time, Value.Precision: DatePrecision.Day } && !DateRules.IsClock(mention));

    private static bool IsDay(DateMention mention) => mention is { Kind: TimeKind.Date, Value.Precision: DatePrecision.Day };
}
