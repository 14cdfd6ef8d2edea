namespace Chancery.Extraction;

/// <summary>Finds lists of other reports: siblings of one kind, each a linked headline with a few words.</summary>
internal static class TeaserLists
{
    private const int FewestItems = 3;
    private const int MostLines = 7;
    private const int MostChars = 700;

    /// <summary>For each section whether it is an item of such a list.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="sums">Running sums of what each line weighs for the report.</param>
    public static bool[] Find(PageTree tree, double[] sums)
    {
        bool[] items = new bool[tree.Sections.Count];
        var groups = new Dictionary<(int Parent, string Tag, string? Names), List<int>>();
        for (int s = 0; s < tree.Sections.Count; s++)
        {
            PageSection section = tree.Sections[s];
            if (section.Tag is "p" or "tr" or "td" or "h2" or "h3" || section.End <= section.First || section.Parent >= 0 && tree.Sections[section.Parent].Tag == "ol")
                continue;
            (int, string, string?) key = (section.Parent, section.Tag, section.Names);
            if (!groups.TryGetValue(key, out List<int>? group))
                groups[key] = group = [];
            group.Add(s);
        }

        foreach (List<int> group in groups.Values)
        {
            if (group.Count < FewestItems)
                continue;
            double share = group.Sum(s => sums[tree.Sections[s].End] - sums[tree.Sections[s].First]) / Math.Max(1, sums[^1]);
            int teasers = group.Count(s => IsTeaser(tree, tree.Sections[s], share < 0.5));
            if (teasers < FewestItems || teasers < group.Count * 0.7)
                continue;
            foreach (int s in group)
                items[s] = true;
        }

        return items;
    }

    private static bool IsTeaser(PageTree tree, PageSection section, bool byLeadingLink)
    {
        if (section.End - section.First > MostLines)
            return false;
        bool linked = false;
        int chars = 0;
        for (int i = section.First; i < section.End; i++)
        {
            PageLine line = tree.Lines[i];
            chars += line.Text.Length;
            linked |= line.LinkShare > 0.8 && line.Text.Length > 8 || byLeadingLink && line.LeadingLink > 24 && line.Text.Length > line.LeadingLink + 20;
        }

        return linked && chars <= MostChars;
    }
}
