using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>How a language's model is trained: the table <c>models/LANGUAGE/training.tsv</c>.</summary>
internal sealed record Settings
{
    /// <summary>Treebanks to learn from, the one whose conventions the model shall follow first.</summary>
    public required ImmutableArray<string> Train { get; init; }

    /// <summary>A grammar under <c>models/LANGUAGE/</c> whose sentences are learned beside the treebanks, fresh ones in each epoch; null for none.</summary>
    public string? Grammar { get; init; }

    /// <summary>Words of the grammar's sentences for each word of the treebanks.</summary>
    public float GrammarShare { get; init; }

    /// <summary>Treebanks of our own beside the settings, in the conventions of the first treebank, and how often each is learned in an epoch.</summary>
    public required ImmutableArray<(string File, int Times)> Own { get; init; }

    /// <summary>The treebank measured after each epoch.</summary>
    public required string Develop { get; init; }

    public required ImmutableArray<string> Test { get; init; }

    public required int Epochs { get; init; }

    /// <summary>Words of a batch.</summary>
    public required int BatchWords { get; init; }

    /// <summary>The greatest learning rate; it is reached after 300 batches and falls to nothing at the end.</summary>
    public required float Rate { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Rows of the table that prefixes, suffixes and shapes share.</summary>
    public required int HashedRows { get; init; }

    public required Dropout Dropout { get; init; }

    public required NetworkShape Shape { get; init; }

    /// <exception cref="KnowledgeException">The table breaks its format or leaves out a setting.</exception>
    public static Settings Load(string path)
    {
        ImmutableArray<TableRow> rows = TableFile.Parse(path, File.ReadAllText(path), "setting", "value");
        Dictionary<string, TableRow> settings = rows.ToDictionary(row => row[0], StringComparer.Ordinal);
        TableRow Row(string name) => settings.TryGetValue(name, out TableRow? row) ? row : throw new KnowledgeException(path, 1, 1, $"the setting '{name}' is missing");
        float[] Numbers(string name, int count)
        {
            TableRow row = Row(name);
            ImmutableArray<string> values = row.Values(1);
            if (values.Length != count)
                throw row.Error(1, $"'{name}' takes {count} numbers");
            return [.. values.Select(value => float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) ? number : throw row.Error(1, $"'{value}' is no number"))];
        }

        string? grammar = settings.TryGetValue("grammar", out TableRow? named) ? named[1] : null;
        float[] dropout = Numbers("dropout", 3);
        int[] shape = [.. Numbers("shape", 7).Select(number => (int)number)];
        return new Settings
        {
            Train = Row("train").Values(1),
            Grammar = grammar,
            Own = settings.TryGetValue("own", out TableRow? own) ? [.. own.Values(1).Select(value => OwnOf(own, value))] : [],
            GrammarShare = grammar is null ? 0 : Numbers("grammar-share", 1)[0],
            Develop = Row("develop")[1],
            Test = Row("test").Values(1),
            Epochs = (int)Numbers("epochs", 1)[0],
            BatchWords = (int)Numbers("batch", 1)[0],
            Rate = Numbers("rate", 1)[0],
            Seed = (ulong)Numbers("seed", 1)[0],
            HashedRows = (int)Numbers("rows", 1)[0],
            Dropout = new Dropout(dropout[0], dropout[1], dropout[2]),
            Shape = new NetworkShape(shape[0], shape[1], shape[2], shape[3], shape[4], shape[5], shape[6]),
        };
    }

    private static (string File, int Times) OwnOf(TableRow row, string value) =>
        value.Split(' ') is [var file, var times] && int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? (file, count)
            : throw row.Error(1, $"'{value}' is no file with how often it is learned in an epoch");
}
