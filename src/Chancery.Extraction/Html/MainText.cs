using System.Collections.Frozen;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>
/// The judgement which lines of a page are the report. Every line weighs for or against the element that holds it; the
/// element whose lines weigh most is the report, and inside it lines still go by what they, or their element, say of themselves.
/// </summary>
internal sealed class MainText
{
    /// <summary>The reason of the line that is kept as the deck.</summary>
    public const string Deck = "deck";

    /// <summary>The reason of a line that is the title.</summary>
    public const string Headline = "title";

    /// <summary>A line that says the title again is no part of the report, unless it is so short that it may say it by chance.</summary>
    private const int ShortestTitle = 15;

    private const int LongestCaption = 200;
    private const int ShortestOpening = 40;
    private const int MostNotes = 3;
    private const double LeastBefore = 0.6;
    private const double UncertainShare = 0.5;
    private const double CertainShare = 0.9;

    /// <summary>Reasons whose names designers also give to the report itself.</summary>
    private static readonly FrozenSet<string> Doubtful = FrozenSet.Create(StringComparer.Ordinal, "gallery", "hidden", "form", "media player", "navigation", "footer", "sidebar", "advertisement");

    private readonly PageTree tree;
    private readonly PageKnowledge pages;
    private readonly string? title;

    /// <summary>The first line that is the title; -1 where none is.</summary>
    private readonly int headline;
    private readonly string?[] hintReasons;
    private readonly double[] weights;
    private readonly double[] sums;

    private MainText(PageTree tree, PageKnowledge pages, string? title)
    {
        this.tree = tree;
        this.pages = pages;
        this.title = title;
        headline = title is null ? -1 : tree.Lines.FindIndex(IsHeadline);
        hintReasons = new string?[tree.Lines.Count];
        weights = new double[tree.Lines.Count];
        sums = new double[tree.Lines.Count + 1];
    }

    /// <summary>For each line why it is no part of the report, or null where it is.</summary>
    public static string?[] Judge(PageTree tree, PageKnowledge pages, string? title)
    {
        if (tree.Lines.Count == 0)
            return [];
        var judgement = new MainText(tree, pages, title);
        judgement.Weigh();
        return judgement.Reasons(judgement.Root());
    }

    private void Weigh()
    {
        double[] plain = new double[tree.Lines.Count + 1];
        for (int i = 0; i < tree.Lines.Count; i++)
        {
            weights[i] = Weight(tree.Lines[i]);
            plain[i + 1] = plain[i] + Math.Max(0, weights[i]);
        }

        double all = Math.Max(1, plain[^1]);

        string?[] reasons = SectionReasons(plain, all, []);
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < tree.Lines.Count; i++)
        {
            if (reasons[tree.Lines[i].Section] is { } reason)
                shares[reason] = shares.GetValueOrDefault(reason) + (plain[i + 1] - plain[i]) / all;
        }

        // A name that is found on most of the text, if on several elements, does not mean here what it means elsewhere.
        double left = 1 - shares.Values.Sum();
        HashSet<string> useless = [.. shares.Where(share => share.Value > UncertainShare + 0.2 && left < 0.15 && Doubtful.Contains(share.Key)).Select(share => share.Key)];
        if (tree.Sections.Where((section, s) => reasons[s] is null && (section.IsDeclaredBody || section.Hint is { IsBody: true })).Any(section => plain[section.End] > plain[section.First]))
            useless.Clear();
        if (useless.Count > 0)
            reasons = SectionReasons(plain, all, useless);

        for (int i = 0; i < tree.Lines.Count; i++)
        {
            hintReasons[i] = reasons[tree.Lines[i].Section];
            double weight = weights[i];
            if (weight <= 0 && tree.Lines[i].LinkShare <= 0.5 && IsInDeclaredBody(tree.Lines[i].Section))
                weight = Math.Max(5, tree.Lines[i].Text.Length * 0.5);
            weights[i] = hintReasons[i] is null ? weight : Math.Min(weight, 0) * 0.5;
            sums[i + 1] = sums[i] + weights[i];
        }
    }

    /// <summary>True for an element around the headline, which is more than its name says.</summary>
    private bool Encloses(PageSection section) => headline >= section.First && headline < section.End && section.End - section.First > 8;

    private bool IsHeadline(PageLine line) => line.Kind == LineKind.Heading && line.Level <= 2 && title is not null && PageTitle.Agree(line.Text, title);

    private bool IsInDeclaredBody(int section)
    {
        for (; section >= 0; section = tree.Sections[section].Parent)
        {
            if (tree.Sections[section].IsDeclaredBody)
                return true;
        }

        return false;
    }

    private string?[] SectionReasons(double[] plain, double all, HashSet<string> useless)
    {
        bool[] teasers = TeaserLists.Find(tree, plain);
        var reasons = new string?[tree.Sections.Count];
        for (int s = 0; s < tree.Sections.Count; s++)
        {
            PageSection section = tree.Sections[s];
            string? outer = section.Parent < 0 ? null : reasons[section.Parent];
            reasons[s] = outer;
            double share = (plain[section.End] - plain[section.First]) / all;
            if (outer is not null)
                continue;
            if (section.Hint is { IsBody: false } hint && !useless.Contains(hint.Reason) && (hint.Certain || !Encloses(section)) && share < (hint.Certain ? CertainShare : UncertainShare))
                reasons[s] = hint.Reason;
            else if (teasers[s] && section.Hint is not { IsBody: true } && share < UncertainShare)
                reasons[s] = "related link";
        }

        return reasons;
    }

    /// <summary>Sentences weigh for the report by their length, links and scraps against it.</summary>
    private double Weight(PageLine line)
    {
        bool ends = Sentences.EndsOne(line.Text) || pages.EndMarks.StartIn(line.Text) is > 0 and var mark && Sentences.EndsOne(line.Text.AsSpan(0, mark));
        double length = Script.WideLength(line.Text);
        double own = length * (1 - line.LinkShare);
        if (line.Kind == LineKind.Heading)
            return line.LinkShare > 0.5 ? -20 : 0;
        if (line.LinkShare > 0.5)
            return -15 - length * 0.1;
        if (own >= 40 && (ends || own >= 100))
            return Math.Min(own, 600);
        if (own >= 25 && ends)
            return own * 0.5;
        return line.Kind == LineKind.ListItem ? -6 : -10;
    }

    private int Root()
    {
        int best = 0;
        double most = double.NegativeInfinity;
        for (int s = 0; s < tree.Sections.Count; s++)
        {
            PageSection section = tree.Sections[s];
            double sum = sums[section.End] - sums[section.First];
            if (sum > 0 && (section.IsDeclaredBody || section.IsDeclaredArticle || section.Hint is { IsBody: true }))
                sum *= 1.15;
            if (sum >= most)
            {
                most = sum;
                best = s;
            }
        }

        return best;
    }

    private string?[] Reasons(int rootIndex)
    {
        PageSection root = tree.Sections[rootIndex];
        var reasons = new string?[tree.Lines.Count];
        for (int i = 0; i < reasons.Length; i++)
        {
            bool inside = i >= root.First && i < root.End;
            reasons[i] = i == headline ? Headline : hintReasons[i] ?? OwnReason(tree.Lines[i]) ?? (inside ? null : "outside the report");
        }

        int first = AfterHeadline(root, reasons);
        TrimEnds(root, first, reasons);
        CutFoot(root, first, reasons);
        FindDeck(root, first, reasons);
        DropRepeats(reasons);
        return reasons;
    }

    /// <summary>Where the report begins: behind its headline, unless more text stands before it. What stands before is dropped.</summary>
    private int AfterHeadline(PageSection root, string?[] reasons)
    {
        if (headline < root.First || headline >= root.End || Kept(root.First, headline) > Kept(headline, root.End))
            return root.First;
        for (int i = root.First; i < headline; i++)
            reasons[i] ??= "before the headline";
        return headline + 1;

        double Kept(int from, int end)
        {
            double sum = 0;
            for (int i = from; i < end; i++)
                sum += reasons[i] is null ? Math.Max(0, weights[i]) : 0;
            return sum;
        }
    }

    /// <summary>Scraps before the first and behind the last sentence of the report are furniture.</summary>
    private void TrimEnds(PageSection root, int from, string?[] reasons)
    {
        int firstText = -1;
        int lastText = -1;
        for (int i = from; i < root.End; i++)
        {
            if (reasons[i] is not null || weights[i] <= 0)
                continue;
            if (firstText < 0)
                firstText = i;
            lastText = i;
        }

        lastText = TrimNotes(firstText, lastText, reasons);
        for (int i = from; i < root.End; i++)
        {
            if (reasons[i] is not null || weights[i] > 0)
                continue;
            PageLine line = tree.Lines[i];
            if (i < firstText)
                reasons[i] = line.Kind == LineKind.Heading && i == firstText - 1 || line.Text.Length > 150 || IsOpening(i, firstText) ? null : "page furniture";
            else if (i > lastText && line.Kind is not (LineKind.ListItem or LineKind.TableRow))
                reasons[i] = "page furniture";
        }
    }

    /// <summary>A sentence beside the first long one, in an element like its own: it is short, or much of it is links.</summary>
    private bool IsOpening(int line, int firstText)
    {
        PageSection own = tree.Sections[tree.Lines[line].Section];
        PageSection first = tree.Sections[tree.Lines[firstText].Section];
        return tree.Lines[line].Text.Length > ShortestOpening && Sentences.EndsOne(tree.Lines[line].Text) && own.Parent == first.Parent && own.Tag == first.Tag && own.Names == first.Names;
    }

    /// <summary>What stands last, in slanted letters and with a link, is the site's word about its writer or itself.</summary>
    /// <returns>The last sentence of the report.</returns>
    private int TrimNotes(int first, int last, string?[] reasons)
    {
        for (int notes = 0; notes < MostNotes && last > first; notes++)
        {
            PageLine line = tree.Lines[last];
            if (!line.IsEmphasized || line.LinkChars == 0)
                break;
            reasons[last] = "page furniture";
            do
            {
                last--;
            }
            while (last > first && (reasons[last] is not null || weights[last] <= 0));
        }

        return last;
    }

    /// <summary>On a page without elements of its own for them, what stands behind the line that opens the comments is comments, and points below "Related" are links, where most of the text stands before.</summary>
    private void CutFoot(PageSection root, int from, string?[] reasons)
    {
        double all = 0, before = 0;
        for (int i = from; i < root.End; i++)
            all += reasons[i] is null ? Math.Max(0, weights[i]) : 0;
        string? foot = null;
        for (int i = from; i < root.End; i++)
        {
            before += reasons[i] is null ? Math.Max(0, weights[i]) : 0;
            if (before < all * LeastBefore)
                continue;
            PageLine line = tree.Lines[i];
            if (reasons[i] is "comment" or "related link" && (line.Text.Length < ShortestOpening || foot is null))
                foot = foot == "comment" ? foot : reasons[i];
            else if (reasons[i] is null && (foot == "comment" || foot is not null && (line.LinkShare > 0.5 || line.Text[0] is '\u00BB' or '>' or '\u2022' or '-' or '*')))
                reasons[i] = foot;
            else if (reasons[i] is null)
                foot = null;
        }
    }

    /// <summary>
    /// The summary under the headline: named so, or the page's own description standing apart from the paragraphs. What is named so
    /// elsewhere is a part of the report like any other.
    /// </summary>
    private void FindDeck(PageSection root, int from, string?[] reasons)
    {
        int first = from;
        while (first < root.End && reasons[first] is not null)
            first++;
        for (int i = 0; i < reasons.Length; i++)
        {
            if (reasons[i] == Deck && (i >= root.End || i < headline || i < root.First && headline < 0))
                reasons[i] = "outside the report";
            else if (reasons[i] == Deck && i > first)
                reasons[i] = null;
        }

        if (first >= root.End || reasons.AsSpan(from, first - from).Contains(Deck) || tree.Lines[first].Text.Length > 400)
            return;
        int next = first + 1;
        while (next < root.End && reasons[next] is not null)
            next++;
        if (next >= root.End || tree.Sections[tree.Lines[next].Section].Parent == tree.Sections[tree.Lines[first].Section].Parent)
            return;
        if (tree.Metas.Any(meta => meta.Name is "og:description" or "description" && meta.Content.StartsWith(tree.Lines[first].Text[..Math.Min(60, tree.Lines[first].Text.Length)], StringComparison.Ordinal)))
            reasons[first] = Deck;
    }

    /// <summary>Of a line that is kept twice the first stays: a deck above the report's own element and again within it, a quotation set apart.</summary>
    private void DropRepeats(string?[] reasons)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < reasons.Length; i++)
        {
            if (reasons[i] is null or Deck && tree.Lines[i].Text.Length > 40 && !seen.Add(tree.Lines[i].Text))
                reasons[i] = "repeated line";
        }
    }

    /// <summary>A few words without an end, alone with a picture in an element.</summary>
    private bool IsUnderPicture(PageLine line)
    {
        if (line.Kind != LineKind.Text || line.Text.Length > LongestCaption || Sentences.EndsOne(line.Text))
            return false;
        for (int s = line.Section; s >= 0 && tree.Sections[s] is var section && section.End - section.First == 1; s = section.Parent)
        {
            if (section.Pictures > 0)
                return true;
        }

        return false;
    }

    // "The bridge in July. (Photo: Ana Lee)".
    private bool IsCredited(string text) =>
        text.Length <= LongestCaption && text[^1] is ')' or ']' && text.LastIndexOfAny(['(', '[']) is > 0 and var open && (pages.CaptionMarks.HasCredit(text[open..]) || pages.Labels.Find(text.AsSpan(open + 1), out _) == LineLabel.Photo);

    private string? OwnReason(PageLine line)
    {
        if (line.Kind == LineKind.Caption || IsUnderPicture(line) || IsCredited(line.Text))
            return "caption";
        if (IsHeadline(line) || line.Text.Length > ShortestTitle && string.Equals(line.Text, title, StringComparison.OrdinalIgnoreCase))
            return Headline;
        if (SourceLine.Is(line.Text, pages.Labels))
            return "source line";
        if (LineSigns.ReasonOf(line.Text, pages.Phrases) is { } reason)
            return reason;
        bool isLinked = line.LinkShare > 0.85 && line.Kind != LineKind.TableRow;
        return isLinked && !(Sentences.EndsOne(line.Text) && line.Text.Length > 60) ? "related link" : null;
    }
}
