using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>
/// The judgement which lines of a page are the report. Every line weighs for or against the element that holds it; the
/// element whose lines weigh most is the report, and inside it lines still go by what they, or their element, say of themselves.
/// </summary>
internal sealed class MainText
{
    private const double UncertainShare = 0.5;
    private const double CertainShare = 0.9;
    private readonly PageTree tree;
    private readonly LinePhrases phrases;
    private readonly string?[] hintReasons;
    private readonly double[] weights;
    private readonly double[] sums;

    private MainText(PageTree tree, LinePhrases phrases)
    {
        this.tree = tree;
        this.phrases = phrases;
        hintReasons = new string?[tree.Lines.Count];
        weights = new double[tree.Lines.Count];
        sums = new double[tree.Lines.Count + 1];
    }

    /// <summary>For each line why it is no part of the report, or null where it is.</summary>
    public static string?[] Judge(PageTree tree, LinePhrases phrases, string? title)
    {
        if (tree.Lines.Count == 0)
            return [];
        var judgement = new MainText(tree, phrases);
        judgement.Weigh();
        return judgement.Reasons(judgement.Root(), title);
    }

    private void Weigh()
    {
        double[] plain = new double[tree.Lines.Count + 1];
        for (int i = 0; i < tree.Lines.Count; i++)
            plain[i + 1] = plain[i] + Math.Max(0, Weight(tree.Lines[i]));
        double all = Math.Max(1, plain[^1]);

        var reasons = new string?[tree.Sections.Count];
        for (int s = 0; s < tree.Sections.Count; s++)
        {
            PageSection section = tree.Sections[s];
            string? outer = section.Parent < 0 ? null : reasons[section.Parent];
            reasons[s] = outer;
            if (section.Hint is not { } hint)
                continue;
            double share = (plain[section.End] - plain[section.First]) / all;
            if (!hint.IsBody && share < (hint.Certain ? CertainShare : UncertainShare))
                reasons[s] = outer ?? hint.Reason;
        }

        for (int i = 0; i < tree.Lines.Count; i++)
        {
            hintReasons[i] = reasons[tree.Lines[i].Section];
            double weight = Weight(tree.Lines[i]);
            weights[i] = hintReasons[i] is null ? weight : Math.Min(weight, 0) * 0.5;
            sums[i + 1] = sums[i] + weights[i];
        }
    }

    /// <summary>Sentences weigh for the report by their length, links and scraps against it.</summary>
    private static double Weight(PageLine line)
    {
        double length = Script.WideLength(line.Text);
        double own = length * (1 - line.LinkShare);
        if (line.Kind == LineKind.Heading)
            return line.LinkShare > 0.5 ? -20 : 0;
        if (line.LinkShare > 0.5)
            return -15 - length * 0.1;
        if (own >= 40 && (Sentences.EndsOne(line.Text) || own >= 100))
            return Math.Min(own, 600);
        if (own >= 25 && Sentences.EndsOne(line.Text))
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
            if (sum > 0 && (section.IsDeclaredBody || section.Hint is { IsBody: true }))
                sum *= 1.15;
            if (sum >= most)
            {
                most = sum;
                best = s;
            }
        }

        return best;
    }

    private string?[] Reasons(int rootIndex, string? title)
    {
        PageSection root = tree.Sections[rootIndex];
        var reasons = new string?[tree.Lines.Count];
        int firstText = -1;
        int lastText = -1;
        for (int i = 0; i < reasons.Length; i++)
        {
            PageLine line = tree.Lines[i];
            if (i < root.First || i >= root.End)
            {
                reasons[i] = hintReasons[i] ?? phrases.Find(LineWord.Of(line.Text, 100))?.Reason ?? "outside the report";
                continue;
            }

            reasons[i] = hintReasons[i] ?? OwnReason(line, title);
            if (reasons[i] is null && weights[i] > 0)
            {
                if (firstText < 0)
                    firstText = i;
                lastText = i;
            }
        }

        for (int i = root.First; i < root.End; i++)
        {
            if (reasons[i] is not null || weights[i] > 0)
                continue;
            if (firstText >= 0 && i < firstText)
                reasons[i] = tree.Lines[i].Kind == LineKind.Heading && i == firstText - 1 ? null : "page furniture";
            else if (i > lastText && tree.Lines[i].Kind != LineKind.ListItem && tree.Lines[i].Kind != LineKind.TableRow)
                reasons[i] = "page furniture";
        }

        return reasons;
    }

    private string? OwnReason(PageLine line, string? title)
    {
        if (line.Kind == LineKind.Caption)
            return "caption";
        if (line.Kind == LineKind.Heading && (line.Level == 1 || line.Text == title))
            return "title";
        if (phrases.Find(LineWord.Of(line.Text, 100)) is { } phrase)
            return phrase.Reason;
        if (line.LinkShare > 0.85 && line.Text.Length < 200 && line.Kind != LineKind.TableRow)
            return "related link";
        return null;
    }
}
