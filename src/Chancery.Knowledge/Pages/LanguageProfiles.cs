using System.Collections.Frozen;
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
    private readonly FrozenDictionary<string, int> wordRows;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> wordLookup;
    private readonly float[] wordScores;
    private readonly FrozenDictionary<ulong, int> runRows;
    private readonly int width;
    private readonly float[] runScores;
    private readonly float[] noRun;
    private readonly ImmutableArray<ImmutableArray<int>> byScript;

    private LanguageProfiles(ImmutableArray<string> tags, Dictionary<string, Dictionary<string, double>> words)
    {
        Tags = tags;
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var runs = new Dictionary<ulong, int>();
        foreach (string word in words.Values.SelectMany(table => table.Keys))
        {
            rows.TryAdd(word, rows.Count);
            foreach (ulong run in Runs(word))
                runs.TryAdd(run, runs.Count);
        }

        // Rows are as wide as whole vectors, so that they add up several languages at a time.
        width = (tags.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        wordScores = new float[rows.Count * width];
        runScores = new float[runs.Count * width];
        noRun = new float[width];
        for (int t = 0; t < tags.Length; t++)
        {
            double[] weights = new double[runs.Count];
            double sum = 0;
            foreach ((string word, double weight) in words[tags[t]])
            {
                wordScores[rows[word] * width + t] = (float)Math.Log(weight / 1e6);
                foreach (ulong run in Runs(word))
                {
                    // The root of a frequency: rare words tell as much of the spelling as frequent ones.
                    weights[runs[run]] += Math.Sqrt(weight);
                    sum += Math.Sqrt(weight);
                }
            }

            double least = sum / 12000;
            noRun[t] = (float)(Math.Log(least / (sum + least * runs.Count)) * RunShare);
            for (int r = 0; r < weights.Length; r++)
                runScores[r * width + t] = (float)(Math.Log((weights[r] + least) / (sum + least * runs.Count)) * RunShare);
        }

        byScript = [.. Enum.GetValues<ScriptKind>().Select(kind => Enumerable.Range(0, tags.Length)
            .Where(t => words[tags[t]].Keys.Any(word => Script.Main(word).Kind == kind)).ToImmutableArray())];
        wordRows = rows.ToFrozenDictionary(StringComparer.Ordinal);
        wordLookup = wordRows.GetAlternateLookup<ReadOnlySpan<char>>();
        runRows = runs.ToFrozenDictionary();
    }

    /// <summary>BCP 47, ordinal.</summary>
    public ImmutableArray<string> Tags { get; }

    /// <summary>The languages that are written in a script, as indices into <see cref="Tags"/>.</summary>
    public ImmutableArray<int> In(ScriptKind script) => byScript[(int)script];

    /// <summary>True for a sign that is a word of a profile by itself, as frequent ideographs are.</summary>
    public bool Knows(char sign) => wordLookup.ContainsKey([sign]);

    /// <summary>Adds for every language the logarithm of how likely the word is in it.</summary>
    /// <param name="word">Lower case.</param>
    /// <param name="share">How much the word counts, from 0 to 1.</param>
    /// <param name="scores">One for each of <see cref="Tags"/>.</param>
    /// <param name="known">Counts the words that a table has.</param>
    public void Add(ReadOnlySpan<char> word, float share, Span<float> scores, Span<int> known)
    {
        int row = wordLookup.TryGetValue(word, out int found) ? found * width : -1;
        Span<float> spelled = stackalloc float[width];
        spelled.Clear();
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(spelled);
        int length = Math.Min(word.Length, 24);
        for (int i = -1; i < length - 1; i++)
        {
            ulong run = Run(i < 0 ? ' ' : word[i], word[i + 1], i + 2 < length ? word[i + 2] : ' ');
            ReadOnlySpan<float> scored = runRows.TryGetValue(run, out int index) ? runScores.AsSpan(index * width, width) : noRun;
            ReadOnlySpan<Vector<float>> added = MemoryMarshal.Cast<float, Vector<float>>(scored);
            for (int v = 0; v < sums.Length; v++)
                sums[v] += added[v];
        }

        for (int t = 0; t < scores.Length; t++)
        {
            float score = row < 0 ? 0 : wordScores[row + t];
            if (score < 0)
                known[t]++;
            scores[t] += share * (score < 0 ? Math.Max(score, UnknownWord + spelled[t]) : UnknownWord + spelled[t]);
        }
    }

    /// <exception cref="KnowledgeException">A row breaks the format.</exception>
    public static LanguageProfiles Load(IReadOnlyList<KnowledgeSource> sources)
    {
        var words = new SortedDictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (KnowledgeSource source in sources)
        {
            foreach ((string file, string text) in source.Below("languages/", "/profile.tsv"))
            {
                string tag = file.Split('/')[^2];
                if (!words.TryGetValue(tag, out Dictionary<string, double>? table))
                    words[tag] = table = new Dictionary<string, double>(StringComparer.Ordinal);
                foreach (TableRow row in TableFile.Parse(file, text, "word", "weight"))
                {
                    if (!double.TryParse(row[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) || weight is <= 0 or > 1e6)
                        throw row.Error(1, "how often the word stands among a million, more than 0");
                    table[row[0]] = weight;
                }
            }
        }

        return new LanguageProfiles([.. words.Keys], new Dictionary<string, Dictionary<string, double>>(words, StringComparer.Ordinal));
    }

    private static IEnumerable<ulong> Runs(string word)
    {
        for (int i = -1; i < word.Length - 1; i++)
            yield return Run(i < 0 ? ' ' : word[i], word[i + 1], i + 2 < word.Length ? word[i + 2] : ' ');
    }

    private static ulong Run(char a, char b, char c) => (ulong)a << 32 | (ulong)b << 16 | c;
}
