namespace Chancery.Coding;

/// <summary>"Hav Energi AS (Hav Limited)": another form of the name of a body, in brackets right behind it.</summary>
internal sealed class BracketedNames(Phrases phrases)
{
    /// <summary>The full stop of an abbreviation, a space and the bracket.</summary>
    private const int LongestGap = 4;

    private Sighting? before;

    /// <summary>Reads the names of the report in their order.</summary>
    public void Read(Sighting sighting)
    {
        string text = phrases.Tree.Text;
        if (sighting.Kind is SightingKind.Name or SightingKind.Body or SightingKind.Person && before is { } full && full.First < full.Last
            && IsOpened(text, full.Range.End, sighting.Range.Start) && sighting.Range.End < text.Length && text[sighting.Range.End] == ')'
            && text[full.Range.Start..].StartsWith(phrases.Tree[sighting.First].Range.Of(text) + " ", StringComparison.Ordinal)
            && phrases.Table.Find("name:" + full.Range.Of(text)) is { } body)
        {
            string name = sighting.Range.Of(text);
            phrases.Table.Alias(name, body);
            phrases.Table.Alias("name:" + name, body);
        }

        before = sighting;
    }

    private static bool IsOpened(string text, int end, int start) =>
        start > end && start - end <= LongestGap && text[start - 1] == '(' && text[end..(start - 1)].Trim().Trim('.').Length == 0;
}
