using System.Globalization;
using System.IO.Compression;
using System.Text;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Training;

/// <summary>Measures names of persons, bodies and places against a layer of names in IOB2: a name is right when its words and its kind are.</summary>
/// <remarks>
/// Of a mention with an office before the name only the name counts, as in the layer. Demonyms, pronouns, offices and common nouns are no names there.
/// </remarks>
internal static class NameMeasure
{
    private sealed record Report(string Text, HashSet<(int Start, int End, string Kind)> Names);

    /// <param name="layer">The gzip'd IOB2 file.</param>
    /// <param name="shown">How many wrong and missed names are printed; for layers that may be read.</param>
    public static int Run(string layer, int shown)
    {
        KnowledgeBase knowledge = KnowledgeBase.Load(KnowledgeSource.FromFolder("data"));
        var reader = new Reader(knowledge, ModelFiles.Load("models", knowledge));
        var right = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var gold = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Report report in Read(layer))
        {
            Reading reading = reader.Read(new RawDocument { Uri = "", Bytes = Encoding.UTF8.GetBytes(report.Text), Format = DocumentFormat.GivenText, Language = "en" });
            HashSet<(int Start, int End, string Kind)> names = NamesOf(reading, report.Text, knowledge.Entities);
            foreach ((int start, int end, string kind) in names)
            {
                Count(found, kind);
                if (report.Names.Contains((start, end, kind)))
                    Count(right, kind);
            }

            foreach ((_, _, string kind) in report.Names)
                Count(gold, kind);
            foreach ((int start, int end, string kind) in names.Except(report.Names).Union(report.Names.Except(names)).Order())
            {
                if (shown-- > 0)
                    Console.WriteLine($"{(report.Names.Contains((start, end, kind)) ? "missed" : "wrong ")} {kind} {report.Text[start..end]}\t… {report.Text[Math.Max(0, start - 40)..Math.Min(report.Text.Length, end + 30)].ReplaceLineEndings(" ")}");
            }
        }

        foreach (string kind in gold.Keys.Order(StringComparer.Ordinal).Append("all"))
            Write(kind, Sum(right, kind), Sum(found, kind), Sum(gold, kind));
        return 0;
    }

    private static void Count(Dictionary<string, int> counts, string kind) => counts[kind] = counts.GetValueOrDefault(kind) + 1;

    private static int Sum(Dictionary<string, int> counts, string kind) => kind == "all" ? counts.Values.Sum() : counts.GetValueOrDefault(kind);

    private static void Write(string kind, int right, int found, int gold)
    {
        double precision = right / (double)Math.Max(1, found);
        double recall = right / (double)Math.Max(1, gold);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind,-4} F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):F3}, precision {precision:F3} of {found}, recall {recall:F3} of {gold}"));
    }

    private static HashSet<(int Start, int End, string Kind)> NamesOf(Reading reading, string text, KnownEntities known)
    {
        var names = new HashSet<(int, int, string)>();
        foreach (EntityMention mention in reading.Mentions)
        {
            string? kind = reading.Entities[mention.Entity].Kind switch
            {
                EntityKind.State when IsSeat(mention.Range.In(text), known) => "ORG",
                EntityKind.Person => "PER",
                EntityKind.State or EntityKind.Place => "LOC",
                EntityKind.Organization or EntityKind.Group => "ORG",
                _ => null,
            };
            bool named = mention.Kind == MentionKind.Name && mention.Rule.Name is not ("mention.people" or "mention.ethnic") || mention.Rule.Name == "mention.modifier";
            if (named && kind is not null)
                names.Add((StartOfName(mention.Range, text, known), mention.Range.End, kind));
        }

        return names;
    }

    /// <summary>A seat is a body in the layer, though a government here.</summary>
    private static bool IsSeat(ReadOnlySpan<char> name, KnownEntities known)
    {
        var matches = new List<NameMatch>();
        known.Match(name, matches);
        int length = name.Length;
        return matches.Any(match => match.Length == length && known.Candidates(match.Name).ToArray().Any(candidate => candidate.Role == NameRole.Seat));
    }

    /// <summary>Behind the last office, common noun or form of address that stands before the name.</summary>
    private static int StartOfName(TextRange range, string text, KnownEntities known)
    {
        var matches = new List<NameMatch>();
        known.Match(range.In(text), matches);
        int start = range.Start;
        foreach (NameMatch match in matches)
        {
            int end = range.Start + match.End;
            if (end < range.End && end > start && text[end] == ' ' && known.Candidates(match.Name).ToArray().Any(candidate => !candidate.IsEntity)
                && !matches.Any(other => other.Start <= match.Start && other.End > match.End))
            {
                start = end + 1;
            }
        }

        while (text.IndexOf(' ', start, range.End - start) is > 0 and var space && known.PhraseWords.Of(known.Folding.Fold(text.AsSpan(start, space - start).ToString()).TrimEnd('.')) == PhraseWordKind.Honorific)
            start = space + 1;
        return start;
    }

    private static IEnumerable<Report> Read(string layer)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(layer), CompressionMode.Decompress));
        var text = new StringBuilder();
        var names = new HashSet<(int, int, string)>();
        int at = 0;
        (int Start, int End, string Kind)? open = null;
        void Close()
        {
            if (open is { } name)
                names.Add((name.Start, name.End, name.Kind));
            open = null;
        }

        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && text.Length > 0)
            {
                yield return new Report(text.ToString(), names);
                text.Clear();
                names = [];
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text.Append(text.Length == 0 ? "" : "\n\n");
                at = text.Length;
                text.Append(line.AsSpan("# text = ".Length));
            }
            else if (line.Split('\t') is { Length: >= 3 } cells)
            {
                string whole = text.ToString(at, text.Length - at);
                int start = at + Math.Max(0, whole.IndexOf(cells[1], StringComparison.Ordinal));
                at = start + cells[1].Length;
                if (!cells[2].StartsWith("I-", StringComparison.Ordinal))
                    Close();
                if (cells[2].StartsWith("B-", StringComparison.Ordinal))
                    open = (start, at, cells[2][2..]);
                else if (open is { } name && cells[2].StartsWith("I-", StringComparison.Ordinal))
                    open = name with { End = at };
            }
            else if (line.Length == 0)
            {
                Close();
            }
        }

        Close();
        if (text.Length > 0)
            yield return new Report(text.ToString(), names);
    }
}
