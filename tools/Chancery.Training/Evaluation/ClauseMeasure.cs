using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Model;
using Chancery.Syntax;

namespace Chancery.Training;

/// <summary>
/// Measures the clause stage where trees are known: what it reads from the trees of a treebank is the truth, and against it stand what it reads from
/// the parser's own trees, from those after <see cref="TreeRepairs"/>, and from the treebank's trees after the repairs, which must not harm them.
/// </summary>
internal sealed class ClauseMeasure(EventRuleSet rules, ClauseGrammar grammar)
{
    private const string Shared = " (shared)";

    /// <summary>The rows of the table in order; a preposition counts with its word, though it stands in one row with the others.</summary>
    private static readonly ImmutableArray<string> Rows =
    [
        "predicate", Roles.Subject, Roles.Subject + Shared, Roles.Object, Roles.Object + Shared, Roles.Indirect, "preposition", Roles.Complement, Roles.Owner,
        Roles.Modifier, "all arguments", "passive", "tense", "modal", "negated", "link",
    ];

    /// <param name="language">Whose model.</param>
    /// <param name="treebanks">The folder of treebanks.</param>
    /// <param name="files">Which of the language's; those of its test when none is named.</param>
    public static int Run(string language, string treebanks, params ReadOnlySpan<string> files)
    {
        KnowledgeBase knowledge = KnowledgeBase.Load(KnowledgeSource.FromFolder("data"));
        Language words = knowledge.Language(language) ?? throw new InvalidDataException($"data/languages/{language} is missing");
        Parser parser = Parser.Load(File.ReadAllBytes($"models/{language}/syntax.model"), words.Writing);
        var measure = new ClauseMeasure(knowledge.EventRules, new ClauseGrammar(words));
        foreach (string path in files.Length > 0 ? files : Settings.Load($"models/{language}/training.tsv").Test.AsSpan())
            Console.WriteLine(measure.Table(path.Replace(".gz", "", StringComparison.Ordinal).Replace(".conllu", "", StringComparison.Ordinal), parser, Treebank.Read(Commands.PathOf(language, treebanks, path))));
        return 0;
    }

    private string Table(string name, Parser parser, List<GoldSentence> sentences)
    {
        ParsedDocument gold = TreesOf(sentences);
        ParsedDocument read = gold with { Tokens = parser.Annotate(gold.Text, [.. gold.Tokens.Select(token => new Word(token.Range, null, false))], [.. gold.Sentences]) };
        HashSet<(string, string)> truth = FactsOf(gold);
        HashSet<(string, string)>[] columns = [FactsOf(TreeRepairs.Mend(gold, grammar)), FactsOf(read), FactsOf(TreeRepairs.Mend(read, grammar))];
        var table = new StringBuilder($"{name + ", F1",-22}{"gold, repaired",16}{"predicted",12}{"repaired",12}{"of",8}\n");
        foreach (string row in Rows)
        {
            table.Append(CultureInfo.InvariantCulture, $"{row,-22}");
            foreach ((HashSet<(string Row, string Fact)> found, int width) in columns.Zip([16, 12, 12]))
                table.Append(F1(row, truth, found).ToString("F1", CultureInfo.InvariantCulture).PadLeft(width));
            table.Append(CultureInfo.InvariantCulture, $"{truth.Count(fact => fact.Item1 == row),8}\n");
        }

        return table.ToString();
    }

    /// <summary>In per cent.</summary>
    internal static double F1(string row, HashSet<(string Row, string Fact)> truth, HashSet<(string Row, string Fact)> found)
    {
        int right = found.Count(fact => fact.Row == row && truth.Contains(fact));
        int all = truth.Count(fact => fact.Row == row) + found.Count(fact => fact.Row == row);
        return all == 0 ? 100 : 200.0 * right / all;
    }

    /// <summary>All that the stage says of a document, each fact with the row that it counts in.</summary>
    internal HashSet<(string Row, string Fact)> FactsOf(ParsedDocument parsed)
    {
        var facts = new HashSet<(string, string)>();
        foreach (Clause clause in Clauses.Find(new DocumentTree(parsed, grammar.Functions), rules, grammar).All)
        {
            string place = clause.Predicate.ToString(CultureInfo.InvariantCulture);
            facts.Add(("predicate", $"{place} {clause.Kind}"));
            foreach (Argument argument in clause.Arguments)
            {
                string fact = $"{place} {argument.Role} {argument.Token}";
                bool named = argument.Role is Roles.Subject or Roles.Object or Roles.Indirect or Roles.Complement or Roles.Owner or Roles.Modifier;
                string row = named ? argument.Role : "preposition";
                facts.Add((argument.IsShared && row is Roles.Subject or Roles.Object ? row + Shared : row, fact));
                facts.Add(("all arguments", fact));
            }

            if (clause.Kind == PredicateKind.Noun)
                continue;
            facts.Add(("tense", $"{place} {clause.Tense}"));
            facts.Add(("link", $"{place} {clause.Link}"));
            if (clause.IsPassive)
                facts.Add(("passive", place));
            if (clause.IsNegated)
                facts.Add(("negated", place));
            if (clause.Modal is { } modal)
                facts.Add(("modal", $"{place} {modal}"));
        }

        return facts;
    }

    /// <summary>The treebank's own trees as the parser would give them.</summary>
    internal static ParsedDocument TreesOf(IReadOnlyList<GoldSentence> sentences)
    {
        var text = new StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var ranges = ImmutableArray.CreateBuilder<Sentence>();
        foreach (GoldSentence sentence in sentences)
        {
            int start = text.Length;
            int first = tokens.Count;
            foreach (GoldWord word in sentence.Words)
            {
                tokens.Add(new Token
                {
                    Range = new TextRange(text.Length, word.Form.Length),
                    Lemma = word.Lemma,
                    Pos = Labels.PosOf(word.Pos),
                    Tag = word.Tag,
                    Features = word.Features,
                    Morphology = Labels.MorphologyOf(word.Features),
                    Head = word.Head < 0 ? -1 : first + word.Head,
                    Relation = Labels.RelationOf(word.Relation),
                    RelationLabel = word.Relation,
                });
                text.Append(word.Form).Append(' ');
            }

            ranges.Add(new Sentence(TextRange.FromBounds(start, text.Length), first, sentence.Words.Count, 0));
        }

        return new ParsedDocument { Document = Measurement.DocumentOf(text.ToString()), Sentences = ranges.ToImmutable(), Tokens = tokens.ToImmutable() };
    }
}
