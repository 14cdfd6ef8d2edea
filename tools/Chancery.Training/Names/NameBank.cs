using System.Globalization;
using System.IO.Compression;
using Chancery.Coding;

namespace Chancery.Training;

/// <summary>A named thing in a sentence of a treebank: its words, both ends counted.</summary>
internal readonly record struct GoldName(int First, int Last, NameKind Kind);

/// <summary>The words of a sentence with the names in it.</summary>
internal sealed class NamedSentence
{
    public List<string> Forms { get; } = [];

    public List<GoldName> Names { get; } = [];
}

/// <summary>Reads names from treebanks: IOB2 layers as they stand, and the names within the <c>Entity=</c> layer of GUM.</summary>
internal static class NameBank
{
    public static List<NamedSentence> Read(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        bool layer = path.Contains(".iob2", StringComparison.Ordinal);
        var sentences = new List<NamedSentence>();
        var rows = new List<string[]>();
        while (true)
        {
            string? line = lines.ReadLine();
            if (string.IsNullOrEmpty(line))
            {
                if (rows.Count > 0)
                    sentences.Add(layer ? FromLabels(rows) : FromEntities(rows));
                rows.Clear();
                if (line is null)
                    return sentences;
            }
            else if (line[0] != '#')
            {
                string[] cells = line.Split('\t');
                if (cells.Length < 3)
                    throw new InvalidDataException($"{path}: a line with {cells.Length} columns");
                if (!cells[0].Contains('-') && !cells[0].Contains('.'))
                    rows.Add(cells);
            }
        }
    }

    private static NamedSentence FromLabels(List<string[]> rows)
    {
        var sentence = new NamedSentence();
        for (int i = 0; i < rows.Count; i++)
        {
            sentence.Forms.Add(rows[i][1]);
            string label = rows[i][2];
            if (label[0] == 'I' && sentence.Names.Count > 0 && sentence.Names[^1].Last == i - 1)
                sentence.Names[^1] = sentence.Names[^1] with { Last = i };
            else if (label[0] != 'O')
                sentence.Names.Add(new GoldName(i, i, label[2..] switch { "PER" => NameKind.Person, "ORG" => NameKind.Organization, "LOC" => NameKind.Place, _ => NameKind.Other }));
        }

        return sentence;
    }

    private static NamedSentence FromEntities(List<string[]> rows)
    {
        var sentence = new NamedSentence();
        var open = new List<(string Id, int Start, string[] Parts)>();
        var spans = new List<GoldName>();
        for (int i = 0; i < rows.Count; i++)
        {
            sentence.Forms.Add(rows[i][1]);
            string layer = rows[i][9].Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal)) ?? "Entity=";
            for (int at = "Entity=".Length; at < layer.Length;)
            {
                int end = at + 1;
                if (layer[at] == '(')
                {
                    while (end < layer.Length && layer[end] is not ('(' or ')'))
                        end++;
                    string[] parts = layer[(at + 1)..end].Split('-');
                    open.Add((parts[0], i, parts));
                    if (end < layer.Length && layer[end] == ')')
                    {
                        Close(parts[0], i);
                        end++;
                    }
                }
                else
                {
                    while (end < layer.Length && layer[end] != ')')
                        end++;
                    Close(layer[at..end], i);
                    end++;
                }

                at = end;
            }
        }

        foreach (GoldName name in spans.OrderByDescending(span => span.Last - span.First).ThenBy(span => span.First))
        {
            if (!sentence.Names.Any(other => other.First <= name.Last && name.First <= other.Last))
                sentence.Names.Add(name);
        }

        sentence.Names.Sort((a, b) => a.First.CompareTo(b.First));
        return sentence;

        void Close(string id, int last)
        {
            int index = open.FindLastIndex(entity => entity.Id == id);
            if (index < 0)
                return;
            (_, int start, string[] parts) = open[index];
            open.RemoveAt(index);
            if (parts.Length > 5 && NameWithin(rows, start, last, parts[1], parts[5]) is { } name)
                spans.Add(name);
        }
    }

    /// <summary>The named part of a phrase: its head words when they are proper nouns, with the capitalized words tied to them.</summary>
    private static GoldName? NameWithin(List<string[]> rows, int start, int last, string type, string heads)
    {
        NameKind kind = type switch
        {
            "person" => NameKind.Person,
            "organization" => NameKind.Organization,
            "place" => NameKind.Place,
            "event" or "object" or "abstract" or "animal" or "plant" or "substance" => NameKind.Other,
            _ => NameKind.None,
        };
        int[] words = [.. heads.Split(',').Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) ? start + offset - 1 : -1)];
        if (kind == NameKind.None || words.Length == 0 || words.Any(word => word < start || word > last || rows[word][3] is not ("PROPN" or "X")))
            return null;
        int first = words.Min();
        int end = words.Max();
        while (first > start && IsPart(rows[first - 1]))
            first--;
        while (end < last)
        {
            if (IsPart(rows[end + 1]))
                end++;
            else if (end + 2 <= last && (rows[end + 1][1] is "of" or "for" or "the" or "de" or "-" || rows[end + 1][1] is "and" or "&" && kind != NameKind.Person) && IsPart(rows[end + 2]))
                end += 2;
            else if (end + 3 <= last && rows[end + 1][1] is "of" or "for" && rows[end + 2][1] == "the" && IsPart(rows[end + 3]))
                end += 3;
            else
                break;
        }

        return new GoldName(first, end, kind);
    }

    private static bool IsPart(string[] row) => char.IsUpper(row[1][0]) && row[3] is "PROPN" or "ADJ" or "NOUN" or "NUM" or "X" || row[3] == "PROPN" || row[3] == "NUM" && char.IsAsciiDigit(row[1][0]);
}
