using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Training;

/// <summary>Measures coreference: of the links between two mentions of one entity, how many the treebank's <c>Entity=</c> layer has too.</summary>
/// <remarks>
/// Each mention of a reading is laid on the gold mention that shares most of its characters, at least half of both; a link counts when
/// both its ends lie on gold mentions. Demonyms and words that mean several entities at once have no counterpart in the layer and are left out.
/// </remarks>
internal static partial class LinkMeasure
{
    private sealed record GoldMention(TextRange Range, string Entity);

    private sealed record GoldReport(string Id, string Text, List<GoldMention> Mentions);

    public static int Run(string treebank)
    {
        KnowledgeBase knowledge = KnowledgeBase.Load(KnowledgeSource.FromFolder("data"));
        var reader = new Reader(knowledge, ModelFiles.Load("models", knowledge));
        int right = 0;
        int wrong = 0;
        int gold = 0;
        foreach (GoldReport report in Read(treebank))
        {
            gold += report.Mentions.GroupBy(mention => mention.Entity).Sum(group => group.Count() - 1);
            Reading reading = reader.Read(new RawDocument
            {
                Uri = report.Id,
                Bytes = Encoding.UTF8.GetBytes(report.Text),
                Format = DocumentFormat.GivenText,
                Language = "en",
            });
            var several = reading.Mentions.GroupBy(mention => mention.Range).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
            var last = new Dictionary<int, string>();
            foreach (EntityMention mention in reading.Mentions)
            {
                if (mention.Kind == MentionKind.Adjective || several.Contains(mention.Range) || Beneath(mention.Range, report.Mentions) is not { } meant)
                    continue;
                if (last.TryGetValue(mention.Entity, out string? before))
                {
                    right += before == meant ? 1 : 0;
                    wrong += before == meant ? 0 : 1;
                }

                last[mention.Entity] = meant;
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"links: {right + wrong} made, precision {right / (double)Math.Max(1, right + wrong):F3}, recall {right / (double)Math.Max(1, gold):F3} of {gold}"));
        return 0;
    }

    private static string? Beneath(TextRange range, List<GoldMention> mentions)
    {
        string? best = null;
        double most = 0.5;
        foreach (GoldMention mention in mentions)
        {
            int common = Math.Min(range.End, mention.Range.End) - Math.Max(range.Start, mention.Range.Start);
            double share = common <= 0 ? 0 : common / (double)range.Union(mention.Range).Length;
            if (share >= most && (best is null || share > most))
            {
                most = share;
                best = mention.Entity;
            }
        }

        return best;
    }

    private static List<GoldReport> Read(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var reports = new List<GoldReport>();
        var text = new StringBuilder();
        var open = new Dictionary<string, Stack<(int Start, string Entity)>>(StringComparer.Ordinal);
        string id = "";
        var mentions = new List<GoldMention>();
        bool paragraph = false;
        int at = 0;
        int joinedEnd = 0;
        int joinedStart = 0;
        int joinedLast = -1;
        void Finish()
        {
            if (mentions.Count > 0)
                reports.Add(new GoldReport(id, text.ToString(), mentions));
            text.Clear();
            open.Clear();
            mentions = [];
        }

        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                Finish();
                id = line["# newdoc id = ".Length..];
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal))
            {
                paragraph = true;
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text.Append(text.Length == 0 ? "" : paragraph ? "\n\n" : " ");
                at = text.Length;
                text.Append(line.AsSpan("# text = ".Length));
                (paragraph, joinedLast) = (false, -1);
            }
            else if (line.Split('\t') is { Length: 10 } cells && !cells[0].Contains('.', StringComparison.Ordinal))
            {
                string whole = text.ToString(at, text.Length - at);
                int number = int.Parse(cells[0].Split('-')[^1], CultureInfo.InvariantCulture);
                int start = joinedStart;
                int end = joinedEnd;
                if (cells[0].Contains('-', StringComparison.Ordinal) || number > joinedLast)
                {
                    start = at + Math.Max(0, whole.IndexOf(cells[1], StringComparison.Ordinal));
                    end = start + cells[1].Length;
                    at = end;
                }

                if (cells[0].Contains('-', StringComparison.Ordinal))
                    (joinedStart, joinedEnd, joinedLast) = (start, end, number);
                else
                    Take(EntityOf(cells[9]), start, end, open, mentions);
            }
        }

        Finish();
        return reports;
    }

    private static string EntityOf(string misc) =>
        misc.Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal))?["Entity=".Length..] ?? "";

    private static void Take(string layer, int start, int end, Dictionary<string, Stack<(int Start, string Entity)>> open, List<GoldMention> mentions)
    {
        foreach (Match bracket in Bracket().Matches(layer))
        {
            string part = bracket.Value.Trim('(', ')');
            string key = part.Split('-')[0];
            string entity = key.Split('[')[0];
            if (!open.TryGetValue(key, out Stack<(int, string)>? stack))
                open.Add(key, stack = new Stack<(int, string)>());
            bool opens = bracket.Value[0] == '(';
            bool closes = bracket.Value[^1] == ')';
            if (opens && !closes)
                stack.Push((start, entity));
            else if (opens)
                mentions.Add(new GoldMention(TextRange.FromBounds(start, end), entity));
            else if (stack.TryPop(out (int Start, string Entity) opened))
                mentions.Add(new GoldMention(TextRange.FromBounds(opened.Start, end), opened.Entity));
        }
    }

    /// <summary>One opening, closing or whole bracket of the layer: <c>(12-person-new</c>, <c>12)</c>, <c>(7-place)</c>.</summary>
    [GeneratedRegex(@"\([^()]*\)?|[^()]+\)")]
    private static partial Regex Bracket();
}
