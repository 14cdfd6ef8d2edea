using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Coding;

/// <summary>Gives a bare time of day the day that its own sentence tells.</summary>
internal static class ClockDays
{
    private const int NearCharacters = 40;
    private const string Rule = "date.clock.told";

    /// <summary>"6 p.m. local time (1700 UTC) tomorrow": the day behind the clock, else the one before it in the sentence; a day to come that was told in passing is not taken over.</summary>
    public static void Settle(ImmutableArray<DateMention>.Builder mentions, ImmutableArray<Sentence> sentences, DateAnchors anchors)
    {
        int sentence = 0;
        for (int i = 0; i < mentions.Count; i++)
        {
            DateMention clock = mentions[i];
            if (clock.Rule.ToString() != Rule || clock.Timex is not { } timex || timex.IndexOf('T', StringComparison.Ordinal) is not (> 0 and var time))
                continue;
            while (sentence + 1 < sentences.Length && sentences[sentence].Range.End <= clock.Range.Start)
                sentence++;
            TextRange own = sentences[sentence].Range;
            if (DayIn(mentions, i, own) is { } day)
                mentions[i] = clock with { Value = PartialDate.Day(day), Timex = Moment.Of(DateGrain.Day, day).Timex + timex[time..] };
            else if (!anchors.Narrative && anchors.Speech is { } speech && clock.Value.Start > speech)
                mentions[i] = clock with { Value = PartialDate.Unknown, Timex = "XXXX-XX-XX" + timex[time..] };
        }
    }

    private static DateOnly? DayIn(ImmutableArray<DateMention>.Builder mentions, int clock, TextRange sentence)
    {
        int end = mentions[clock].Range.End;
        for (int i = clock + 1; i < mentions.Count && mentions[i].Range.Start < Math.Min(sentence.End, end + NearCharacters); i++)
        {
            if (IsDay(mentions[i]))
                return mentions[i].Value.Start;
            end = mentions[i].Range.End;
        }

        for (int i = clock - 1; i >= 0 && mentions[i].Range.Start >= sentence.Start; i--)
        {
            if (IsDay(mentions[i]))
                return mentions[i].Value.Start;
        }

        return null;
    }

    private static bool IsDay(DateMention mention) => mention is { Kind: TimeKind.Date, Value.Precision: DatePrecision.Day };
}
