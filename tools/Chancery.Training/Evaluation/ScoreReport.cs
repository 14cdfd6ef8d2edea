using System.Globalization;
using System.Text;

namespace Chancery.Training;

/// <summary>Scores of one model on several treebanks, as tables.</summary>
internal sealed class ScoreReport
{
    private const int RarestRelation = 20;
    private readonly List<(string Treebank, string Input, string Metric, Score Score)> rows = [];

    public void Add(string treebank, Conll2018 goldWords, Conll2018 rawText)
    {
        foreach ((string input, Conll2018 scores) in new[] { ("gold words", goldWords), ("raw text", rawText) })
        {
            void Row(string metric, Score score) => rows.Add((treebank, input, metric, score));
            if (input == "raw text")
            {
                Row("tokens", scores.Tokens);
                Row("sentences", scores.Sentences);
                Row("words", scores.Words);
            }

            Row("UPOS", scores.Upos);
            Row("XPOS", scores.Xpos);
            Row("UFeats", scores.Ufeats);
            Row("lemmas", scores.Lemmas);
            Row("UAS", scores.Uas);
            Row("LAS", scores.Las);
            Row("LAS without punctuation", scores.LasWithoutPunctuation);
        }

        foreach ((string relation, Score score) in goldWords.Relations.Where(relation => relation.Value.Gold >= RarestRelation))
            rows.Add((treebank, "gold words", relation, score));
    }

    /// <summary>One line a treebank and metric: F1 with two decimals.</summary>
    public string ToTable()
    {
        var table = new StringBuilder("treebank\tinput\tmetric\tf1\tgold\n");
        foreach (var row in rows)
            table.Append(CultureInfo.InvariantCulture, $"{row.Treebank}\t{row.Input}\t{row.Metric}\t{row.Score.F1:F2}\t{row.Score.Gold}\n");
        return table.ToString();
    }

    /// <summary>For people: treebanks side by side.</summary>
    public string ToText()
    {
        string[] treebanks = [.. rows.Select(row => row.Treebank).Distinct()];
        var text = new StringBuilder($"{"F1, CoNLL 2018",-36}");
        foreach (string treebank in treebanks)
            text.Append(CultureInfo.InvariantCulture, $"{treebank,14}");
        text.Append('\n');
        foreach (var metric in rows.GroupBy(row => (row.Input, row.Metric)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{metric.Key.Input + ": " + metric.Key.Metric,-36}");
            foreach (string treebank in treebanks)
            {
                var found = metric.Where(row => row.Treebank == treebank).Select(row => row.Score.F1.ToString("F2", CultureInfo.InvariantCulture));
                text.Append(CultureInfo.InvariantCulture, $"{found.FirstOrDefault("-"),14}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
