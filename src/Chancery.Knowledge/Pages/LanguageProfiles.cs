using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Chancery.Knowledge;

/// <summary>
/// The tables <c>languages/TAG/profile.tsv</c>: the most frequent words of a language with how often they stand among a million.
/// A word that a table lacks is judged by its runs of three letters, counted over the words of the table.
/// </summary>
public sealed class LanguageProfiles
{
    private const float UnknownWord = -7f;
    private const double RunShare = 0.45;
    private const int WidestVector = 16;
    private readonly WordTable words;
    private readonly float[] wordScores;
    private readonly EdgeTable runs;
    private readonly float[] runScores;
    private readonly float[] noRun;
    private readonly ImmutableArray<int>[] byScript;

    private LanguageProfiles(ref ImageReader image)
    {
        Tags = image.ReadTexts();
        words = WordTable.Read(ref image);
        wordScores = image.ReadAll<float>();
        runs = EdgeTable.Read(ref image);
        runScores = image.ReadAll<float>();
        noRun = image.ReadAll<float>();
        byScript = new ImmutableArray<int>[image.ReadNumber()];
        for (int i = 0; i < byScript.Length; i++)
            byScript[i] = ImmutableCollectionsMarshal.AsImmutableArray(image.ReadAll<int>());
    }

    /// <summary>BCP 47, ordinal.</summary>
    public ImmutableArray<string> Tags { get; }

    /// <summary>How many scores there are: one for each language, rounded up to whole vectors.</summary>
    public int Width => noRun.Length;

    /// <summary>The languages that are written in a script, as indices into <see cref="Tags"/>.</summary>
    public ImmutableArray<int> In(ScriptKind script) => byScript[(int)script];

    /// <summary>True for a sign that is a word of a profile by itself, as frequent ideographs are.</summary>
    public bool Knows(char sign) => words.Find([sign]) >= 0;

    /// <summary>How many of the first words of a text are in the table of a language, and how many words these are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Index into <see cref="Tags"/>.</param>
    /// <param name="limit">Words beyond this number are not read.</param>
    /// <param name="enough">No word is read behind so many that are known.</param>
    public (int Known, int Words) CountKnown(ReadOnlySpan<char> text, int language, int limit, int enough)
    {
        int known = 0;
        int count = 0;
        var scan = new WordScan(text, stackalloc char[WordScan.LongestWord]);
        while (count < limit && known < enough && scan.Read())
        {
            count++;
            known += words.Find(scan.Word) is >= 0 and int row && wordScores[row * Width + language] < 0 ? 1 : 0;
        }

        return (known, count);
    }

    /// <summary>Adds for every language the logarithm of how likely the word is in it.</summary>
    /// <param name="word">Lower case.</param>
    /// <param name="share">How much the word counts, from 0 to 1.</param>
    /// <param name="scores">One for each of <see cref="Tags"/>, and more up to <see cref="Width"/>.</param>
    /// <param name="known">Counts the words that a table has; as many.</param>
    public void Add(ReadOnlySpan<char> word, float share, Span<float> scores, Span<int> known)
    {
        int row = words.Find(word) * Width;
        Span<float> spelled = stackalloc float[Width];
        spelled.Clear();
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(spelled);
        int length = Math.Min(word.Length, 24);
        for (int i = -1; i < length - 1; i++)
        {
            int run = runs.Find(i < 0 ? ' ' : word[i], Pair(word[i + 1], i + 2 < length ? word[i + 2] : ' '));
            ReadOnlySpan<Vector<float>> added = MemoryMarshal.Cast<float, Vector<float>>(run < 0 ? noRun : runScores.AsSpan(run * Width, Width));
            for (int v = 0; v < sums.Length; v++)
                sums[v] += added[v];
        }

        Vector<float> unknown = new(UnknownWord);
        for (int v = 0; v < sums.Length; v++)
        {
            Vector<float> score = unknown + sums[v];
            if (row >= 0)
            {
                var listed = new Vector<float>(wordScores, row + v * Vector<float>.Count);
                Vector<int> isListed = Vector.LessThan(listed, Vector<float>.Zero);
                score = Vector.ConditionalSelect(isListed, Vector.Max(listed, score), score);
                Vector<int> counts = new Vector<int>(known[(v * Vector<float>.Count)..]) - isListed;
                counts.CopyTo(known[(v * Vector<float>.Count)..]);
            }

            Vector<float> total = new Vector<float>(scores[(v * Vector<float>.Count)..]) + score * share;
            total.CopyTo(scores[(v * Vector<float>.Count)..]);
        }
    }

    /// <summary>Counts the tables below <c>languages/</c> and writes what <see cref="Read"/> reads.</summary>
    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    internal static void Compile(IReadOnlyList<KnowledgeSource> sources, ImageWriter image)
    {
        var tables = new SortedDictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (KnowledgeSource source in sources)
        {
            foreach ((string file, string text) in source.Below("languages/", FileName))
            {
                string tag = file.Split('/')[^2];
                if (!tables.TryGetValue(tag, out Dictionary<string, double>? table))
                    tables[tag] = table = new Dictionary<string, double>(StringComparer.Ordinal);
                foreach (TableRow row in TableFile.Parse(file, text, "word", "weight"))
                {
                    if (!double.TryParse(row[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) || weight is <= 0 or > 1e6)
                        throw row.Error(1, "how often the word stands among a million, more than 0");
                    table[row[0]] = weight;
                }
            }
        }

        Write(image, [.. tables.Keys], tables);
    }

    internal static LanguageProfiles Read(ref ImageReader image) => new(ref image);

    /// <summary>What the files are called that <see cref="Compile"/> reads.</summary>
    internal const string FileName = "/profile.tsv";

    private static void Write(ImageWriter image, string[] tags, SortedDictionary<string, Dictionary<string, double>> tables)
    {
        var words = new WordTable(1 << 14);
        var runs = new EdgeTable(1 << 14);
        int runCount = 0;
        foreach (string word in tables.Values.SelectMany(table => table.Keys))
        {
            words.Add(word);
            foreach ((char first, int others) in Runs(word))
            {
                if (runs.GetOrAdd(first, others, runCount) == runCount)
                    runCount++;
            }
        }

        // Rows are as wide as whole vectors, of any machine, so that they add up several languages at a time.
        int width = (tags.Length + WidestVector - 1) / WidestVector * WidestVector;
        float[] wordScores = new float[words.Count * width];
        float[] runScores = new float[runCount * width];
        float[] noRun = new float[width];
        for (int t = 0; t < tags.Length; t++)
        {
            double[] weights = new double[runCount];
            double sum = 0;
            foreach ((string word, double weight) in tables[tags[t]])
            {
                wordScores[words.Find(word) * width + t] = (float)Math.Log(weight / 1e6);
                foreach ((char first, int others) in Runs(word))
                {
                    // The root of a frequency: rare words tell as much of the spelling as frequent ones.
                    weights[runs.Find(first, others)] += Math.Sqrt(weight);
                    sum += Math.Sqrt(weight);
                }
            }

            double least = sum / 12000;
            noRun[t] = (float)(Math.Log(least / (sum + least * runCount)) * RunShare);
            for (int r = 0; r < weights.Length; r++)
                runScores[r * width + t] = (float)(Math.Log((weights[r] + least) / (sum + least * runCount)) * RunShare);
        }

        image.Write(tags);
        words.WriteTo(image);
        image.WriteAll<float>(wordScores);
        runs.WriteTo(image);
        image.WriteAll<float>(runScores);
        image.WriteAll<float>(noRun);
        ScriptKind[] scripts = Enum.GetValues<ScriptKind>();
        image.Write(scripts.Length);
        foreach (ScriptKind kind in scripts)
            image.WriteAll<int>([.. Enumerable.Range(0, tags.Length).Where(t => tables[tags[t]].Keys.Any(word => Script.Main(word).Kind == kind))]);
    }

    /// <summary>The runs of three letters of a word, spaces around it: the first letter, and the two after it as one number.</summary>
    private static IEnumerable<(char First, int Others)> Runs(string word)
    {
        for (int i = -1; i < word.Length - 1; i++)
            yield return (i < 0 ? ' ' : word[i], Pair(word[i + 1], i + 2 < word.Length ? word[i + 2] : ' '));
    }

    private static int Pair(char a, char b) => unchecked(a << 16 | b);
}
