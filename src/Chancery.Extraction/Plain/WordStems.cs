using System.Runtime.InteropServices;
using Chancery.Knowledge;

namespace Chancery.Extraction;

/// <summary>How often the words of some lines stand in them, endings aside.</summary>
internal sealed class WordStems
{
    private const int ShortestWord = 4;
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>How many different ones were ever counted.</summary>
    public int Count => counts.Count;

    public void Add(TextLine line) => Change(line, 1);

    public void Remove(TextLine line) => Change(line, -1);

    /// <summary>Of the line's words that carry meaning, the share that stand here too.</summary>
    public double ShareOf(TextLine line)
    {
        int content = 0;
        int known = 0;
        foreach (LineWord word in line.Words)
        {
            if (word.Text.Length < ShortestWord || word.IsNumber)
                continue;
            content++;
            known += Has(word) ? 1 : 0;
        }

        return content == 0 ? 0 : (double)known / content;
    }

    /// <summary>True when the line names somebody or something, and nothing that it names stands here.</summary>
    public bool IsForeign(TextLine line)
    {
        int names = 0;
        int known = 0;
        int content = 0;
        for (int k = 0; k < line.Words.Count; k++)
        {
            LineWord word = line.Words[k];
            if (word.Text.Length < ShortestWord)
                continue;
            content++;
            bool isName = k > 0 && char.IsUpper(line.Text[word.Start]);
            names += isName ? 1 : 0;
            known += Has(word) ? isName ? 3 : 1 : 0;
        }

        return names > 0 && content >= 3 && known * 3 < content;
    }

    private bool Has(LineWord word) => counts.GetValueOrDefault(Stem(word.Text)) > 0;

    private void Change(TextLine line, int times)
    {
        foreach (LineWord word in line.Words)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, Stem(word.Text), out _) += times;
    }

    private static string Stem(string word) => word.Length > 6 ? word[..6] : word.EndsWith('s') && word.Length > 3 ? word[..^1] : word;
}
