using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>
/// The judgement which lines of a plain text that was once a page are the report: what a line shows by itself, then where it
/// stands between the headline, the first and the last paragraph, then whether its words are those of the rest.
/// </summary>
internal sealed class TextJudgement
{
    private const int FewWords = 12;
    private const int FewestParagraphs = 3;

    /// <summary>Of the running text so many lines are looked at for the words of the headline.</summary>
    private const int MostCompared = 60;

    private const int LongestHeadline = 25;
    private const int FewestWords = 3;
    private const int LongestName = 5;
    private const int FewestReleaseWords = 6;

    /// <summary>Of the lines that could be the headline the first is it that has so much of the best one's share of known words.</summary>
    private const double NearlyAll = 0.75;

    /// <summary>A first paragraph is a headline only if this share of its words come again.</summary>
    private const double SureShare = 0.4;

    /// <summary>More lines than these between headline and text are no deck.</summary>
    private const int MostDecks = 3;
    private readonly List<TextLine> lines;
    private readonly PageKnowledge pages;
    private readonly string?[] reasons;
    private readonly Func<TextLine, WrittenDateline?> dateline;
    private readonly bool isGiven;

    private TextJudgement(List<TextLine> lines, PageKnowledge pages, bool isGiven, Func<TextLine, WrittenDateline?> dateline)
    {
        this.lines = lines;
        this.pages = pages;
        this.isGiven = isGiven;
        this.dateline = dateline;
        reasons = new string?[lines.Count];
    }

    /// <param name="lines">The text.</param>
    /// <param name="title">The title that a container gave, or null.</param>
    /// <param name="isGiven">True for text that a program gave as the report itself: only what is surely no part of it goes.</param>
    /// <param name="pages">Phrases and labels.</param>
    /// <param name="dateline">The dateline that a line opens with, or null.</param>
    public static JudgedText Judge(List<TextLine> lines, string? title, bool isGiven, PageKnowledge pages, Func<TextLine, WrittenDateline?> dateline)
    {
        var judgement = new TextJudgement(lines, pages, isGiven, dateline);
        bool[] foreign = Script.Foreign([.. lines.Select(line => line.Text)]);
        for (int i = 0; i < lines.Count; i++)
            judgement.reasons[i] = judgement.OwnReason(lines[i], i) ?? (foreign[i] && !isGiven ? "other script" : null);
        if (lines.Count == 1 && isGiven)
            return new JudgedText(lines, [null], title is not null && lines[0].Text == title ? 0 : -1, []);
        return judgement.Place(title);
    }

    private JudgedText Place(string? title)
    {
        (int from, int end) = isGiven ? (0, lines.Count) : TextCore.Find(lines, reasons);
        int first = FirstParagraph(from, end);
        int headline = Headline(first, title);
        if (headline == first)
            first = FirstParagraph(first + 1, end);
        int last = LastParagraph(end);
        var decks = new HashSet<int>();
        if (!isGiven)
        {
            JudgeHead(headline, first, decks);
            last = CutComments(first, last);
            JudgeTail(last);
            JudgeBetween(first, last);
        }

        if (headline >= 0)
            reasons[headline] = null;
        return new JudgedText(lines, reasons, headline, decks);
    }

    private int FirstParagraph(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (reasons[i] is null && (lines[i].IsProse || dateline(lines[i]) is not null))
                return i;
        }

        return end;
    }

    private int LastParagraph(int end)
    {
        for (int i = end - 1; i >= 0; i--)
        {
            if (reasons[i] is null && (lines[i].IsProse || lines[i].EndsSentence && lines[i].Words.Count >= 4))
                return i;
        }

        return -1;
    }

    /// <summary>
    /// The line that is the given title, else of the lines above the first paragraph that are long enough for one the first most of
    /// whose words come again below it; where none has such words the first.
    /// </summary>
    private int Headline(int first, string? title)
    {
        if (title is not null)
            return lines.FindIndex(0, Math.Min(lines.Count, 10), line => line.Text == title.Trim());
        if (isGiven || lines.Count < 2)
            return -1;
        WordStems below = WordsBelow(first);
        var shares = new List<(int Line, double Share)>();
        for (int i = 0; i <= Math.Min(first, lines.Count - 1); i++)
        {
            TextLine line = lines[i];
            if (reasons[i] is not null || line.IsItem || LineSigns.IsSlug(line.Text) || line.Words.Count < 3 || line.Text.Length > 250 || LineParts.IsRow(line.Text, true, true) || dateline(line)?.Date is not null)
                continue;

            // The first paragraph itself may be a headline that ends in a cry or a quotation.
            if (i == first && (line.EndsStatement || line.Words.Count > LongestHeadline || dateline(line) is not null))
                continue;
            if (i == first)
                below.Remove(line);
            shares.Add((i, below.ShareOf(line)));
        }

        if (shares.Count == 0)
            return -1;
        // "THE SUVA HERALD" right above a menu is the page's own name.
        if (shares.Count > 1 && lines[shares[0].Line].Words.Count <= LongestName && reasons[shares[0].Line + 1] == "navigation" && shares.Exists(candidate => lines[candidate.Line].Words.Count > LongestName))
            shares.RemoveAt(0);

        // The name of a paper may be in the text as often as the headline's words: three words are one only where nothing longer says as much.
        double longer = shares.Max(candidate => lines[candidate.Line].Words.Count > FewestWords ? candidate.Share : 0);
        if (longer >= SureShare)
            shares.RemoveAll(candidate => lines[candidate.Line].Words.Count <= FewestWords);
        if (shares.FindIndex(candidate => IsRelease(lines[candidate.Line])) is >= 0 and var release)
            return shares[release].Line;
        double most = shares.Max(candidate => candidate.Share);
        int best = shares.Find(candidate => candidate.Share >= most * NearlyAll).Line;
        return best == first && most < SureShare ? shares[0].Line == first ? -1 : shares[0].Line : best;
    }

    /// <summary>"PRESS RELEASE on the visit of the envoy": a line by which a release names itself and what it is about.</summary>
    private bool IsRelease(TextLine line)
    {
        if (line.Words.Count < FewestReleaseWords)
            return false;
        for (int words = 1; words <= 2; words++)
        {
            if (pages.Labels.Lookup(line.Text.AsSpan(0, line.Words[words - 1].End)) == LineLabel.Release)
                return true;
        }

        return false;
    }

    /// <summary>The words of the running text from a line on.</summary>
    private WordStems WordsBelow(int first)
    {
        var stems = new WordStems();
        for (int i = first; i < Math.Min(lines.Count, first + MostCompared); i++)
        {
            if (reasons[i] is null && lines[i].EndsSentence)
                stems.Add(lines[i]);
        }

        return stems;
    }

    /// <summary>Above the first paragraph: names of sections before the headline, behind it the deck and what stood about the picture.</summary>
    private void JudgeHead(int headline, int first, HashSet<int> decks)
    {
        bool sawPicture = false;
        for (int i = 0; i < Math.Min(first, lines.Count); i++)
        {
            sawPicture |= i > headline && (reasons[i] == "caption" || reasons[i] == "credit" && (lines[i].Text[0] != '(' || pages.CaptionMarks.HasCredit(lines[i].Text)));
            if (i == headline || reasons[i] is not null)
                continue;
            if (i < headline && dateline(lines[i])?.Date is not null)
                reasons[i] = "date line";
            else if (headline < 0 || i < headline || LineParts.IsMenu(lines[i].Text, true))
                reasons[i] = "navigation";
            else if (dateline(lines[i]) is not null)
                reasons[i] = "date line";
            else if (i == first - 1 && lines[i].Text is { Length: 4 } year && !year.AsSpan().ContainsAnyExceptInRange('0', '9'))
                continue;
            else if (lines[i].Words.Count < 4)
                reasons[i] = "page furniture";
            else if (sawPicture)
                reasons[i] = "caption";
            else
                decks.Add(i);
        }

        if (decks.Count > MostDecks)
            DropStrangeDecks(first, decks);

        // A line that repeats the beginning of its neighbour, the credit aside, stood under the same picture.
        for (int i = 1; i < Math.Min(first, lines.Count); i++)
        {
            if (reasons[i] is null or "caption" && decks.Contains(i - 1) && lines[i - 1].Text.StartsWith(lines[i].Text, StringComparison.Ordinal))
                decks.Remove(i - 1);
        }
    }

    /// <summary>Many lines between headline and text are a list of links; what says the words of the text may still be its summary.</summary>
    private void DropStrangeDecks(int first, HashSet<int> decks)
    {
        WordStems below = WordsBelow(first);
        foreach (int deck in decks.Where(deck => below.ShareOf(lines[deck]) < SureShare).ToList())
        {
            decks.Remove(deck);
            reasons[deck] = "navigation";
        }
    }

    /// <summary>Behind the last paragraph nothing is the report.</summary>
    private void JudgeTail(int last)
    {
        string? before = null;
        for (int i = last + 1; i < lines.Count && last >= 0; i++)
        {
            bool listed = before is "navigation" or "related link" or "comment";
            bool closes = before is null && (lines[i].Text.StartsWith('-') || lines[i].Text.StartsWith('\u2022'));
            reasons[i] ??= closes ? null : listed ? before : "page furniture";
            before = reasons[i];
        }
    }

    /// <summary>A short line between paragraphs is a heading of the report when its names are those of the report, else the headline of another.</summary>
    private void JudgeBetween(int first, int last)
    {
        WordStems? stems = null;
        bool listed = false, linked = false;
        for (int i = first + 1; i < last; i++)
        {
            TextLine line = lines[i];
            if (reasons[i] is not null)
            {
                listed = reasons[i] is "related link" or "navigation" or "media player";
                linked = reasons[i] == "related link";
                continue;
            }

            // Below "You may also like" every point is a link, whatever words it shares with the report.
            if (linked && line.Words.Count <= FewWords && !line.EndsSentence && line.Text[0] is '-' or '\u2022' or '*' or '\u00B7' or '>')
            {
                reasons[i] = "related link";
                continue;
            }

            linked = false;

            if (line.IsItem || line.Words.Count > 16 || line.Text.StartsWith('"') || line.Text.StartsWith('\u201C') || line.Text.StartsWith('-') || line.EndsSentence && !line.Text.EndsWith('?'))
            {
                listed = false;
                continue;
            }

            stems ??= KeptWords();
            stems.Remove(line);
            if (stems.IsForeign(line) || listed && stems.ShareOf(line) == 0)
                reasons[i] = "related link";
            else
                stems.Add(line);
            listed = reasons[i] is not null;
        }
    }

    /// <summary>
    /// Behind a line that opens the comments nothing is the report, if most of the text stands before it: the same words above the
    /// first paragraphs are a button.
    /// </summary>
    private int CutComments(int first, int last)
    {
        int all = 0;
        for (int i = first; i <= last; i++)
            all += IsKeptProse(i) ? 1 : 0;
        int before = 0;
        for (int i = first; i <= last; i++)
        {
            before += IsKeptProse(i) ? 1 : 0;
            if (reasons[i] != "comment" || before < FewestParagraphs || before < all * 0.6)
                continue;
            for (int k = i + 1; k <= last; k++)
                reasons[k] ??= "comment";
            return LastParagraph(i);
        }

        return last;

        bool IsKeptProse(int line) => reasons[line] is null && lines[line].IsProse;
    }

    /// <summary>The words of what is kept so far.</summary>
    private WordStems KeptWords()
    {
        var stems = new WordStems();
        for (int i = 0; i < lines.Count; i++)
        {
            if (reasons[i] is null)
                stems.Add(lines[i]);
        }

        return stems;
    }

    private string? OwnReason(TextLine line, int at)
    {
        if (line.Text.Length > 2000)
            return null;
        if (SourceLine.Is(line.Text, pages.Labels))
            return "source line";
        LinePhrase? phrase = pages.Phrases.Find(line.Text);
        if (phrase is not null && (!isGiven || phrase.Place == PhrasePlace.Whole && phrase.Words.Length > 1 || phrase.Place == PhrasePlace.Start && line.Words.Count < FewWords && !line.EndsSentence))
            return phrase.Reason;
        if (LineSigns.IsAddress(line.Text))
            return "address";
        if (LineSigns.IsTracking(line.Text))
            return "tracking string";
        if (!LineSigns.HasLetter(line.Text))
            return "ornament";
        if (isGiven)
            return null;
        if (!line.EndsSentence && pages.Phrases.FindBar(line.Text) is { } bar)
            return bar;
        if (LineParts.IsDate(line.Text, pages.Calendars))
            return "date line";
        if (LineParts.IsMenu(line.Text, false))
            return "navigation";
        if (pages.Labels.Find(line.Text, out _) == LineLabel.Media && line.Words.Count <= FewWords && !line.EndsSentence)
            return "media player";

        // A long first line that credits somebody ("TALKS IN SUVA - COMMUNIQUE (text of the press service)") is the headline: no picture stands above all.
        bool isHead = at == 0 && line.Words.Count >= FewestReleaseWords && pages.Labels.Find(line.Text.AsSpan().TrimStart("[("), out _) != LineLabel.Photo;
        return (isHead ? null : Captions.ReasonOf(line, pages.CaptionMarks, pages.Labels)) ?? (Bylines.Is(line, pages) ? "byline" : LineSigns.IsDate(line.Text, pages.Calendars) ? "date line" : LineParts.EndsWithLength(line) ? "media player" : null);
    }
}

/// <summary>A plain text whose lines have been judged.</summary>
/// <param name="Lines">Its paragraphs.</param>
/// <param name="Reasons">For each why it is no part of the report, or null where it is.</param>
/// <param name="Headline">The index of the title; -1 where none is.</param>
/// <param name="Decks">Lines that are the summary under the headline.</param>
internal sealed record JudgedText(List<TextLine> Lines, string?[] Reasons, int Headline, HashSet<int> Decks);
